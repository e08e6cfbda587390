// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"
#include "core/job.h"

namespace staffelstab::archive {

/**
 * Shows one file of a folder to a visitor, in pieces of at most 1 MiB. FileNotReadable: it could not be opened and the
 * visitor has seen nothing; MediumGone: reading stopped in its middle.
 */
Status feedFile(const QString& path, const QByteArray& relative, FileVisitor& visitor, Progress& progress,
                JobContext& job);

/** Takes the one folder away in which everything in a container stands. */
class BelowTop final : public FileVisitor
{
public:
    explicit BelowTop(FileVisitor& next) : m_next(next) {}
    Status begin(const QByteArray& path) override
    {
        const qsizetype slash = path.indexOf('/');
        return m_next.begin(slash < 0 ? path : path.sliced(slash + 1));
    }
    Status piece(QByteArrayView bytes) override { return m_next.piece(bytes); }
    Status end() override { return m_next.end(); }

private:
    FileVisitor& m_next;
};

} // namespace staffelstab::archive
