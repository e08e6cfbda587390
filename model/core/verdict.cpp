// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict.h"

#include <QString>

namespace staffelstab {

const char* verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Private:
        return "private";
    case Verdict::Business:
        return "business";
    case Verdict::Protected:
        return "protected";
    case Verdict::Undecided:
        break;
    }
    return "undecided";
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    for (const Verdict verdict : allVerdicts) {
        if (name == QLatin1String(verdictName(verdict))) {
            return verdict;
        }
    }
    return std::nullopt;
}

} // namespace staffelstab
