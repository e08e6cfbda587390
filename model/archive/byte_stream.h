// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace staffelstab::archive {

/** Takes bytes in order. */
class ByteSink
{
public:
    virtual ~ByteSink() = default;
    virtual Status write(QByteArrayView bytes) = 0;
};

/** Gives bytes in order, and the last ones beforehand. */
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /** At most `atMost` bytes; 0 only at the end. */
    virtual Result<qint64> read(char* to, qint64 atMost) = 0;
    /** The last bytes, at most `atMost`; only before the first read(). */
    virtual Result<QByteArray> tail(qint64 atMost) = 0;
};

/** Sees files one after another, as they stand in a folder or a packed stream. Paths are UTF-8 with '/'. */
class FileVisitor
{
public:
    virtual ~FileVisitor() = default;
    virtual Status begin(const QByteArray& path) = 0;
    virtual Status piece(QByteArrayView bytes) = 0;
    virtual Status end() = 0;
};

} // namespace staffelstab::archive
