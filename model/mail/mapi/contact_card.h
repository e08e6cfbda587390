// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail::mapi {

/** A contact (IPM.Contact) as vCard 3.0 (RFC 2426), UTF-8; `notes` is the body as text. */
QByteArray contactCard(const PropertyBag& properties, const QString& notes);

/** A distribution list (IPM.DistList) as vCard 4.0 of kind "group" (RFC 6350), members by address where it is known. */
QByteArray groupCard(const PropertyBag& properties, const QString& notes);

/** Name of a contact or list, for a file name. */
QString contactName(const PropertyBag& properties);

} // namespace staffelstab::mail::mapi
