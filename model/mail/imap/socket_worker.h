// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QMutex>
#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <QWaitCondition>

#include <memory>
#include <optional>

namespace staffelstab::mail::imap {

/** What the socket's thread and the reader's thread share. All members are guarded by `mutex`. */
struct SocketState
{
    QMutex mutex;
    QWaitCondition changed;
    QByteArray inbox;
    bool isConnected = false;
    bool isEncrypted = false;
    /** The inbox is full: the worker leaves what comes in the socket until goOn(). */
    bool isStalled = false;
    /** Written and not yet handed to the system. */
    qint64 queued = 0;
    /** The part of it that the worker has not seen yet. */
    qint64 posted = 0;
    /** Why the connection ended; what is in the inbox by then may still be read. */
    std::optional<Failure> end;
};

/** Lives on the I/O thread and never blocks, but for a rest of a fraction of a millisecond. Every slot is called there.
 */
class SocketWorker : public QObject
{
    Q_OBJECT
public:
    SocketWorker(std::shared_ptr<SocketState> state, const QSslConfiguration& configuration, QString host);

    void open(quint16 port, bool isTlsAtOnce);
    /** The reader has emptied a full inbox. */
    void goOn();
    /** Wipes `bytes` when they are on their way. */
    void send(QByteArray bytes);
    void startTls();
    void close();

private:
    void onConnected();
    void onEncrypted();
    void onError(QAbstractSocket::SocketError error);
    void end(const Failure& failure);
    void tellQueued();
    /** Takes bytes from the socket unless the inbox is full. */
    void pump();
    /** Hands over at once, or a moment later while much arrives: a waking costs more than 16 KB of mail. */
    bool takeArrived();
    void handOver();

    std::shared_ptr<SocketState> m_state;
    QString m_host;
    QSslSocket m_socket;
    QTimer m_handOverSoon;
    /** While much arrives: one turn of the event loop for each packet costs more than what is in it. */
    QTimer m_rest;
    /** Not in the inbox yet. The worker's own, so that it takes the mutex once for all of it. */
    QByteArray m_arrived;
    bool m_isStalled = false;
};

} // namespace staffelstab::mail::imap
