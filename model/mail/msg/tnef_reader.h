// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail {

/** Reads a TNEF stream ([MS-OXTNEF], winmail.dat); BadInput if it is none. What breaks off gives what was read. */
Result<mapi::Item> readTnef(QByteArrayView bytes);

} // namespace staffelstab::mail
