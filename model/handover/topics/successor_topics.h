// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topic_set.h"
#include "mail/mail_store.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::handover {

/** What the successor gets on the mail server, beside the archive on a medium. */
struct SuccessorChoice
{
    enum class Way {
        /** Nothing; the archive is enough. */
        None,
        /** The business mail is copied into another mailbox. */
        Copy,
        /** The successor may read folders of the leaver's mailbox (RFC 4314). */
        Share,
    };
    Way way = Way::None;

    // for Way::Copy
    mail::MailboxSource target;
    /** Folder of the target, levels joined by '/'. */
    QString folder;

    // for Way::Share
    /** The successor's name on the server. */
    QString identifier;
    /** Index into HandoverCase::mailboxes(). */
    int mailbox = 0;
    /** Paths of the folders to share. */
    QStringList folders;

    static constexpr auto topicName = "successor_choice";
    static constexpr Step step = Step::Successor;
    [[nodiscard]] QJsonObject toJson() const;
    static SuccessorChoice fromJson(const QJsonObject& json);
};

/** Who may read a folder, as the server said it. */
struct SharedFolder
{
    QString path;
    /** "lea: lrwsti, sven: lr" */
    QString access;
    bool mayRead = false;
    /** Messages in it that are not business, or that nobody has decided on; it is not shared while there are any. */
    qint64 others = 0;
    /** Why it could not be looked at or shared. */
    std::optional<Failure> why;
};

/** The access lists before anything is changed, to be shown. */
struct SuccessorAccess
{
    QDateTime at;
    QString identifier;
    int mailbox = 0;
    std::vector<SharedFolder> folders;

    static constexpr auto topicName = "successor_access";
    static constexpr Step step = Step::Successor;
    [[nodiscard]] QJsonObject toJson() const;
    static SuccessorAccess fromJson(const QJsonObject& json);
};

/** What was done and read back. */
struct SuccessorOutcome
{
    QDateTime at;
    SuccessorChoice::Way way = SuccessorChoice::Way::Copy;
    quint32 arrived = 0;
    quint32 wasThere = 0;
    quint32 failed = 0;
    qint64 bytes = 0;
    std::vector<SharedFolder> folders;

    static constexpr auto topicName = "successor";
    static constexpr Step step = Step::Successor;
    [[nodiscard]] QJsonObject toJson() const;
    static SuccessorOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
