// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pst_checksums.h"

#include "mail/pst_reader/pst_size.h"

#include <QIODevice>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <vector>

namespace staffelstab::mail::pst {

namespace {

constexpr qsizetype pageSize = 512;
constexpr qint64 windowSize = 1024L * 1024;
constexpr qint64 tellEvery = 16L * 1024 * 1024;
/** A disk that turns reads some hundred a second of what lies apart. */
constexpr qint64 tellEveryPages = 1024;
constexpr quint16 versionAt = 10;
constexpr quint16 lastAnsi = 15;
constexpr quint16 unicode = 23;
constexpr quint8 blockTree = 0x80;
constexpr quint8 nodeTree = 0x81;

/** Where things stand in the two formats; sizes and offsets in bytes. */
struct Layout
{
    /** 8 or 4: of a place in the file, and of a number of a block. */
    int word;
    qsizetype nodeTreeAt;
    qsizetype blockTreeAt;
    /** In a page: behind the entries come their count, their most, their size and the level. */
    qsizetype countsAt;
    qsizetype pageTrailerAt;
    qsizetype pageChecksumAt;
    qsizetype blockTrailer;
    /** In the trailer of a block. */
    qsizetype blockChecksumAt;
};
constexpr Layout unicodeLayout{8, 0xE0, 0xF0, 488, 496, 500, 16, 4};
constexpr Layout ansiLayout{4, 0xBC, 0xC4, 496, 500, 508, 12, 8};

/** CRC-32 without the inversions that zlib makes before and after. */
quint32 checksum(QByteArrayView bytes)
{
    return ~static_cast<quint32>(
        crc32(0xFFFFFFFFU, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

class Comparison
{
public:
    Comparison(QIODevice& file, const Layout& layout, const std::function<void(const ChecksumsFound&)>& tell)
        : m_file(file), m_layout(layout), m_tell(tell)
    {
        m_found.total = file.size();
    }

    ChecksumsFound run(QByteArrayView header)
    {
        walk(word(header, m_layout.nodeTreeAt), nodeTree, -1);
        walk(word(header, m_layout.blockTreeAt), blockTree, -1);
        std::sort(m_blocks.begin(), m_blocks.end(), [](const Block& a, const Block& b) { return a.at < b.at; });
        for (const Block& block : m_blocks) {
            m_found.damaged += isSound(block) ? 0 : 1;
            tellNow(static_cast<qint64>(std::min(block.at, static_cast<quint64>(m_found.total))));
        }
        m_found.done = m_found.total;
        return m_found;
    }

private:
    struct Block
    {
        quint64 at = 0;
        quint16 size = 0;
    };

    [[nodiscard]] quint64 word(QByteArrayView bytes, qsizetype at) const
    {
        return m_layout.word == 8 ? qFromLittleEndian<quint64>(bytes.data() + at)
                                  : qFromLittleEndian<quint32>(bytes.data() + at);
    }

    void tellNow(qint64 at)
    {
        if (at >= m_found.done + tellEvery) {
            m_found.done = at;
            m_tell(m_found);
        }
    }

    /** Fewer bytes at the end of the file, and none behind it. */
    QByteArray pageAt(quint64 at)
    {
        const bool isInside = at < static_cast<quint64>(m_found.total) && m_file.seek(static_cast<qint64>(at));
        return isInside ? m_file.read(pageSize) : QByteArray();
    }

    /** The same for blocks, which are asked for in the order they lie. Valid until the next call. */
    QByteArrayView blockAt(quint64 at, qsizetype count)
    {
        if (at >= static_cast<quint64>(m_found.total)) {
            return {};
        }
        const auto offset = static_cast<qint64>(at);
        if (offset < m_windowAt || offset + count > m_windowAt + m_window.size()) {
            m_windowAt = offset;
            m_window = m_file.seek(offset) ? m_file.read(windowSize) : QByteArray();
        }
        const QByteArrayView rest = QByteArrayView(m_window).sliced(offset - m_windowAt);
        return rest.first(std::min(count, rest.size()));
    }

    /** `level` is that of the page above, which this one has to be below; -1 for the root. */
    void walk(quint64 at, quint8 kind, int level)
    {
        // A tree that goes in circles is longer than the file.
        if (++m_pages > m_found.total / pageSize) {
            ++m_found.damaged;
            return;
        }
        if (m_pages % tellEveryPages == 0) {
            m_tell(m_found);
        }
        const QByteArray page = pageAt(at);
        const bool isWhole = page.size() == pageSize && static_cast<quint8>(page.at(m_layout.pageTrailerAt)) == kind &&
                             checksum(QByteArrayView(page).first(m_layout.pageTrailerAt)) ==
                                 qFromLittleEndian<quint32>(page.constData() + m_layout.pageChecksumAt);
        const int count = isWhole ? static_cast<quint8>(page.at(m_layout.countsAt)) : 0;
        const int size = isWhole ? static_cast<quint8>(page.at(m_layout.countsAt + 2)) : 0;
        const int own = isWhole ? static_cast<quint8>(page.at(m_layout.countsAt + 3)) : 0;
        const int least = own > 0 ? 3 * m_layout.word : kind == blockTree ? 2 * m_layout.word + 2 : 0;
        const bool isInPlace = level < 0 || own == level - 1;
        if (!isWhole || !isInPlace || count * size > m_layout.countsAt || (count > 0 && size < least)) {
            ++m_found.damaged;
            return;
        }
        for (int i = 0; i < count; ++i) {
            take(QByteArrayView(page).sliced(qsizetype{i} * size, size), kind, own);
        }
    }

    void take(QByteArrayView entry, quint8 kind, int level)
    {
        if (level > 0) {
            walk(word(entry, 2L * m_layout.word), kind, level);
        } else if (kind == blockTree) {
            m_blocks.push_back(
                {word(entry, m_layout.word), qFromLittleEndian<quint16>(entry.data() + 2L * m_layout.word)});
        }
    }

    bool isSound(const Block& block)
    {
        constexpr qsizetype step = 64;
        const qsizetype whole = (block.size + m_layout.blockTrailer + step - 1) / step * step;
        const QByteArrayView bytes = blockAt(block.at, whole);
        if (bytes.size() != whole) {
            return false;
        }
        const QByteArrayView trailer = bytes.last(m_layout.blockTrailer);
        return qFromLittleEndian<quint16>(trailer.data()) == block.size &&
               qFromLittleEndian<quint32>(trailer.data() + m_layout.blockChecksumAt) ==
                   checksum(bytes.first(block.size));
    }

    QIODevice& m_file;
    const Layout& m_layout;
    const std::function<void(const ChecksumsFound&)>& m_tell;
    ChecksumsFound m_found;
    std::vector<Block> m_blocks;
    qint64 m_pages = 0;
    QByteArray m_window;
    qint64 m_windowAt = 0;
};

} // namespace

std::optional<ChecksumsFound> compareChecksums(QIODevice& file, const std::function<void(const ChecksumsFound&)>& tell)
{
    const QByteArray header = file.seek(0) ? file.read(pstHeaderSize) : QByteArray();
    if (!sizeByHeader(header)) {
        return {};
    }
    const auto version = qFromLittleEndian<quint16>(header.constData() + versionAt);
    if (version != unicode && version > lastAnsi) {
        return {};
    }
    return Comparison(file, version == unicode ? unicodeLayout : ansiLayout, tell).run(header);
}

} // namespace staffelstab::mail::pst
