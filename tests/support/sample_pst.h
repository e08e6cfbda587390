// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pst_writer.h"

namespace staffelstab::test {

/** "{\rtf1 ...}" as PidTagRtfCompressed holds it, stored without compression. */
QByteArray storedRtf(const QByteArray& rtf);

/** A received mail with its transport header, text, HTML and an attachment. */
OutlookItem receivedMail(const QString& subject, const QByteArray& messageId);
/** A mail without transport header from an Exchange colleague, to one with and one without SMTP address. */
OutlookItem internalMail();

/**
 * An invented mailbox: Inbox (received, internal, RTF only, with an embedded message), Privat (two mails), Contacts,
 * Calendar (single, weekly), Tasks, Notes, and one mail in Deleted Items. 11 items without the deleted one.
 */
void writeSamplePst(const QString& path);

} // namespace staffelstab::test
