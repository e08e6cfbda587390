// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>

namespace staffelstab {

/** Whose a message or a file is. Protected: mail with the works council, company doctor, DPO, ...: the employer may
 * never read it. */
enum class Verdict : std::uint8_t { Undecided, Private, Business, Protected };

inline constexpr std::array allVerdicts{Verdict::Undecided, Verdict::Private, Verdict::Business, Verdict::Protected};
/** Stable name for files and the command line: "undecided", "private", "business", "protected". */
const char* verdictName(Verdict verdict);
std::optional<Verdict> verdictFromName(QStringView name);

} // namespace staffelstab
