// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zip_walk.h"

#include "archive/spool.h"
#include "archive/work_ahead.h"
#include "archive/zip_records.h"
#include "core/sha256.h"

#include <QtEndian>

#include <libdeflate.h>
#include <zlib.h>

#include <limits>
#include <new>

namespace staffelstab::archive {

namespace {

constexpr qsizetype inputSize = 1 << 20;
constexpr qsizetype outputSize = 256 << 10;
constexpr qsizetype longestName = 4096;
constexpr quint64 most = std::numeric_limits<quint64>::max();

Failure damaged(const char* what)
{
    return {Failure::Kind::ArchiveDamaged, {}, QString::fromLatin1(what)};
}

/** For what stands there in pieces. */
struct Inflater
{
    Inflater()
    {
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream = {};
};

void inflateWhole(libdeflate_decompressor* decompressor, WholeFile& file)
{
    const ZipEntry& entry = file.entry;
    if (entry.method == ZipEntry::Method::Deflated) {
        std::size_t consumed = 0;
        const auto answer = libdeflate_deflate_decompress_ex(decompressor, file.packed.constData(), entry.packed,
                                                             file.plain.data(), entry.size, &consumed, nullptr);
        if (answer != LIBDEFLATE_SUCCESS || consumed != entry.packed) {
            return;
        }
    }
    file.isSound = static_cast<quint64>(file.plain.size()) == entry.size &&
                   libdeflate_crc32(0, file.plain.constData(), entry.size) == entry.crc;
}

WorkAhead::Work wholeInflater()
{
    const std::shared_ptr<libdeflate_decompressor> decompressor(libdeflate_alloc_decompressor(),
                                                                &libdeflate_free_decompressor);
    if (decompressor == nullptr) {
        throw std::bad_alloc();
    }
    return [decompressor](WholeFile& file) { inflateWhole(decompressor.get(), file); };
}

} // namespace

class ZipWalk
{
public:
    /** `packedTotal` 0: progress is not reported. `threads`: to unpack ahead on. */
    ZipWalk(ByteSource& source, const WalkLimits& limits, qint64 packedTotal, JobContext& job, int threads)
        : m_source(source), m_left(limits), m_packedTotal(packedTotal), m_job(job), m_input(inputSize, '\0'),
          m_ahead(threads, &wholeInflater)
    {
    }

    Status run(FileVisitor& visitor)
    {
        Status read = readAll(visitor);
        if (read || m_job.isCancelled()) {
            return read;
        }
        // What is wrong with an earlier file is told first, although later ones were read by then.
        Status shown = showAll(visitor);
        return shown ? read : shown;
    }

    /** Reads no further than this file's end. */
    Result<ZipEntry> next(FileVisitor& visitor)
    {
        const Result<QByteArray> signature = take(4);
        if (!signature) {
            return signature.failure();
        }
        Result<ZipEntry> entry = file(*signature, visitor);
        const Status shown = entry ? showAll(visitor) : Status(Done{});
        return shown ? entry : Result<ZipEntry>(shown.failure());
    }

    [[nodiscard]] quint64 position() const { return m_position; }

private:
    [[nodiscard]] qsizetype available() const { return m_end - m_at; }
    [[nodiscard]] QByteArrayView ahead() const { return QByteArrayView(m_input).sliced(m_at, available()); }

    Status readAll(FileVisitor& visitor)
    {
        for (;;) {
            const Result<QByteArray> fixed = take(4);
            if (!fixed) {
                return fixed.failure();
            }
            if (qFromLittleEndian<quint32>(fixed->constData()) != localSignature) {
                const Status shown = showAll(visitor);
                return shown ? checkDirectory(*fixed) : shown;
            }
            if (const Result<ZipEntry> read = file(*fixed, visitor); !read) {
                return read.failure();
            }
        }
    }

    /** At least one more byte in m_input, unless the stream has ended. */
    Status refill()
    {
        if (Status go = m_job.mayGoOn(); !go) {
            return go;
        }
        m_at = 0;
        m_end = 0;
        const Result<qint64> got = m_source.read(m_input.data(), m_input.size());
        if (!got) {
            return got.failure();
        }
        m_end = *got;
        m_packedDone += *got;
        if (m_packedTotal > 0) {
            m_job.report({Progress::Stage::ReadingBack, 0, 0, m_packedDone, m_packedTotal});
        }
        return Done{};
    }

    Result<QByteArray> take(qsizetype size)
    {
        QByteArray bytes;
        bytes.reserve(size);
        while (bytes.size() < size) {
            if (available() == 0) {
                if (Status filled = refill(); !filled) {
                    return filled.failure();
                }
                if (available() == 0) {
                    return damaged("packed stream ends too early");
                }
            }
            const qsizetype length = std::min(size - bytes.size(), available());
            bytes.append(ahead().first(length).data(), length);
            m_at += length;
        }
        m_position += static_cast<quint64>(size);
        return bytes;
    }

