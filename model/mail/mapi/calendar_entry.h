// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail::mapi {

/** An appointment or meeting as iCalendar (RFC 5545) with its recurrence and time zone; `text` is the body. */
QByteArray appointmentEntry(const Item& item, const QString& text);

/** A task as VTODO. */
QByteArray taskEntry(const Item& item, const QString& text);

/** A journal entry (IPM.Activity) as VJOURNAL. */
QByteArray journalEntry(const Item& item, const QString& text);

} // namespace staffelstab::mail::mapi
