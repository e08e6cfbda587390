// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_state.h"
#include "handover/follow_up_dates.h"
#include "handover/handover_case.h"
#include "handover/open_points.h"
#include "receipt/sections/mail_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

using receipt::ReceiptRecord;

receipt::MailSection::Count countOf(const separation::Tally& tally)
{
    return {tally.messages, tally.bytes};
}

/** Folders and files of which a part cannot be read; the other entries are a message each. */
quint32 unsoundPlaces(const ScanReport& scan)
{
    return static_cast<quint32>(std::count_if(scan.unreadable.begin(), scan.unreadable.end(),
                                              [](const UnreadableEntry& entry) { return entry.key.isEmpty(); }));
}

quint32 unreadableMessages(const ScanReport& scan)
{
    return static_cast<quint32>(scan.unreadable.size()) - unsoundPlaces(scan);
}

receipt::MailSection mailFacts(const ScanReport& scan, const separation::SeparationPlan& plan, std::size_t mailboxes)
{
    using separation::Verdict;
    const auto tallies = plan.tallies();
    const auto of = [&](Verdict verdict) { return countOf(tallies[static_cast<std::size_t>(verdict)]); };
    receipt::MailSection facts;
    facts.mailboxes = static_cast<quint32>(mailboxes);
    facts.privateMail = of(Verdict::Private);
    facts.business = of(Verdict::Business);
    facts.protectedMail = of(Verdict::Protected);
    facts.undecided = of(Verdict::Undecided);
    facts.unreadable = unreadableMessages(scan);
    facts.decisions = static_cast<quint32>(plan.answers());
    return facts;
}

/** Messages of Outlook data files: such a file holds no message as it was sent. */
quint32 rebuiltMessages(const separation::MessageTable& table, const std::vector<mail::MailboxSource>& mailboxes)
{
    quint32 count = 0;
    for (separation::Row row = 0; row < table.size(); ++row) {
        const quint16 mailbox = table.mailbox(row);
        count += mailbox < mailboxes.size() && mailboxes[mailbox].kind == mail::StoreKind::Pst ? 1 : 0;
    }
    return count;
}

/** The receipt says of consents only where they stand. */
void addFollowUps(const HandoverCase& handover, ReceiptRecord& record)
{
    receipt::FollowUpsSection section;
    for (receipt::FollowUpsSection::Date& date : followUpDates(handover)) {
        if (date.kind != QLatin1String("consent_ends")) {
            section.dates.push_back(std::move(date));
        }
    }
    if (!section.dates.empty()) {
        record.set(std::move(section));
    }
}

} // namespace

std::vector<ReceiptRecord::OpenPoint> HandoverCase::openPoints() const
{
    const State& state = *m_state;
    OpenPoints open;
    open.addIf(!state.policyReadAt.isValid(), "policy_not_confirmed");
    if (!state.scan) {
        open.add("no_mailbox");
    } else {
        open.addIf(unreadableMessages(*state.scan) > 0, "unreadable_mail", unreadableMessages(*state.scan));
        open.addIf(unsoundPlaces(*state.scan) > 0, "mailbox_unsound", unsoundPlaces(*state.scan));
        open.addIf(state.plan->undecided() > 0, "undecided_mail", state.plan->undecided());
    }
    for (const auto& slot : state.topics.all()) {
        if (isOffered(slot->step())) {
            slot->addOpenPoints(*this, open);
        }
    }
    return open.take();
}

ReceiptRecord HandoverCase::record() const
{
    const State& state = *m_state;
    if (state.closedRecord) {
        return *state.closedRecord;
    }
    ReceiptRecord record;
    record.caseNumber = state.caseNumber;
    record.language = state.language;
    record.madeAt = state.reviewedAt.isValid() ? state.reviewedAt : state.clock.now();
    record.organisation = state.policy.companyName;
    record.people = state.people;
    // Without a name the text is ours and no rule of the company.
    record.policyName = state.policy.isBuiltIn ? QString() : state.policy.name;
    record.policyVersion = state.policy.version;
    if (state.scan) {
        receipt::MailSection facts = mailFacts(*state.scan, *state.plan, state.mailboxes.size());
        facts.rebuilt = rebuiltMessages(state.table, state.mailboxes);
        record.set(facts);
    }
    for (const auto& slot : state.topics.all()) {
        if (isOffered(slot->step())) {
            slot->addToRecord(*this, record);
        }
    }
    addFollowUps(*this, record);
    record.leaverReservation = state.leaverReservation;
    record.openPoints = openPoints();
    return record;
}

} // namespace staffelstab::handover