    /** One that is known as a whole is put into the line, to be shown later. */
    Result<ZipEntry> file(const QByteArray& signature, FileVisitor& visitor)
    {
        Result<ZipEntry> entry = header(signature);
        if (!entry) {
            return entry;
        }
        ++m_files;
        const Status read = entry->isStreamed ? streamed(*entry, visitor) : whole(*entry, visitor);
        return read ? entry : Result<ZipEntry>(read.failure());
    }

    void note(const ZipEntry& entry)
    {
        const QByteArray record = centralRecord(entry);
        m_directory.add(record);
        m_directorySize += static_cast<quint64>(record.size());
    }

    Result<ZipEntry> header(const QByteArray& signature)
    {
        const quint64 offset = m_position - 4;
        const Result<QByteArray> fixed = take(fixedHeaderSize - 4);
        if (!fixed) {
            return fixed.failure();
        }
        const std::optional<qsizetype> restSize = restOfLocalHeader(signature + *fixed);
        if (!restSize || *restSize > longestName) {
            return damaged("local header");
        }
        const Result<QByteArray> rest = take(*restSize);
        if (!rest) {
            return rest.failure();
        }
        std::optional<ZipEntry> entry = parseLocalHeader(signature + *fixed + *rest);
        if (!entry || entry->isEncrypted) {
            return damaged("local header");
        }
        const auto nameSize = static_cast<quint64>(entry->name.size());
        if (m_files >= m_left.files || nameSize > m_left.nameBytes) {
            return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("files")};
        }
        m_left.nameBytes -= nameSize;
        entry->offset = offset;
        return *entry;
    }

    Status show(QByteArrayView plain, FileVisitor& visitor)
    {
        if (static_cast<quint64>(plain.size()) > m_left.bytes) {
            return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("unpacked bytes")};
        }
        m_left.bytes -= static_cast<quint64>(plain.size());
        return visitor.piece(plain);
    }

    /** ZipPacker gives whole only what fits into a spool's memory. */
    Status whole(const ZipEntry& entry, FileVisitor& visitor)
    {
        if (entry.size > Spool::inMemory || entry.packed > entry.size) {
            return damaged("sizes");
        }
        while (!m_ahead.hasRoomFor(static_cast<qsizetype>(entry.packed + entry.size))) {
            if (Status shown = showOldest(visitor); !shown) {
                return shown;
            }
        }
        Result<QByteArray> packed = take(static_cast<qsizetype>(entry.packed));
        if (!packed) {
            return packed.failure();
        }
        auto file = std::make_unique<WholeFile>();
        file->entry = entry;
        if (entry.method == ZipEntry::Method::Deflated) {
            file->plain = QByteArray(static_cast<qsizetype>(entry.size), Qt::Uninitialized);
            file->packed = std::move(*packed);
        } else {
            file->plain = std::move(*packed);
        }
        m_ahead.add(std::move(file));
        return Done{};
    }

    /** The first failure is kept: nothing is shown after it. */
    Status showOldest(FileVisitor& visitor)
    {
        if (m_shown) {
            m_shown = showWhole(*m_ahead.take(), visitor);
        }
        return m_shown;
    }

    Status showAll(FileVisitor& visitor)
    {
        while (m_shown && !m_ahead.isEmpty()) {
            m_shown = showWhole(*m_ahead.take(), visitor);
        }
        return m_shown;
    }

    Status showWhole(const WholeFile& file, FileVisitor& visitor)
    {
        if (Status begun = visitor.begin(file.entry.name); !begun) {
            return begun;
        }
        if (!file.isSound) {
            return damaged("content");
        }
        if (Status shown = file.plain.isEmpty() ? Status(Done{}) : show(file.plain, visitor); !shown) {
            return shown;
        }
        note(file.entry);
        return visitor.end();
    }

    Status streamed(ZipEntry& entry, FileVisitor& visitor)
    {
        if (entry.method != ZipEntry::Method::Deflated) {
            return damaged("stored stream");
        }
        if (Status shown = showAll(visitor); !shown) {
            return shown;
        }
        if (Status begun = visitor.begin(entry.name); !begun) {
            return begun;
        }
        const quint64 start = m_position;
        const Result<ZipEntry> seen = inflateStream(visitor);
        if (!seen) {
            return seen.failure();
        }
        const quint64 packed = m_position - start;
        const Result<QByteArray> descriptor = take(descriptorSize);
        if (!descriptor) {
            return descriptor.failure();
        }
        if (!parseDataDescriptor(*descriptor, entry) || entry.packed != packed || entry.size != seen->size ||
            entry.crc != seen->crc) {
            return damaged("descriptor");
        }
        note(entry);
        return visitor.end();
    }

