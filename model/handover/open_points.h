// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

#include <utility>
#include <vector>

namespace staffelstab::handover {

/** Gathers what is not settled; see ReceiptRecord::OpenPoint for the codes. */
class OpenPoints
{
public:
    void add(const char* code, qint64 count = 0) { m_points.push_back({QString::fromLatin1(code), count}); }
    void addIf(bool isOpen, const char* code, qint64 count = 0)
    {
        if (isOpen) {
            add(code, count);
        }
    }
    std::vector<receipt::ReceiptRecord::OpenPoint> take() { return std::move(m_points); }

private:
    std::vector<receipt::ReceiptRecord::OpenPoint> m_points;
};

} // namespace staffelstab::handover
