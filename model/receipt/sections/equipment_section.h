// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab::receipt {

/** The things of the company, one by one. No price, no deduction. */
struct EquipmentSection
{
    static constexpr const char* key = "equipment";

    struct Thing
    {
        QString item;
        QString inventoryNumber;
        QString serialNumber;
        QString accessories;
        QString remark;
        /** "good", "worn", "damaged" or empty. */
        QString condition;
        /** "open", "returned", "missing", "stays". */
        QString state;
        QString agreement;
        quint32 locksRemoved = 0;
        quint32 locksLeft = 0;
        /** SHA-256 of the photo as it is in the file; empty: none. */
        QByteArray photoSha256;
    };
    std::vector<Thing> things;
};

} // namespace staffelstab::receipt
