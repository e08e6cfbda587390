// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <vector>

/** What a call of the program left behind. */
struct Outcome
{
    int exitCode = -1;
    bool isKilled = false;
    std::vector<QJsonObject> events;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject summary() const;
    [[nodiscard]] std::vector<QJsonObject> of(const QString& event) const;
};

/**
 * A desk of its own for one handover by the command line: a copy of the sample mailbox, password files, a home and a
 * temporary folder, all below one folder that dies with it.
 */
class Desk
{
public:
    Desk();

    [[nodiscard]] QString path(const QString& name) const { return QDir(m_folder.path()).filePath(name); }
    [[nodiscard]] QString mailbox() const { return path(QStringLiteral("Maildir")); }
    /** Writes a file; secrets are private to their owner. */
    QString write(const QString& name, const QByteArray& text, bool isSecret = false) const;
    /** A whole handover of the sample mailbox, decided by its labels' folders and people; `more` follows. */
    QString writeAnswers(const QByteArray& mailPart, const QByteArray& more) const;
    [[nodiscard]] QByteArray wholeHandover() const;
    /** Changes the answers that were written; `from` must stand in them. */
    void changeAnswers(const QByteArray& from, const QByteArray& to) const;

    /** Runs the program to its end, or kills it as soon as `stopAt` says so of an event. */
    Outcome call(const QStringList& arguments, const std::function<bool(const QJsonObject&)>& stopAt = {}) const;

    /** Message-IDs of the messages in the mailbox now. */
    [[nodiscard]] QStringList messageIds() const;
    /** Every file below the desk but those that were laid out before: what the program wrote. */
    [[nodiscard]] QStringList writtenFiles() const;

private:
    /** In memory where the system offers that: the program flushes each step to the medium, a test need not wait. */
    static QString placeForFolder();
    QTemporaryDir m_folder{placeForFolder()};
};

/** The sample's labels: Message-ID with brackets to "private", "business", "protected". */
QHash<QString, QString> sampleLabels();
/** Message-IDs in all files below a folder that hold messages (mbox, .eml, Maildir), with brackets. */
QStringList messageIdsBelow(const QString& folder);
