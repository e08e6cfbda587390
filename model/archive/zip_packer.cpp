// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zip_packer.h"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

namespace staffelstab::archive {

namespace {
// Mail is half base64 of compressed files: higher levels cost time and gain 2 %.
constexpr int level = 1;
constexpr qsizetype outputSize = 256 << 10;

void deflateWhole(libdeflate_compressor* compressor, WholeFile& file)
{
    const auto size = static_cast<std::size_t>(file.plain.size());
    file.entry.crc = libdeflate_crc32(0, file.plain.constData(), size);
    // 0 says that it would not become smaller.
    const std::size_t packed =
        libdeflate_deflate_compress(compressor, file.plain.constData(), size, file.packed.data(), size);
    file.entry.method = packed == 0 ? ZipEntry::Method::Stored : ZipEntry::Method::Deflated;
    file.entry.packed = packed == 0 ? size : packed;
}

WorkAhead::Work wholeDeflater()
{
    const std::shared_ptr<libdeflate_compressor> compressor(libdeflate_alloc_compressor(level),
                                                            &libdeflate_free_compressor);
    if (compressor == nullptr) {
        throw std::bad_alloc();
    }
    return [compressor](WholeFile& file) { deflateWhole(compressor.get(), file); };
}
} // namespace

/** For what is given in pieces. */
struct ZipPacker::Deflater
{
    Deflater()
    {
        if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Deflater() { deflateEnd(&stream); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    z_stream stream = {};
};

ZipPacker::ZipPacker(ByteSink& sink, quint32 dosTime, const QString& spoolFolder, int threads)
    : m_sink(sink), m_directory(spoolFolder, Spool::ofListInMemory), m_dosTime(dosTime),
      m_deflater(std::make_unique<Deflater>()), m_ahead(threads, &wholeDeflater)
{
}
ZipPacker::~ZipPacker() = default;

Status ZipPacker::put(QByteArrayView bytes)
{
    m_position += static_cast<quint64>(bytes.size());
    return m_sink.write(bytes);
}

Status ZipPacker::record()
{
    ++m_entries;
    return m_directory.write(centralRecord(m_entry));
}

Status ZipPacker::addWhole(const QByteArray& name, QByteArrayView content)
{
    while (!m_ahead.hasRoomFor(2 * content.size())) {
        if (Status written = putOldest(); !written) {
            return written;
        }
    }
    auto file = std::make_unique<WholeFile>();
    file->entry = {.name = name, .size = static_cast<quint64>(content.size()), .dosTime = m_dosTime};
    file->plain = content.toByteArray();
    file->packed = QByteArray(content.size(), Qt::Uninitialized);
    m_ahead.add(std::move(file));
    return Done{};
}

Status ZipPacker::putOldest()
{
    const std::unique_ptr<WholeFile> file = m_ahead.take();
    m_entry = file->entry;
    m_entry.offset = m_position;
    if (Status headed = put(localHeader(m_entry)); !headed) {
        return headed;
    }
    const bool isStored = m_entry.method == ZipEntry::Method::Stored;
    const QByteArrayView body = isStored ? file->plain : file->packed;
    if (Status bodied = put(body.first(static_cast<qsizetype>(m_entry.packed))); !bodied) {
        return bodied;
    }
    return record();
}

Status ZipPacker::drain()
{
    while (!m_ahead.isEmpty()) {
        if (Status written = putOldest(); !written) {
            return written;
        }
    }
    return Done{};
}

Status ZipPacker::begin(const QByteArray& name)
{
    if (Status drained = drain(); !drained) {
        return drained;
    }
    m_entry = {.name = name, .isStreamed = true, .offset = m_position, .dosTime = m_dosTime};
    deflateReset(&m_deflater->stream);
    return put(localHeader(m_entry));
}

Status ZipPacker::deflate(QByteArrayView content, bool isLast)
{
    z_stream& stream = m_deflater->stream;
    if (m_buffer.size() < outputSize) {
        m_buffer.resize(outputSize);
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(m_buffer.data());
        stream.avail_out = static_cast<uInt>(m_buffer.size());
        ::deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH);
        const qsizetype made = m_buffer.size() - static_cast<qsizetype>(stream.avail_out);
        m_entry.packed += static_cast<quint64>(made);
        if (Status written = put(QByteArrayView(m_buffer).first(made)); !written) {
            return written;
        }
    } while (stream.avail_out == 0);
    return Done{};
}

Status ZipPacker::write(QByteArrayView content)
{
    if (content.isEmpty()) {
        return Done{};
    }
    m_entry.crc = libdeflate_crc32(m_entry.crc, content.data(), static_cast<std::size_t>(content.size()));
    m_entry.size += static_cast<quint64>(content.size());
    return deflate(content, false);
}

Status ZipPacker::end()
{
    if (Status flushed = deflate({}, true); !flushed) {
        return flushed;
    }
    if (Status described = put(dataDescriptor(m_entry)); !described) {
        return described;
    }
    return record();
}

Status ZipPacker::recall(const ZipEntry& entry, quint64 behind)
{
    Q_ASSERT(m_ahead.isEmpty());
    m_entry = entry;
    m_position = behind;
    return record();
}

Status ZipPacker::finish(QByteArrayView comment)
{
    if (Status drained = drain(); !drained) {
        return drained;
    }
    const quint64 offset = m_position;
    if (Status copied = m_directory.replay([this](QByteArrayView piece) { return put(piece); }); !copied) {
        return copied;
    }
    return put(endRecords(m_entries, m_position - offset, offset, comment));
}

} // namespace staffelstab::archive
