// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"
#include "receipt/record_fields.h"

namespace staffelstab::receipt {

/** Largest JSON that is read; a record is a few KiB. */
inline constexpr qsizetype recordLimit = 1 << 20;

QJsonObject toJsonObject(const ReceiptRecord& record);

} // namespace staffelstab::receipt
