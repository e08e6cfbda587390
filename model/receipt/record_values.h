// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

#include <QJsonObject>

namespace staffelstab::receipt {

/** Largest JSON that is read; a record is a few KiB. */
inline constexpr qsizetype recordLimit = 1 << 20;

/** ISO 8601 with seconds and the offset from UTC; empty for an invalid time. */
QString isoTime(const QDateTime& time);
QJsonObject toJsonObject(const ReceiptRecord& record);

} // namespace staffelstab::receipt