    /** Size and checksum of what was unpacked. */
    Result<ZipEntry> inflateStream(FileVisitor& visitor)
    {
        z_stream& stream = m_inflater.stream;
        inflateReset(&stream);
        QByteArray output(outputSize, Qt::Uninitialized);
        ZipEntry seen;
        for (int answer = Z_OK; answer != Z_STREAM_END;) {
            if (available() == 0) {
                if (Status filled = refill(); !filled) {
                    return filled.failure();
                }
            }
            const qsizetype before = available();
            stream.next_in = reinterpret_cast<Bytef*>(m_input.data() + m_at);
            stream.avail_in = static_cast<uInt>(before);
            stream.next_out = reinterpret_cast<Bytef*>(output.data());
            stream.avail_out = static_cast<uInt>(outputSize);
            answer = inflate(&stream, Z_NO_FLUSH);
            if ((answer != Z_OK && answer != Z_STREAM_END) || before == 0) {
                return damaged("deflate");
            }
            m_at += before - static_cast<qsizetype>(stream.avail_in);
            m_position += static_cast<quint64>(before) - stream.avail_in;
            const QByteArrayView plain =
                QByteArrayView(output).first(outputSize - static_cast<qsizetype>(stream.avail_out));
            seen.size += static_cast<quint64>(plain.size());
            seen.crc = libdeflate_crc32(seen.crc, plain.data(), static_cast<std::size_t>(plain.size()));
            if (Status shown = plain.isEmpty() ? Status(Done{}) : show(plain, visitor); !shown) {
                return shown.failure();
            }
        }
        return seen;
    }

    /** The directory must be the one that belongs to the files seen, and the stream must end behind it. */
    Status checkDirectory(const QByteArray& firstBytes)
    {
        const quint64 offset = m_position - 4;
        Sha256 found;
        QByteArray bytes = firstBytes;
        for (quint64 left = m_directorySize; left > 0;) {
            if (bytes.isEmpty()) {
                Result<QByteArray> more = take(static_cast<qsizetype>(std::min<quint64>(left, inputSize)));
                if (!more) {
                    return more.failure();
                }
                bytes = std::move(*more);
            }
            found.add(bytes);
            left -= static_cast<quint64>(bytes.size());
            bytes.clear();
        }
        return found.finish() == m_directory.finish() ? checkEnd(offset, bytes) : Status(damaged("directory"));
    }

    Status checkEnd(quint64 offset, QByteArray bytes)
    {
        while (bytes.size() < commentWindow * 2) {
            if (available() == 0) {
                if (Status filled = refill(); !filled) {
                    return filled;
                }
                if (available() == 0) {
                    break;
                }
            }
            const qsizetype length = std::min<qsizetype>(available(), commentWindow * 2 - bytes.size());
            bytes.append(ahead().first(length).data(), length);
            m_at += length;
        }
        return bytes == endRecords(m_files, m_directorySize, offset, zipComment(bytes)) ? Status(Done{})
                                                                                        : Status(damaged("end"));
    }

    ByteSource& m_source;
    WalkLimits m_left;
    qint64 m_packedTotal;
    JobContext& m_job;
    QByteArray m_input;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    qint64 m_packedDone = 0;
    quint64 m_position = 0;
    quint64 m_files = 0;
    quint64 m_directorySize = 0;
    Sha256 m_directory;
    Inflater m_inflater;
    WorkAhead m_ahead;
    Status m_shown = Done{};
};

ZipFiles::ZipFiles(ByteSource& source, JobContext& job)
    // Asked only for what is known to be our own.
    : m_walk(std::make_unique<ZipWalk>(source, WalkLimits{most, most, most}, 0, job, 0))
{
}
ZipFiles::~ZipFiles() = default;

Result<ZipEntry> ZipFiles::next(FileVisitor& visitor)
{
    return m_walk->next(visitor);
}

quint64 ZipFiles::position() const
{
    return m_walk->position();
}

QByteArray zipComment(QByteArrayView tail)
{
    constexpr qsizetype endSize = 22;
    for (qsizetype length = 0; length + endSize <= std::min<qsizetype>(tail.size(), commentWindow); ++length) {
        const QByteArrayView end = tail.last(endSize + length);
        if (qFromLittleEndian<quint32>(end.data()) == 0x06054b50 &&
            qFromLittleEndian<quint16>(end.data() + 20) == length) {
            return end.sliced(endSize).toByteArray();
        }
    }
    return {};
}

Status walkZip(ByteSource& source, FileVisitor& visitor, const WalkLimits& limits, qint64 packedTotal, JobContext& job)
{
    return ZipWalk(source, limits, packedTotal, job, WorkAhead::usualThreads()).run(visitor);
}

} // namespace staffelstab::archive
