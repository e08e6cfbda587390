// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"
#include "receipt/sections/follow_ups_section.h"

namespace staffelstab::receipt {

/**
 * The dates as a calendar file (RFC 5545) in the receipt's language, each with a reminder at nine on the day before.
 * Importing it again replaces what was imported: an entry's name is made of the case and what it is about.
 */
QByteArray followUpCalendar(const ReceiptRecord& record, const std::vector<FollowUpsSection::Date>& dates,
                            const QDateTime& stamp);
/** The dates that stand on the receipt. */
QByteArray followUpCalendar(const ReceiptRecord& record, const QDateTime& stamp);

} // namespace staffelstab::receipt
