// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::mail {

/**
 * What shows that a file was not written to since: two stamps of it are the same text only then. Empty if that cannot
 * be told: the file was written to in the last two seconds, and the clock of its medium may be so coarse (FAT) that the
 * next change would leave the same times, or it is no ordinary file. An empty stamp proves nothing.
 */
QByteArray stampOf(const QString& path);

/** SHA-256 over what stands around `offset`, 4 KiB to each side; empty if it cannot be read. */
QByteArray contentAround(const QString& path, qint64 offset);

} // namespace staffelstab::mail
