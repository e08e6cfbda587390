// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/equipment.h"

#include <algorithm>

namespace staffelstab::checklists {

bool EquipmentLine::hasOpenLocks() const
{
    return state == State::Returned &&
           std::any_of(locks.begin(), locks.end(), [](const LockState& lock) { return !lock.isRemoved; });
}

QList<EquipmentLine> fromTemplate(const QList<policy::EquipmentItem>& items, const QString& language)
{
    QList<EquipmentLine> lines;
    for (const policy::EquipmentItem& item : items) {
        EquipmentLine line;
        line.item = item.name.in(language);
        line.accessories = item.accessories.in(language);
        for (const EquipmentLine::Lock lock : item.locks) {
            line.locks.append({lock, false});
        }
        lines.append(line);
    }
    return lines;
}

} // namespace staffelstab::checklists
