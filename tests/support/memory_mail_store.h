// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <QHash>
#include <QList>

namespace staffelstab::test {

/** A mailbox from a script: messages by folder, faults by message, and one message that is only made while it is read.
 */
class MemoryMailStore final : public mail::MailStore
{
public:
    enum class Fault { None, Gone, Changed, FailsInTheMiddle, ConnectionDies, NeverAnswered, FolderGone };

    void add(const QString& folder, const QByteArray& raw, Fault fault = Fault::None);
    /** A message of `bytes` bytes whose body is made up while it streams. */
    void addSynthetic(const QString& folder, qint64 bytes);
    /** What read() has delivered at most in one piece. */
    void setPieceSize(qsizetype bytes) { m_pieceSize = bytes; }

    /** All messages of all folders, in the order in which they were added. */
    [[nodiscard]] std::vector<std::pair<mail::Folder, std::vector<mail::MessageRef>>> everything() const;
    [[nodiscard]] QByteArray raw(const mail::MessageKey& key) const;
    [[nodiscard]] static QByteArray syntheticHeader();
    /** The keys that read() was asked for, in that order. */
    [[nodiscard]] const QList<mail::MessageKey>& asked() const { return m_asked; }

    [[nodiscard]] mail::StoreKind kind() const override { return mail::StoreKind::Maildir; }
    [[nodiscard]] bool mayRemove() const override { return false; }
    Result<std::vector<mail::Folder>> folders(JobContext& job) override;
    Status scan(std::span<const mail::Folder> folders, mail::ScanSink& sink, JobContext& job) override;
    Status read(const mail::Folder& folder, std::span<const mail::MessageRef> messages, mail::MessageReceiver& receiver,
                JobContext& job) override;
    Result<mail::RemovalOutcome> remove(const mail::Folder& folder, std::span<const mail::RemovalOrder> orders,
                                        JobContext& job) override;

private:
    struct Message
    {
        mail::MessageRef ref;
        QByteArray raw;
        Fault fault = Fault::None;
        bool isSynthetic = false;
    };

    Status deliver(const Message& message, mail::MessageReceiver& receiver);
    Status deliverSynthetic(const Message& message, mail::MessageReceiver& receiver) const;

    QStringList m_order;
    QHash<QString, QList<Message>> m_messages;
    QHash<mail::MessageKey, QByteArray> m_raw;
    QList<mail::MessageKey> m_asked;
    qsizetype m_pieceSize = 1 << 20;
    int m_next = 0;
};

} // namespace staffelstab::test
