// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/follow_ups.h"

#include <algorithm>
#include <tuple>

namespace staffelstab::checklists {

namespace {

using Kind = FollowUp::Kind;

/** A page the company does without brings no dates. */
class Collector
{
public:
    explicit Collector(const policy::CompanyPolicy& policy) : m_policy(policy) {}

    void add(Kind kind, QDate on, const QString& subject = {})
    {
        if (on.isValid()) {
            m_list.push_back({kind, on, subject});
        }
    }
    [[nodiscard]] bool has(policy::OptionalPage page) const { return !m_policy.isOff(page); }
    void addKnowledge(const KnowledgeNotes& notes)
    {
        if (notes.briefing == KnowledgeNotes::Briefing::Planned) {
            add(Kind::BriefingPlanned, notes.briefedOn);
        }
        for (const KnowledgeNotes::Task& task : notes.recurringTasks) {
            add(Kind::TaskDue, task.next, task.what);
        }
    }
    void addRetention(Kind kind, const QString& id, QDate arose)
    {
        if (const auto one = m_policy.retentionClass(id); one && arose.isValid()) {
            add(kind, one->keptUntil(arose), one->id);
        }
    }
    std::vector<FollowUp> take()
    {
        std::stable_sort(m_list.begin(), m_list.end(), [](const FollowUp& one, const FollowUp& other) {
            return std::tie(one.on, one.kind) < std::tie(other.on, other.kind);
        });
        return std::move(m_list);
    }

private:
    const policy::CompanyPolicy& m_policy;
    std::vector<FollowUp> m_list;
};

} // namespace

QDate disabledOn(const policy::AccountRules& rules, QDate lastWorkingDay, QDate endOfContract)
{
    const bool isAtEnd = rules.disableOn == policy::AccountRules::DisableOn::EndOfContract;
    return isAtEnd && endOfContract.isValid() ? endOfContract : lastWorkingDay;
}

std::vector<FollowUp> followUps(const FollowUpSources& sources)
{
    const policy::CompanyPolicy& policy = sources.policy;
    Collector list(policy);
    if (list.has(policy::OptionalPage::Knowledge)) {
        list.addKnowledge(sources.knowledge);
    }
    if (list.has(policy::OptionalPage::AccountPlan)) {
        const QDate disabled = sources.accountDisabledOn.isValid()
                                   ? sources.accountDisabledOn
                                   : disabledOn(policy.account, sources.lastWorkingDay, sources.endOfContract);
        list.add(Kind::AccountDisabled, disabled);
        list.add(Kind::AccountDeleted, sources.accountDeletedOn.isValid()
                                           ? sources.accountDeletedOn
                                           : disabled.addMonths(policy.account.deleteAfterMonths));
    }
    if (list.has(policy::OptionalPage::OutOfOffice)) {
        list.add(Kind::OutOfOfficeEnds, sources.outOfOfficeUntil);
    }
    if (list.has(policy::OptionalPage::Consents)) {
        for (const Consent& consent : sources.consents) {
            if (consent.answer.answer == ConsentAnswer::Answer::Yes) {
                list.add(Kind::ConsentEnds, consent.until(sources.lastWorkingDay), consent.offer.id);
            }
        }
    }
    list.addRetention(Kind::ReceiptRetentionEnds, policy.receiptRetention, sources.signedOn);
    if (sources.hasArchive) {
        list.addRetention(Kind::ArchiveRetentionEnds, policy.archiveRetention, sources.signedOn);
    }
    return list.take();
}

} // namespace staffelstab::checklists
