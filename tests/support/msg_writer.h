// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pst_writer.h"

namespace staffelstab::test {

/** An Outlook message file ([MS-OXMSG]) of an invented item; properties with names of their own are left out. */
QByteArray msgFile(const OutlookItem& item);

/** The same item as TNEF ([MS-OXTNEF]), as Exchange puts it into a winmail.dat. */
QByteArray tnefStream(const OutlookItem& item);

} // namespace staffelstab::test
