// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sha256.h"

#include <QByteArrayView>
#include <QFile>

namespace staffelstab {

/**
 * A file that appears whole or not at all: written to `name.part` (0600), flushed to the medium, then renamed.
 * A part that was not committed is removed when the object dies. Carries the SHA-256 of what was written.
 */
class AtomicFile
{
public:
    explicit AtomicFile(QString path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    Status open();
    Status write(QByteArrayView bytes);
    /** Flushes the part to the medium and closes it; it can then be read back under partPath(). */
    Status flush();
    /** flush() if that has not been done, then the rename. */
    Status commit();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString partPath() const { return m_part.fileName(); }
    [[nodiscard]] qint64 bytesWritten() const { return m_bytes; }
    /** SHA-256 of all bytes written; valid after flush(). */
    [[nodiscard]] const QByteArray& sha256() const { return m_digest; }

    /** Writes a small file in one go. */
    static Status writeWhole(const QString& path, QByteArrayView bytes);

private:
    QString m_path;
    QFile m_part;
    Sha256 m_hash;
    QByteArray m_digest;
    qint64 m_bytes = 0;
    bool m_isFlushed = false;
};

/** Reads a file in steps of at most 1 MiB and returns its SHA-256. */
Result<QByteArray> sha256OfFile(const QString& path);
/** Reads a whole small file; LimitExceeded if it is larger than `limit` bytes. */
Result<QByteArray> readWhole(const QString& path, qint64 limit);

} // namespace staffelstab
