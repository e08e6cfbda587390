// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace staffelstab::test {

/** Text without line ends that does not become much smaller when it is packed; another for each seed. */
inline QByteArray noise(int seed, qsizetype size)
{
    QByteArray text(size, Qt::Uninitialized);
    auto state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (char& letter : text) {
        state = state * 1664525U + 1013904223U;
        letter = static_cast<char>(33 + (state >> 24) % 90);
    }
    return text;
}

} // namespace staffelstab::test
