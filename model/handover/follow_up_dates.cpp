// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/follow_up_dates.h"

#include "checklists/follow_ups.h"
#include "core/atomic_file.h"
#include "handover/topics/account_topics.h"
#include "handover/topics/reply_topics.h"
#include "receipt/follow_up_calendar.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

using checklists::FollowUp;

QString nameOf(FollowUp::Kind kind)
{
    static const char* const names[]{
        "briefing_planned", "task_due",        "account_disabled",       "out_of_office_ends",
        "consent_ends",     "account_deleted", "receipt_retention_ends", "archive_retention_ends"};
    return QString::fromLatin1(names[static_cast<int>(kind)]);
}

/** Ids become the words of the policy. */
QString subjectOf(const FollowUp& followUp, const HandoverCase& handover)
{
    const policy::CompanyPolicy& policy = handover.policy();
    if (followUp.kind == FollowUp::Kind::ConsentEnds) {
        for (const policy::ConsentOffer& offer : policy.consents) {
            if (offer.id == followUp.subject) {
                return offer.title.in(handover.language());
            }
        }
    }
    if (const auto retention = policy.retentionClass(followUp.subject);
        retention && followUp.kind != FollowUp::Kind::TaskDue) {
        const QString name = retention->name.in(handover.language());
        return retention->basis.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, retention->basis);
    }
    return followUp.subject;
}

} // namespace

std::vector<receipt::FollowUpsSection::Date> followUpDates(const HandoverCase& handover)
{
    checklists::FollowUpSources sources;
    sources.policy = handover.policy();
    sources.lastWorkingDay = handover.people().lastWorkingDay;
    sources.endOfContract = handover.people().endOfContract;
    sources.signedOn = handover.clock().now().toLocalTime().date();
    if (const auto& reply = handover.topicIfSet<ReplyOutcome>(); reply && reply->way != ReplyChoice::Way::None) {
        sources.outOfOfficeUntil = handover.topic<ReplyChoice>().reply.until;
    }
    sources.accountDisabledOn = handover.topic<AccountPlan>().disableOn;
    sources.accountDeletedOn = handover.topic<AccountPlan>().deleteOn;
    sources.hasArchive = handover.archive().has_value();
    sources.knowledge = handover.topic<KnowledgeSheet>().notes;
    sources.consents = consentsOf(handover);
    std::vector<receipt::FollowUpsSection::Date> dates;
    for (const FollowUp& followUp : checklists::followUps(sources)) {
        dates.push_back({nameOf(followUp.kind), followUp.on, subjectOf(followUp, handover)});
    }
    return dates;
}

QByteArray followUpCalendar(const HandoverCase& handover)
{
    const receipt::ReceiptRecord record = handover.record();
    return handover.isClosed() ? receipt::followUpCalendar(record, handover.clock().now())
                               : receipt::followUpCalendar(record, followUpDates(handover), handover.clock().now());
}

Status writeFollowUpCalendar(const HandoverCase& handover, const QString& file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath())) {
        return Failure{Failure::Kind::FileNotWritable, file, {}};
    }
    return AtomicFile::writeWhole(file, followUpCalendar(handover));
}

} // namespace staffelstab::handover
