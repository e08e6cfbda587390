// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace staffelstab::mail::mapi {

/** What an RTF body holds. */
struct RtfBody
{
    enum class Origin {
        /** HTML that Outlook wrapped in RTF (\fromhtml1): `content` is that HTML again. */
        Html,
        /** Plain text wrapped in RTF (\fromtext): `content` is that text. */
        Text,
        /** Written as RTF: `content` is its text without the layout. */
        Rtf,
    };
    Origin origin = Origin::Rtf;
    /** Line breaks are CRLF. */
    QString content;
};

/**
 * Takes the HTML or text out of an RTF body as [MS-OXRTFEX] says: htmltag groups give the markup, \htmlrtf hides what
 * RTF alone needs. Bytes are decoded by the font's or the document's code page. Linear in time and memory on any input.
 */
RtfBody readRtf(QByteArrayView rtf);

} // namespace staffelstab::mail::mapi
