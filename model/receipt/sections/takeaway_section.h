// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab::receipt {

/** What became of the private mail: numbers only. */
struct TakeawaySection
{
    static constexpr const char* key = "takeaway";

    /** "take", "delete", "leave". */
    QString action;
    quint32 copied = 0;
    quint32 removed = 0;
    quint32 kept = 0;
    bool isEncrypted = false;
};

} // namespace staffelstab::receipt
