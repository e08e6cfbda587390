// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"

#include <QFile>

namespace staffelstab::archive {

/** The medium as the container writer sees it. A test stands a full disk in its place. */
class OutputDevice : public ByteSink
{
public:
    /** Overwrites bytes written before; the position for write() stays at the end. */
    virtual Status patch(qint64 offset, QByteArrayView bytes) = 0;
    /** Through to the medium; the file is closed afterwards. */
    virtual Status flushAndClose() = 0;
};

/**
 * A new file (0600) on a medium; an existing one is refused. A large one is flushed every now and then, so that a slow
 * stick shows honest progress, a cancel waits for little, and a full medium is noticed early.
 */
class FileDevice final : public OutputDevice
{
public:
    Status open(const QString& path);
    /** An existing file, to be read before it is written on; PathUnsafe for a link. cutTo() follows. */
    Status openAgain(const QString& path);
    [[nodiscard]] QFile& file() { return m_file; }
    /** Writing goes on there. */
    Status cutTo(qint64 size);
    Status write(QByteArrayView bytes) override;
    Status patch(qint64 offset, QByteArrayView bytes) override;
    Status flushAndClose() override;
    Status close();

private:
    QFile m_file;
    qint64 m_unflushed = 0;
};

} // namespace staffelstab::archive
