// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/case_store.h"
#include "handover/handover_case.h"
#include "handover/journal.h"

namespace staffelstab::handover {

/** The values of a case; shared by the files that implement HandoverCase. */
struct HandoverCase::State
{
    State(std::unique_ptr<CaseStore> openedStore, const Clock& caseClock)
        : store(std::move(openedStore)), clock(caseClock), journal(store->file(), clock),
          plan(std::make_unique<separation::SeparationPlan>(table, separation::SeparationContext{}))
    {
    }

    std::unique_ptr<CaseStore> store;
    const Clock& clock;
    Journal journal;

    QString caseNumber;
    QString language;
    QDateTime createdAt;
    QDateTime savedAt;
    QDateTime policyReadAt;
    QDateTime reviewedAt;
    bool isLocked = false;
    bool isClosed = false;
    QString leaverReservation;
    QString receiptTarget;

    People people;
    policy::CompanyPolicy policy;
    std::vector<mail::MailboxSource> mailboxes;
    std::optional<ScanReport> scan;
    separation::MessageTable table;
    std::unique_ptr<separation::SeparationPlan> plan;
    TopicSet topics;
    std::optional<ReceiptFiles> receiptFiles;
    /** What the receipt said, kept after everything else was wiped. */
    std::optional<receipt::ReceiptRecord> closedRecord;

    [[nodiscard]] bool isSigned() const { return receiptFiles.has_value(); }
    [[nodiscard]] separation::SeparationContext separationContext() const;
    [[nodiscard]] QJsonObject info(Step current) const;
    void readInfo(const QJsonObject& json);
};

} // namespace staffelstab::handover
