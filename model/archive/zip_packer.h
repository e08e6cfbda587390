// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"
#include "archive/spool.h"
#include "archive/work_ahead.h"

#include <memory>

namespace staffelstab::archive {

/**
 * Writes a plain ZIP in order, never going back: what is given whole gets its sizes in front (libdeflate), what is
 * given in pieces gets them behind (zlib). The directory of all entries is spooled, so memory does not grow with their
 * number.
 *
 * What is given whole is deflated on other threads while more is added, and written when it is its turn: by a later
 * call, which then is the one to tell that the sink failed. The bytes are the same whatever the timing, and the sink is
 * called from the caller's thread only.
 */
class ZipPacker
{
public:
    /** `spoolFolder`: for the directory. */
    ZipPacker(ByteSink& sink, quint32 dosTime, const QString& spoolFolder, int threads = WorkAhead::usualThreads());
    ~ZipPacker();

    /** Of the entries to come; see dosTimeOf(). */
    void setTime(quint32 dosTime) { m_dosTime = dosTime; }
    /** `content` is copied. */
    Status addWhole(const QByteArray& name, QByteArrayView content);
    Status begin(const QByteArray& name);
    Status write(QByteArrayView content);
    Status end();
    /** Bytes that wait to be written: at most so many. */
    [[nodiscard]] quint64 waiting() const { return static_cast<quint64>(m_ahead.bytes()) / 2; }
    /** Returns when everything added so far has reached the sink. */
    Status drain();
    /** Takes a file into the directory that stands in the ZIP already; `behind`: bytes up to its end. Before any is
     * added. */
    Status recall(const ZipEntry& entry, quint64 behind);
    /** The directory; nothing may follow. */
    Status finish(QByteArrayView comment);

private:
    struct Deflater;

    Status put(QByteArrayView bytes);
    Status putOldest();
    Status record();
    Status deflate(QByteArrayView content, bool isLast);

    ByteSink& m_sink;
    Spool m_directory;
    ZipEntry m_entry;
    quint32 m_dosTime;
    quint64 m_position = 0;
    quint64 m_entries = 0;
    QByteArray m_buffer;
    std::unique_ptr<Deflater> m_deflater;
    WorkAhead m_ahead;
};

} // namespace staffelstab::archive
