// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <libpff.h>

#include <memory>

namespace staffelstab::mail::pst {

/** Private to this folder: what owns libpff's objects. */

struct FreeItem
{
    void operator()(libpff_item_t* item) const { libpff_item_free(&item, nullptr); }
};
using ItemPtr = std::shared_ptr<libpff_item_t>;

inline ItemPtr own(libpff_item_t* item)
{
    return {item, FreeItem()};
}

struct FreeRecordSet
{
    void operator()(libpff_record_set_t* set) const { libpff_record_set_free(&set, nullptr); }
};
using RecordSetPtr = std::unique_ptr<libpff_record_set_t, FreeRecordSet>;

struct FreeEntry
{
    void operator()(libpff_record_entry_t* entry) const { libpff_record_entry_free(&entry, nullptr); }
};
using EntryPtr = std::unique_ptr<libpff_record_entry_t, FreeEntry>;

} // namespace staffelstab::mail::pst
