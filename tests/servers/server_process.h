// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/** A server program that a test starts and that is gone, with all its files, when this object dies. */
class ServerProcess
{
public:
    ServerProcess() = default;
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /** Its folder; removed at the end. */
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /** Starts `program` and waits until it takes connections on address:port. False, and why in errorText(), if not. */
    bool start(const QString& program, const QStringList& arguments, const QString& address, quint16 port);
    /** Waits until it takes connections on another port as well. */
    static bool waitFor(const QString& address, quint16 port);
    /** Ends it at once, as a power cut would. */
    void kill();
    /** Stops and continues it: in between connections are taken by the kernel and nobody answers. */
    void freeze();
    void thaw();
    [[nodiscard]] QString errorText() const { return m_errorText; }

    /** An address of 127.0.0.0/8 that no other running test has. */
    static QString freeAddress();
    /** A port of `address` that was free a moment ago. */
    static quint16 freePort(const QString& address);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_errorText;
};
