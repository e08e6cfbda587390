// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "receipt/sections/follow_ups_section.h"

#include <vector>

namespace staffelstab::handover {

/** What follows from the case as it stands, by date, said in the case's language. */
std::vector<receipt::FollowUpsSection::Date> followUpDates(const HandoverCase& handover);

/**
 * The same as a calendar file. The ends of consents are in it, as whoever keeps the calendar has to stop then; once the
 * case is closed only what stands on the receipt is left.
 */
QByteArray followUpCalendar(const HandoverCase& handover);
/** Writes it whole; an earlier file is replaced. */
Status writeFollowUpCalendar(const HandoverCase& handover, const QString& file);

} // namespace staffelstab::handover
