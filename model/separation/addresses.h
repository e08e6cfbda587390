// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <string_view>

namespace staffelstab::separation {

/** What stands behind the last '@', without a copy; empty without one. */
QStringView domainOf(QStringView address);
/** `domain` is `parent` or below it. */
bool isWithin(QStringView domain, QStringView parent);
/** `pattern` with '*' for any characters, compared as a whole; both in lower case. */
bool matchesPattern(QStringView text, QStringView pattern);
/** The last word of "Lea Gehtbald", the first of "Gehtbald, Lea"; lower case; empty if shorter than 3 letters. */
QString familyNameOf(const QString& fullName);
/** Calls `found` with each run of letters and digits of UTF-8 `text` in lower case (ASCII and Latin-1 letters). */
void forEachWord(std::string_view text, const std::function<void(std::string_view)>& found);

} // namespace staffelstab::separation
