// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topic_set.h"
#include "reply/out_of_office.h"
#include "reply/sieve/script_account.h"
#include "reply/vacation_script.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace staffelstab::handover {

/** What the out-of-office reply is to say, and how it gets to the mail server. */
struct ReplyChoice
{
    /** Installed by ManageSieve; pasted into the mail program by the leaver; none. */
    enum class Way { Server, Pasted, None };
    Way way = Way::Server;
    reply::SieveServer server;
    reply::OutOfOffice reply;
    /** Named in the texts if the leaver wishes so; the receipt leaves it out. */
    QString privateAddress;

    static constexpr auto topicName = "reply_choice";
    static constexpr Step step = Step::OutOfOffice;
    [[nodiscard]] QJsonObject toJson() const;
    static ReplyChoice fromJson(const QJsonObject& json);
};

/** What filters were found on the server. */
struct ReplyFindings
{
    QDateTime at;
    QString activeScript;
    std::vector<reply::FoundForward> forwards;
    bool hasOwnVacation = false;
    bool isOurs = false;

    static constexpr auto topicName = "reply_findings";
    static constexpr Step step = Step::OutOfOffice;
    [[nodiscard]] QJsonObject toJson() const;
    static ReplyFindings fromJson(const QJsonObject& json);
};

/** What was installed and read back, or what the leaver says about it. */
struct ReplyOutcome
{
    QDateTime at;
    ReplyChoice::Way way = ReplyChoice::Way::None;
    /** Of the server's script. */
    QByteArray sha256;
    /** Comes back when the reply is taken back; empty: there was none. */
    QString previousScript;

    static constexpr auto topicName = "reply";
    static constexpr Step step = Step::OutOfOffice;
    [[nodiscard]] QJsonObject toJson() const;
    static ReplyOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

reply::ReplyLimits replyLimits(const HandoverCase& handover);
/** What the page begins with: the texts of the firm or ours, the mail server of the firm or of the first mailbox. */
ReplyChoice proposedReply(const HandoverCase& handover, const QString& privateAddress);

} // namespace staffelstab::handover
