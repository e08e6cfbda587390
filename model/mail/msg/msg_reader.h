// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail {

/** A larger .msg file is not opened; Outlook itself makes none of that size. */
inline constexpr qint64 msgLimit = 256L * 1024 * 1024;

/** Reads an Outlook message file ([MS-OXMSG]); BadInput if it is none, MessageUnreadable if nothing is in it. */
Result<mapi::Item> readMsg(const QByteArray& bytes);

} // namespace staffelstab::mail
