// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail::mapi {

/**
 * The header of the rebuilt message without its MIME fields, each line ended by CRLF: the transport header where the
 * item holds one (its own MIME fields left out, since the parts are new), completed from the properties. A Message-ID
 * is never made up.
 */
QByteArray headerFields(const Item& item);

/** Subject without Outlook's mark of where the prefix ends. */
QString subjectOf(const PropertyBag& properties);

/** When it was sent, else received, else made. */
QDateTime dateOf(const PropertyBag& properties);

} // namespace staffelstab::mail::mapi
