// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/msg/compound_file.h"

#include "mail/mapi/code_page.h"

#include <QtEndian>

namespace staffelstab::mail {

namespace {

constexpr char signature[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr qsizetype headerSize = 512;
constexpr qsizetype entrySize = 128;
constexpr int smallSectorSize = 64;
constexpr quint32 lastSector = 0xFFFFFFFA;
constexpr quint32 noEntry = 0xFFFFFFFF;
constexpr std::size_t mostChildren = 10'000;
/** Enough for the largest table of a file of 2 GiB. */
constexpr std::size_t mostTableSectors = 40'000;

quint32 number(const QByteArray& bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

void appendNumbers(QByteArrayView bytes, std::vector<quint32>& to)
{
    for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4) {
        to.push_back(qFromLittleEndian<quint32>(bytes.data() + at));
    }
}

} // namespace

bool CompoundFile::isOne(QByteArrayView bytes)
{
    return bytes.size() >= headerSize && bytes.startsWith(QByteArrayView(signature, 8));
}

Result<CompoundFile> CompoundFile::open(QByteArray bytes)
{
    if (!isOne(bytes)) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("no compound file")};
    }
    CompoundFile file;
    file.m_bytes = std::move(bytes);
    if (!file.readTables()) {
        return Failure{Failure::Kind::MailboxDamaged, {}, QStringLiteral("compound file damaged")};
    }
    return file;
}

QByteArrayView CompoundFile::sector(quint32 number) const
{
    const qint64 at = headerSize + (m_sectorSize - headerSize) + static_cast<qint64>(number) * m_sectorSize;
    if (number >= lastSector || at >= m_bytes.size()) {
        return {};
    }
    return QByteArrayView(m_bytes).sliced(at, std::min<qint64>(m_sectorSize, m_bytes.size() - at));
}

bool CompoundFile::readTables()
{
    const int shift = qFromLittleEndian<quint16>(m_bytes.constData() + 30);
    if (shift != 9 && shift != 12) {
        return false;
    }
    m_sectorSize = 1 << shift;
    m_smallLimit = number(m_bytes, 56);
    // The table's own sectors: 109 of them in the header, then in a chain of lists.
    std::vector<quint32> tables;
    appendNumbers(QByteArrayView(m_bytes).sliced(76, 436), tables);
    quint32 more = number(m_bytes, 68);
    for (std::size_t lists = 0; more < lastSector && lists < mostTableSectors / 100; ++lists) {
        const QByteArrayView list = sector(more);
        if (list.size() < m_sectorSize) {
            break;
        }
        appendNumbers(list.first(m_sectorSize - 4), tables);
        more = qFromLittleEndian<quint32>(list.data() + m_sectorSize - 4);
    }
    for (const quint32 table : tables) {
        if (table < lastSector && m_next.size() < mostTableSectors * 1024) {
            appendNumbers(sector(table), m_next);
        }
    }
    readEntries(chain(number(m_bytes, 48), static_cast<quint64>(m_bytes.size())));
    if (m_entries.empty()) {
        return false;
    }
    appendNumbers(chain(number(m_bytes, 60), static_cast<quint64>(m_bytes.size())), m_nextSmall);
    m_smallSectors = chain(m_entries.front().start, m_entries.front().size);
    return true;
}

void CompoundFile::readEntries(const QByteArray& directory)
{
    for (qsizetype at = 0; at + entrySize <= directory.size(); at += entrySize) {
        const QByteArray raw = directory.mid(at, entrySize);
        const int nameBytes = std::clamp<int>(qFromLittleEndian<quint16>(raw.constData() + 64) - 2, 0, 62);
        Entry entry;
        entry.name = mapi::decodeUtf16(QByteArrayView(raw).first(nameBytes));
        entry.type = raw.at(66);
        entry.left = number(raw, 68);
        entry.right = number(raw, 72);
        entry.child = number(raw, 76);
        entry.start = number(raw, 116);
        entry.size = qFromLittleEndian<quint64>(raw.constData() + 120);
        // Version 3 has 32 bits, and some writers leave rubbish above them.
        entry.size = m_sectorSize == 512 ? entry.size & 0xFFFFFFFFU : entry.size;
        m_entries.push_back(std::move(entry));
    }
}

QByteArray CompoundFile::chain(quint32 start, quint64 most) const
{
    QByteArray bytes;
    // No chain is longer than the file.
    const quint64 limit = std::min(most, static_cast<quint64>(m_bytes.size()));
    for (quint32 at = start; at < m_next.size() && static_cast<quint64>(bytes.size()) < limit; at = m_next[at]) {
        const QByteArrayView part = sector(at);
        if (part.isEmpty()) {
            break;
        }
        bytes.append(part);
    }
    bytes.truncate(static_cast<qsizetype>(limit));
    return bytes;
}

QByteArray CompoundFile::smallChain(quint32 start, quint64 most) const
{
    QByteArray bytes;
    const quint64 limit = std::min(most, static_cast<quint64>(m_smallSectors.size()));
    for (quint32 at = start; at < m_nextSmall.size() && static_cast<quint64>(bytes.size()) < limit;
         at = m_nextSmall[at]) {
        const qint64 offset = static_cast<qint64>(at) * smallSectorSize;
        if (offset >= m_smallSectors.size()) {
            break;
        }
        bytes.append(m_smallSectors.mid(offset, smallSectorSize));
    }
    bytes.truncate(static_cast<qsizetype>(limit));
    return bytes;
}

QByteArray CompoundFile::stream(int entry) const
{
    const Entry& one = m_entries[static_cast<std::size_t>(entry)];
    if (one.type != 2) {
        return {};
    }
    return one.size < m_smallLimit ? smallChain(one.start, one.size) : chain(one.start, one.size);
}

std::vector<int> CompoundFile::children(int storage) const
{
    std::vector<int> found;
    std::vector<bool> isSeen(m_entries.size());
    std::vector<quint32> waiting{m_entries[static_cast<std::size_t>(storage)].child};
    while (!waiting.empty() && found.size() < mostChildren) {
        const quint32 at = waiting.back();
        waiting.pop_back();
        if (at == noEntry || at >= m_entries.size() || isSeen[at]) {
            continue;
        }
        isSeen[at] = true;
        found.push_back(static_cast<int>(at));
        waiting.push_back(m_entries[at].right);
        waiting.push_back(m_entries[at].left);
    }
    std::sort(found.begin(), found.end());
    return found;
}

int CompoundFile::child(int storage, const QString& wanted) const
{
    for (const int one : children(storage)) {
        if (name(one).compare(wanted, Qt::CaseInsensitive) == 0) {
            return one;
        }
    }
    return -1;
}

} // namespace staffelstab::mail
