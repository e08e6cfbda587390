// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zip_walk.h"

#include "archive/spool.h"
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

/** The two ways to unpack; made once. */
struct Inflater
{
    Inflater() : whole(libdeflate_alloc_decompressor())
    {
        if (whole == nullptr || inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
            libdeflate_free_decompressor(whole);
            throw std::bad_alloc();
        }
    }
    ~Inflater()
    {
        inflateEnd(&stream);
        libdeflate_free_decompressor(whole);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    libdeflate_decompressor* whole;
    z_stream stream = {};
};

} // namespace

class ZipWalk
{
public:
    /** `packedTotal` 0: progress is not reported. */
    ZipWalk(ByteSource& source, const WalkLimits& limits, qint64 packedTotal, JobContext& job)
        : m_source(source), m_left(limits), m_packedTotal(packedTotal), m_job(job), m_input(inputSize, '\0')
    {
    }

    Status run(FileVisitor& visitor)
    {
        for (;;) {
            const Result<QByteArray> fixed = take(4);
            if (!fixed) {
                return fixed.failure();
            }
            if (qFromLittleEndian<quint32>(fixed->constData()) != localSignature) {
                return checkDirectory(*fixed);
            }
            if (const Result<ZipEntry> done = file(*fixed, visitor); !done) {
                return done.failure();
            }
        }
    }

    Result<ZipEntry> next(FileVisitor& visitor)
    {
        const Result<QByteArray> signature = take(4);
        return signature ? file(*signature, visitor) : Result<ZipEntry>(signature.failure());
    }

    [[nodiscard]] quint64 position() const { return m_position; }

private:
    [[nodiscard]] qsizetype available() const { return m_end - m_at; }
    [[nodiscard]] QByteArrayView ahead() const { return QByteArrayView(m_input).sliced(m_at, available()); }

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

    Result<ZipEntry> file(const QByteArray& signature, FileVisitor& visitor)
    {
        Result<ZipEntry> entry = header(signature);
        if (!entry) {
            return entry;
        }
        if (Status begun = visitor.begin(entry->name); !begun) {
            return begun.failure();
        }
        if (Status read = entry->isStreamed ? streamed(*entry, visitor) : whole(*entry, visitor); !read) {
            return read.failure();
        }
        const QByteArray record = centralRecord(*entry);
        m_directory.add(record);
        m_directorySize += static_cast<quint64>(record.size());
        ++m_files;
        Status ended = visitor.end();
        return ended ? entry : Result<ZipEntry>(ended.failure());
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
        Result<QByteArray> packed = take(static_cast<qsizetype>(entry.packed));
        if (!packed) {
            return packed.failure();
        }
        QByteArray plain = std::move(*packed);
        if (entry.method == ZipEntry::Method::Deflated) {
            QByteArray unpacked(static_cast<qsizetype>(entry.size), Qt::Uninitialized);
            std::size_t consumed = 0;
            const auto answer = libdeflate_deflate_decompress_ex(m_inflater.whole, plain.constData(), entry.packed,
                                                                 unpacked.data(), entry.size, &consumed, nullptr);
            if (answer != LIBDEFLATE_SUCCESS || consumed != entry.packed) {
                return damaged("deflate");
            }
            plain = std::move(unpacked);
        }
        if (static_cast<quint64>(plain.size()) != entry.size ||
            libdeflate_crc32(0, plain.constData(), entry.size) != entry.crc) {
            return damaged("checksum");
        }
        return plain.isEmpty() ? Status(Done{}) : show(plain, visitor);
    }

    Status streamed(ZipEntry& entry, FileVisitor& visitor)
    {
        if (entry.method != ZipEntry::Method::Deflated) {
            return damaged("stored stream");
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
        return Done{};
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
};

ZipFiles::ZipFiles(ByteSource& source, JobContext& job)
    // Asked only for what is known to be our own.
    : m_walk(std::make_unique<ZipWalk>(source, WalkLimits{most, most, most}, 0, job))
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
    return ZipWalk(source, limits, packedTotal, job).run(visitor);
}

} // namespace staffelstab::archive
