// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/consents.h"
#include "checklists/knowledge.h"
#include "policy/company_policy.h"

#include <vector>

namespace staffelstab::checklists {

/**
 * Start here. What is handed over beside mail, files and account, as values: things (equipment.h), knowledge
 * (knowledge.h), consents (consents.h), and the dates that follow from all of it. A date after the handover on which
 * somebody has to do something.
 */
struct FollowUp
{
    enum class Kind {
        BriefingPlanned,
        TaskDue,
        AccountDisabled,
        OutOfOfficeEnds,
        ConsentEnds,
        AccountDeleted,
        ReceiptRetentionEnds,
        ArchiveRetentionEnds,
    };
    Kind kind = Kind::TaskDue;
    QDate on;
    /** The task, or the id of the consent or retention class; empty otherwise. */
    QString subject;
    bool operator==(const FollowUp&) const = default;
};

/** What the dates are counted from. Invalid dates and empty parts bring no follow-up. */
struct FollowUpSources
{
    policy::CompanyPolicy policy;
    QDate lastWorkingDay;
    QDate endOfContract;
    /** The day the receipt was or will be signed. */
    QDate signedOn;
    QDate outOfOfficeUntil;
    /** As planned for this account; where invalid the policy's rule counts. */
    QDate accountDisabledOn;
    QDate accountDeletedOn;
    bool hasArchive = false;
    KnowledgeNotes knowledge;
    QList<Consent> consents;
};

/** By date, then in the order of the kinds. Consents that were refused end nothing. */
std::vector<FollowUp> followUps(const FollowUpSources& sources);

/** The account is disabled at the end of this day. */
QDate disabledOn(const policy::AccountRules& rules, QDate lastWorkingDay, QDate endOfContract);

} // namespace staffelstab::checklists
