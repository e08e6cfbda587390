// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/deflate_stream.h"

#include "core/secret.h"

#include <zlib.h>

namespace staffelstab::mail::imap {

namespace {

constexpr int rawWindow = -15; // RFC 4978: no zlib header
constexpr qsizetype outputBlock = qsizetype{256} * 1024;

/** zlib wants its input writable and never writes to it. */
Bytef* bytesOf(const char* bytes)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes));
}

class DeflateStream : public Stream
{
public:
    explicit DeflateStream(std::unique_ptr<Stream> stream) : m_stream(std::move(stream))
    {
        m_isReady =
            inflateInit2(&m_inflate, rawWindow) == Z_OK &&
            deflateInit2(&m_deflate, Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~DeflateStream() override
    {
        inflateEnd(&m_inflate);
        deflateEnd(&m_deflate);
    }
    DeflateStream(const DeflateStream&) = delete;
    DeflateStream& operator=(const DeflateStream&) = delete;

    Result<QByteArray> read(const Patience& patience) override
    {
        while (m_isReady) {
            if (m_inflate.avail_in == 0 && !m_hasMore) {
                Result<QByteArray> packed = m_stream->read(patience);
                if (!packed) {
                    return packed;
                }
                m_packed = std::move(*packed);
                m_inflate.next_in = bytesOf(m_packed.constData());
                m_inflate.avail_in = static_cast<uInt>(m_packed.size());
            }
            QByteArray plain(outputBlock, Qt::Uninitialized);
            m_inflate.next_out = reinterpret_cast<Bytef*>(plain.data());
            m_inflate.avail_out = static_cast<uInt>(plain.size());
            const int result = inflate(&m_inflate, Z_SYNC_FLUSH);
            if (result == Z_STREAM_END) {
                m_isReady = false;
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                break;
            }
            m_hasMore = m_inflate.avail_out == 0;
            plain.truncate(plain.size() - static_cast<qsizetype>(m_inflate.avail_out));
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        return Failure{Failure::Kind::ProtocolError, {}, QStringLiteral("the server's compressed data is damaged")};
    }

    void write(QByteArrayView bytes) override
    {
        m_deflate.next_in = bytesOf(bytes.data());
        m_deflate.avail_in = static_cast<uInt>(bytes.size());
        QByteArray packed(outputBlock, Qt::Uninitialized);
        do {
            m_deflate.next_out = reinterpret_cast<Bytef*>(packed.data());
            m_deflate.avail_out = static_cast<uInt>(packed.size());
            deflate(&m_deflate, Z_SYNC_FLUSH);
            m_stream->write(QByteArrayView(packed).chopped(static_cast<qsizetype>(m_deflate.avail_out)));
        } while (m_deflate.avail_out == 0);
        wipe(packed);
    }

    Status drain(const Patience& patience, qint64 most) override { return m_stream->drain(patience, most); }

    Status encrypt(const Patience&) override
    {
        return Failure{Failure::Kind::ProtocolError, {}, QStringLiteral("STARTTLS below COMPRESS")};
    }
    [[nodiscard]] bool isEncrypted() const override { return m_stream->isEncrypted(); }

private:
    std::unique_ptr<Stream> m_stream;
    z_stream m_inflate{};
    z_stream m_deflate{};
    QByteArray m_packed;
    bool m_hasMore = false;
    bool m_isReady = false;
};

} // namespace

std::unique_ptr<Stream> deflated(std::unique_ptr<Stream> stream)
{
    return std::make_unique<DeflateStream>(std::move(stream));
}

} // namespace staffelstab::mail::imap
