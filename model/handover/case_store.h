// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "core/result.h"
#include "separation/separation_plan.h"

#include <QJsonObject>
#include <QLockFile>

#include <functional>
#include <memory>
#include <vector>

namespace staffelstab::handover {

/** A message that was copied and compared and may now be removed, or was. */
struct VerifiedCopy
{
    enum class Fate { Copied, Removed, Kept };

    quint16 mailbox = 0;
    /** Index into MessageTable::folders(). */
    quint32 folder = 0;
    mail::RemovalOrder order;
    Fate fate = Fate::Copied;
};

/**
 * The case file: one SQLite database, private to its owner. Each call is one transaction, on the medium when it
 * returns, so that a kill at any moment leaves the state before or after a command. Safe from any thread; the lock
 * beside the file keeps a second process out.
 */
class CaseStore
{
public:
    using Topics = std::vector<std::pair<QString, QJsonObject>>;

    /** Makes the file (FileExists if it is there) with its schema and first topics: whole or, after a kill, not at all.
     */
    static Result<std::unique_ptr<CaseStore>> create(const QString& file, const Topics& topics = {});
    static Result<std::unique_ptr<CaseStore>> open(const QString& file);

    [[nodiscard]] const QString& file() const { return m_file; }

    /** One JSON object per topic; empty if it was never saved. */
    Result<QJsonObject> topic(const QString& name);
    Status saveTopic(const QString& name, const QJsonObject& value);
    /** Several topics in one transaction. */
    Status saveTopics(const Topics& topics);

    /** Replaces all scanned messages together with the topic that describes the scan. */
    Status saveMessages(const separation::MessageTable& table, const QJsonObject& scan);
    /** Fills `table` with the folders and messages that were saved. */
    Status loadMessages(separation::MessageTable& table);

    /** Brings what is saved in line with the plan's history; touches only what differs. */
    Status saveDecisions(const std::vector<separation::Decision>& history);
    Result<std::vector<separation::Decision>> loadDecisions();

    /** Replaces all verified copies. */
    Status saveCopies(const std::vector<VerifiedCopy>& copies);
    /** The same for many, each made when it is asked for. */
    Status saveCopies(std::size_t count, const std::function<VerifiedCopy(std::size_t)>& make);
    /** Of one folder. */
    Result<std::vector<VerifiedCopy>> copies(quint16 mailbox, quint32 folder);
    struct CopiedFolder
    {
        quint16 mailbox = 0;
        quint32 folder = 0;
        quint32 copies = 0;
        quint32 removed = 0;
    };
    Result<std::vector<CopiedFolder>> copiedFolders();
    Status setFate(quint16 mailbox, quint32 folder, const std::vector<mail::MessageKey>& keys, VerifiedCopy::Fate fate);

    /** Deletes messages, decisions, copies and the named topics, overwrites their bytes and shrinks the file. */
    Status wipe(const std::vector<QString>& topics);

private:
    explicit CaseStore(QString file);
    Status lock();

    QString m_file;
    QLockFile m_lock;
    /** What is in the file now, to find the difference quickly. */
    std::vector<separation::Decision> m_savedDecisions;
};

} // namespace staffelstab::handover
