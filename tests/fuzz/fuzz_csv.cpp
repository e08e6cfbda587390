// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/equipment.h"

#include <cstdlib>

// A list of equipment as an inventory program or anybody else may write it.

using namespace staffelstab;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Person leaver{QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example"), {}, QStringLiteral("7")};
    const auto import = checklists::readEquipmentCsv(bytes, QStringLiteral("a.csv"), leaver);
    if (import) {
        for (const checklists::EquipmentLine& line : import->lines) {
            if (line.item.isEmpty()) {
                std::abort();
            }
        }
    }
    return 0;
}
