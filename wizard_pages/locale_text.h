// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace staffelstab::wizard_pages {

/** The locale's short date with four digits for the year; "–" if there is none. */
QString dayText(const QDate& day);
/** Local day and time of day. */
QString momentText(const QDateTime& moment);
/** The format dayText() uses. */
QString dayFormat();
/** A digest in groups of four, as it stands on the receipt. */
QString groupedDigest(const QByteArray& digest);

} // namespace staffelstab::wizard_pages
