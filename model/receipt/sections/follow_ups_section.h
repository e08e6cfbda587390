// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace staffelstab::receipt {

/** Dates after the handover on which somebody has to do something. Consents are not among them: see ConsentsSection. */
struct FollowUpsSection
{
    static constexpr const char* key = "follow_ups";

    struct Date
    {
        /** "briefing_planned", "task_due", "account_disabled", "out_of_office_ends", "consent_ends", "account_deleted",
         *  "receipt_retention_ends", "archive_retention_ends". */
        QString kind;
        QDate on;
        /** The task, the consent or the class of documents; empty otherwise. */
        QString subject;
    };
    std::vector<Date> dates;
};

} // namespace staffelstab::receipt
