// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_state.h"
#include "handover/handover_case.h"

namespace staffelstab::handover {

const QString& HandoverCase::file() const
{
    return m_state->store->file();
}
const QString& HandoverCase::caseNumber() const
{
    return m_state->caseNumber;
}
const QString& HandoverCase::language() const
{
    return m_state->language;
}
QDateTime HandoverCase::createdAt() const
{
    return m_state->createdAt;
}
QDateTime HandoverCase::savedAt() const
{
    return m_state->savedAt;
}
bool HandoverCase::isLocked() const
{
    return m_state->isLocked;
}
bool HandoverCase::isClosed() const
{
    return m_state->isClosed;
}
const People& HandoverCase::people() const
{
    return m_state->people;
}
const policy::CompanyPolicy& HandoverCase::policy() const
{
    return m_state->policy;
}
const std::vector<mail::MailboxSource>& HandoverCase::mailboxes() const
{
    return m_state->mailboxes;
}
const std::optional<ScanReport>& HandoverCase::scanReport() const
{
    return m_state->scan;
}
const separation::MessageTable& HandoverCase::messages() const
{
    return m_state->table;
}
const separation::SeparationPlan& HandoverCase::plan() const
{
    return *m_state->plan;
}
const TopicSet& HandoverCase::topics() const
{
    return m_state->topics;
}
TopicSet& HandoverCase::topics()
{
    return m_state->topics;
}
QDateTime HandoverCase::passwordChangeOpenSince() const
{
    QDateTime since;
    const Result<std::vector<JournalEntry>> entries = m_state->journal.entries();
    if (password() || !entries) {
        return {};
    }
    for (const JournalEntry& entry : *entries) {
        if (entry.what == QLatin1String("password_change_begins")) {
            since = since.isValid() ? since : entry.at;
        } else if (entry.what == QLatin1String("password_change_failed")) {
            since = {};
        }
    }
    return since;
}
const QString& HandoverCase::leaverReservation() const
{
    return m_state->leaverReservation;
}
const std::optional<ReceiptFiles>& HandoverCase::receiptFiles() const
{
    return m_state->receiptFiles;
}
QString HandoverCase::receiptTarget() const
{
    return m_state->receiptTarget;
}
CaseStore& HandoverCase::store()
{
    return *m_state->store;
}
const Journal& HandoverCase::journal() const
{
    return m_state->journal;
}
Journal& HandoverCase::journal()
{
    return m_state->journal;
}
const Clock& HandoverCase::clock() const
{
    return m_state->clock;
}

namespace {

std::vector<Blocker> peopleBlockers(const People& people)
{
    std::vector<Blocker> blockers;
    if (people.leaver.name.trimmed().isEmpty()) {
        blockers.push_back({Blocker::Kind::LeaverMissing});
    }
    if (people.supervisor.name.trimmed().isEmpty()) {
        blockers.push_back({Blocker::Kind::SupervisorMissing});
    }
    if (!people.lastWorkingDay.isValid()) {
        blockers.push_back({Blocker::Kind::LastDayMissing});
    } else if (people.endOfContract.isValid() && people.endOfContract < people.lastWorkingDay) {
        blockers.push_back({Blocker::Kind::ContractBeforeLastDay});
    }
    return blockers;
}

} // namespace

std::vector<Blocker> HandoverCase::blockers(Step step) const
{
    const State& state = *m_state;
    const auto unless = [](bool isSettled, Blocker::Kind kind, qint64 count = 0) {
        return isSettled ? std::vector<Blocker>{} : std::vector<Blocker>{{kind, count}};
    };
    if (state.isClosed || !isOffered(step)) {
        return {};
    }
    switch (step) {
    case Step::People:
        return peopleBlockers(state.people);
    case Step::Policy:
        return unless(state.policyReadAt.isValid(), Blocker::Kind::PolicyUnread);
    case Step::Mailbox:
        return state.mailboxes.empty() ? unless(false, Blocker::Kind::NoMailbox)
                                       : unless(state.scan.has_value(), Blocker::Kind::NotScanned);
    case Step::Separation:
        return state.scan ? unless(state.plan->undecided() == 0, Blocker::Kind::Undecided, state.plan->undecided())
                          : unless(false, Blocker::Kind::NotScanned);
    case Step::PrivateMail:
    case Step::BusinessArchive:
    case Step::Successor:
    case Step::Contacts:
    case Step::OutOfOffice:
    case Step::Files:
    case Step::Knowledge:
    case Step::Equipment:
    case Step::Consents:
    case Step::Password:
    case Step::AccountPlan:
        return topicBlockers(step);
    case Step::Review:
        return unless(state.reviewedAt.isValid(), Blocker::Kind::NotReviewed);
    case Step::LeaverSigns:
        return unless(state.isSigned(), Blocker::Kind::LeaverUnsigned);
    case Step::KeyboardHandover:
        return unless(state.isLocked, Blocker::Kind::KeyboardNotHandedOver);
    case Step::SupervisorSigns:
    case Step::Receipt:
        return unless(state.receiptFiles && state.receiptFiles->signatures > 1, Blocker::Kind::SupervisorUnsigned);
    }
    return {};
}

std::vector<Blocker> HandoverCase::topicBlockers(Step step) const
{
    std::vector<Blocker> all;
    for (const auto& slot : m_state->topics.all()) {
        if (slot->step() == step) {
            const std::vector<Blocker> some = slot->blockers(*this);
            all.insert(all.end(), some.begin(), some.end());
        }
    }
    return all;
}

bool HandoverCase::isDone(Step step) const
{
    return blockers(step).empty();
}

bool HandoverCase::isOffered(Step step) const
{
    const StepRow& row = rowOf(step);
    if (step == Step::Consents && m_state->policy.consents.isEmpty()) {
        return false;
    }
    return !row.page || !m_state->policy.isOff(*row.page);
}

bool HandoverCase::mayEnter(Step step) const
{
    const State& state = *m_state;
    if (state.isClosed) {
        return step == Step::Receipt;
    }
    if (!isOffered(step)) {
        return false;
    }
    if (state.isLocked && step < Step::KeyboardHandover) {
        return false;
    }
    if (state.isSigned() && step < Step::LeaverSigns) {
        return false;
    }
    const QList<Step>& needs = rowOf(step).needs;
    // A need counts with all that it needs itself.
    return std::all_of(needs.begin(), needs.end(), [this](Step need) {
        const auto isSettled = [this](Step asked, const auto& self) -> bool {
            const QList<Step>& deeper = rowOf(asked).needs;
            return isDone(asked) &&
                   std::all_of(deeper.begin(), deeper.end(), [&](Step next) { return self(next, self); });
        };
        return isSettled(need, isSettled);
    });
}

Step HandoverCase::currentStep() const
{
    for (const StepRow& row : stepPlan()) {
        if (!isDone(row.step) && mayEnter(row.step)) {
            return row.step;
        }
    }
    return Step::Receipt;
}

} // namespace staffelstab::handover
