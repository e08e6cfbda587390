// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace staffelstab::directory {

/** Windows FILETIME (100 ns since 1601, MS-DTYP 2.3.3) in decimal; invalid for 0, "never" and anything else. */
QDateTime fromFileTime(const QByteArray& value);
/** The same the other way. */
QByteArray toFileTime(const QDateTime& time);
/** GeneralizedTime in UTC, "20261123083000Z" with or without a fraction (RFC 4517 3.3.13); else invalid. */
QDateTime fromGeneralizedTime(const QByteArray& value);
QByteArray toGeneralizedTime(const QDateTime& time);
/** An AD interval (negative, in 100 ns) as seconds; 0 for none. */
qint64 secondsOfInterval(const QByteArray& value);

} // namespace staffelstab::directory
