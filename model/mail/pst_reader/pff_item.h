// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"
#include "mail/pst_reader/pff_handles.h"

namespace staffelstab::mail::pst {

struct ReadProperties
{
    mapi::PropertyBag bag;
    /** False if an entry could not be read and was left out. */
    bool isWhole = true;
};

/** The properties of one record set. */
ReadProperties readProperties(libpff_item_t* item, int recordSet, int codePage);

/** The item with recipients, attachments and what is embedded in it. MessageUnreadable if nothing can be read. */
Result<mapi::Item> readItem(const ItemPtr& item, int codePage, int depth = 0);

} // namespace staffelstab::mail::pst
