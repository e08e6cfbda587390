// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail::mapi {

/** The bodies of an item, as far as they could be read. */
struct ItemBody
{
    QString text;
    QString html;
    /** The RTF itself, where its layout would be lost otherwise. */
    QByteArray rtf;
    /** Compressed RTF was there and could not be unpacked. */
    bool isRtfDamaged = false;
};

/** Text, HTML (stored or taken out of the RTF body) and what is left. Line breaks are CRLF. */
ItemBody bodyOf(const PropertyBag& properties);

} // namespace staffelstab::mail::mapi
