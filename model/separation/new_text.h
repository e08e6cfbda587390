// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace staffelstab::separation {

/** What the writer wrote, as a view of the whole text. */
struct NewText
{
    /** Without what is quoted or forwarded below, signature and disclaimer; lines that begin with '>' may stand in it.
     */
    QStringView text;
    /** The block behind it that was cut off and is no quote: "-- ", disclaimers. */
    QStringView signature;
    /** What is quoted or forwarded below. */
    QStringView quote;
    bool hasQuote = false;
};

/**
 * Finds the end of the new text by the lines mail programs put before what they quote: "-----Original Message-----",
 * "Am ... schrieb ...:", a block of From/Sent/To/Subject lines (Outlook, Notes; German and English), '>' until the end;
 * then the signature ("-- ") and the usual beginnings of disclaimers. Linear in the text.
 */
NewText newTextOf(QStringView text);

} // namespace staffelstab::separation
