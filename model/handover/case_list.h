// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/step_plan.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace staffelstab::handover {

/** What the start page shows of a case without opening it. */
struct CaseSummary
{
    QString file;
    QString caseNumber;
    QString leaverName;
    QDate lastWorkingDay;
    Step step = Step::People;
    QDateTime savedAt;
    bool isClosed = false;
};

/** All cases (*.case) in a folder, the one saved last first. Files that are no case are passed over. */
std::vector<CaseSummary> listCases(const QString& folder);

} // namespace staffelstab::handover
