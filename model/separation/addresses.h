// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace staffelstab::separation {

/** What stands behind the last '@', without a copy; empty without one. */
QStringView domainOf(QStringView address);
/** `domain` is `parent` or below it. */
bool isWithin(QStringView domain, QStringView parent);
/** `pattern` with '*' for any characters, compared as a whole; both in lower case. */
bool matchesPattern(QStringView text, QStringView pattern);
/** The last word of "Lea Gehtbald", the first of "Gehtbald, Lea"; lower case; empty if shorter than 3 letters. */
QString familyNameOf(const QString& fullName);

} // namespace staffelstab::separation
