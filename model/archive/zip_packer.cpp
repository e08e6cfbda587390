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
} // namespace

struct ZipPacker::Deflater
{
    Deflater() : whole(libdeflate_alloc_compressor(level))
    {
        if (whole == nullptr || deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
            libdeflate_free_compressor(whole);
            throw std::bad_alloc();
        }
    }
    ~Deflater()
    {
        deflateEnd(&stream);
        libdeflate_free_compressor(whole);
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    libdeflate_compressor* whole;
    z_stream stream = {};
};

ZipPacker::ZipPacker(ByteSink& sink, quint32 dosTime, const QString& spoolFolder)
    : m_sink(sink), m_directory(spoolFolder, Spool::ofListInMemory), m_dosTime(dosTime),
      m_deflater(std::make_unique<Deflater>())
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
    const auto size = static_cast<std::size_t>(content.size());
    m_entry = {.name = name, .size = size, .offset = m_position, .dosTime = m_dosTime};
    m_entry.crc = libdeflate_crc32(0, content.data(), size);
    if (m_buffer.size() < content.size()) {
        m_buffer.resize(content.size());
    }
    // 0 says that it would not become smaller.
    const std::size_t packed =
        libdeflate_deflate_compress(m_deflater->whole, content.data(), size, m_buffer.data(), size);
    m_entry.method = packed == 0 ? ZipEntry::Method::Stored : ZipEntry::Method::Deflated;
    m_entry.packed = packed == 0 ? size : packed;
    if (Status headed = put(localHeader(m_entry)); !headed) {
        return headed;
    }
    if (Status bodied = put(packed == 0 ? content : QByteArrayView(m_buffer).first(static_cast<qsizetype>(packed)));
        !bodied) {
        return bodied;
    }
    return record();
}

Status ZipPacker::begin(const QByteArray& name)
{
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
    m_entry = entry;
    m_position = behind;
    return record();
}

Status ZipPacker::finish(QByteArrayView comment)
{
    const quint64 offset = m_position;
    if (Status copied = m_directory.replay([this](QByteArrayView piece) { return put(piece); }); !copied) {
        return copied;
    }
    return put(endRecords(m_entries, m_position - offset, offset, comment));
}

} // namespace staffelstab::archive
