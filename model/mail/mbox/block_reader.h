// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>

namespace staffelstab::mail {

/**
 * A window of 2 MiB on a file of any size, moved by read(): a mapping would end the program with SIGBUS when a network
 * drive or USB disk goes away. The size is that of the moment of opening; what is appended later is not looked at.
 */
class BlockReader
{
public:
    Status open(const QString& path);
    [[nodiscard]] qint64 size() const { return m_size; }
    /**
     * What stands at `offset`: at least `wanted` bytes, fewer only at the end, more if they are there. Valid until the
     * next call. FolderChanged if the file has become shorter.
     */
    Result<QByteArrayView> at(qint64 offset, qsizetype wanted);

private:
    QFile m_file;
    qint64 m_size = 0;
    QByteArray m_window;
    qint64 m_begin = 0;
    qsizetype m_filled = 0;
};

} // namespace staffelstab::mail
