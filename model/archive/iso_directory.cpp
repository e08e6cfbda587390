// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/iso_directory.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace staffelstab::archive {

namespace {

constexpr int isFolderFlag = 0x02;
constexpr int goesOnFlag = 0x80;
/** The most whole sectors that a record's 32 bits can count. */
constexpr qint64 largestPart = 0xfffff800LL;
constexpr qsizetype longestStem = 22;
constexpr qsizetype longestEnding = 7;
constexpr qsizetype longestFolder = 31;

template <typename Number>
QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

template <typename Number>
QByteArray big(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/** Both byte orders, as the standard writes most numbers. */
template <typename Number>
QByteArray both(Number number)
{
    return little(number) + big(number);
}

quint32 sectorsFor(qint64 bytes)
{
    return static_cast<quint32>((bytes + IsoDirectory::sectorSize - 1) / IsoDirectory::sectorSize);
}

QByteArray plain(const QString& text, qsizetype most)
{
    QByteArray id;
    for (const QString upper = text.left(most).toUpper(); const QChar letter : upper) {
        const char c = letter.toLatin1();
        const bool isFine = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        id += isFine ? c : '_';
    }
    return id.left(most);
}

QByteArray numbered(const QByteArray& id, int number)
{
    const QByteArray suffix = '_' + QByteArray::number(number);
    const qsizetype dot = id.indexOf('.');
    const qsizetype end = dot < 0 ? id.size() : dot;
    return id.left(std::min(end, longestStem - suffix.size())) + suffix + id.mid(end);
}

QByteArray padded(QByteArray bytes)
{
    const qint64 size = sectorsFor(bytes.size()) * IsoDirectory::sectorSize;
    return bytes.append(QByteArray(size - bytes.size(), '\0'));
}

QByteArray longDate(const QDate& date)
{
    return date.isValid() ? date.toString(QStringLiteral("yyyyMMdd")).toLatin1() + QByteArray(8, '0') + '\0'
                          : QByteArray(16, '0') + '\0';
}

} // namespace

IsoDirectory::IsoDirectory(const std::vector<IsoFolder>& folders, Names names, const QDate& date)
    : m_folders(folders), m_names(names), m_date(date), m_position(folders.size())
{
    m_order.push_back({0, 0, QByteArray(1, '\0')});
    for (std::size_t at = 0; at < m_order.size(); ++at) {
        const std::size_t folder = m_order[at].folder;
        m_position[folder] = at;
        for (Entry& entry : entries(folder)) {
            if (entry.isFolder) {
                m_order.push_back({entry.index, at, std::move(entry.id)});
            }
        }
    }
}

QByteArray IsoDirectory::idOf(const QString& name, bool isFolder) const
{
    if (m_names == Names::Joliet) {
        QByteArray id;
        for (const QChar letter : name) {
            id += big(static_cast<quint16>(letter.unicode()));
        }
        return id;
    }
    if (isFolder) {
        return plain(name, longestFolder);
    }
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return plain(dot < 0 ? name : name.left(dot), longestStem) + '.' +
           plain(dot < 0 ? QString() : name.mid(dot + 1), longestEnding);
}

std::vector<IsoDirectory::Entry> IsoDirectory::entries(std::size_t folder) const
{
    const IsoFolder& here = m_folders[folder];
    std::vector<Entry> list;
    list.reserve(here.folders.size() + here.files.size());
    QSet<QByteArray> taken;
    const auto add = [&](const QString& name, bool isFolder, std::size_t index) {
        const QByteArray wanted = idOf(name, isFolder);
        QByteArray id = wanted;
        for (int number = 1; m_names == Names::Primary && taken.contains(id); ++number) {
            id = numbered(wanted, number);
        }
        taken.insert(id);
        list.push_back({id, isFolder, index});
    };
    for (const std::size_t index : here.folders) {
        add(m_folders[index].name, true, index);
    }
    for (std::size_t index = 0; index < here.files.size(); ++index) {
        add(here.files[index].name, false, index);
    }
    std::sort(list.begin(), list.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
    return list;
}

QByteArray IsoDirectory::record(const QByteArray& id, quint32 sector, quint32 bytes, int flags) const
{
    // Midnight UTC: hour, minute, second and the distance from Greenwich are 0.
    const char day[7] = {static_cast<char>(m_date.year() - 1900), static_cast<char>(m_date.month()),
                         static_cast<char>(m_date.day())};
    const QByteArray date(day, sizeof day);
    QByteArray record = QByteArray(2, '\0') + both(sector) + both(bytes) + date + static_cast<char>(flags) +
                        QByteArray(2, '\0') + both(quint16{1}) + static_cast<char>(id.size()) + id;
    if (record.size() % 2 != 0) {
        record += '\0';
    }
    record[0] = static_cast<char>(record.size());
    return record;
}

template <typename Take>
Status IsoDirectory::forEachRecord(const Place& place, Take take) const
{
    const Place& parent = m_order[place.parent];
    const auto folderRecord = [this](const QByteArray& id, const Place& of) {
        return record(id, of.sector, static_cast<quint32>(of.bytes), isFolderFlag);
    };
    Status taken = take(folderRecord(QByteArray(1, '\0'), place));
    if (taken) {
        taken = take(folderRecord(QByteArray(1, '\1'), parent));
    }
    for (const Entry& entry : entries(place.folder)) {
        if (!taken) {
            return taken;
        }
        if (entry.isFolder) {
            taken = take(folderRecord(entry.id, m_order[m_position[entry.index]]));
            continue;
        }
        const IsoFile& file = m_folders[place.folder].files[entry.index];
        const QByteArray id = m_names == Names::Primary ? entry.id + ";1" : entry.id;
        quint32 sector = file.sector;
        qint64 left = file.bytes;
        do {
            const qint64 part = std::min(left, largestPart);
            left -= part;
            taken = take(record(id, sector, static_cast<quint32>(part), left > 0 ? goesOnFlag : 0));
            sector += sectorsFor(part);
        } while (taken && left > 0);
    }
    return taken;
}

qint64 IsoDirectory::sizeOf(const Place& place) const
{
    qint64 bytes = 0;
    // A record does not cross the border of a sector. Counting cannot fail.
    static_cast<void>(forEachRecord(place, [&bytes](const QByteArray& record) -> Status {
        const qint64 room = sectorSize - bytes % sectorSize;
        bytes += (record.size() > room ? room : 0) + record.size();
        return Done{};
    }));
    return sectorsFor(bytes) * sectorSize;
}

quint32 IsoDirectory::place(quint32 sector)
{
    m_tableBytes = pathTable(false).size();
    m_littleTable = sector;
    m_bigTable = m_littleTable + sectorsFor(m_tableBytes);
    quint32 next = m_bigTable + sectorsFor(m_tableBytes);
    for (Place& place : m_order) {
        place.sector = next;
        place.bytes = sizeOf(place);
        next += sectorsFor(place.bytes);
    }
    return next;
}

QByteArray IsoDirectory::pathTable(bool isBigEndian) const
{
    QByteArray table;
    for (const Place& place : m_order) {
        const auto parent = static_cast<quint16>(place.parent + 1);
        table += static_cast<char>(place.id.size());
        table += '\0';
        table += isBigEndian ? big(place.sector) + big(parent) : little(place.sector) + little(parent);
        table += place.id;
        if (place.id.size() % 2 != 0) {
            table += '\0';
        }
    }
    return table;
}

Status IsoDirectory::write(ByteSink& sink) const
{
    for (const bool isBigEndian : {false, true}) {
        if (Status written = sink.write(padded(pathTable(isBigEndian))); !written) {
            return written;
        }
    }
    QByteArray sector;
    for (const Place& place : m_order) {
        Status written = forEachRecord(place, [&](const QByteArray& record) -> Status {
            if (sector.size() + record.size() <= sectorSize) {
                sector += record;
                return Done{};
            }
            Status full = sink.write(padded(sector));
            sector = record;
            return full;
        });
        if (written) {
            written = sink.write(padded(sector));
        }
        if (!written) {
            return written;
        }
        sector.clear();
    }
    return Done{};
}

QByteArray IsoDirectory::text(const QByteArray& latin, qsizetype size) const
{
    QByteArray field;
    for (qsizetype at = 0; at < (m_names == Names::Joliet ? size / 2 : size); ++at) {
        const char letter = at < latin.size() ? latin[at] : ' ';
        field += m_names == Names::Joliet ? big(static_cast<quint16>(letter)) : QByteArray(1, letter);
    }
    return field.leftJustified(size, '\0');
}

QByteArray IsoDirectory::descriptor(const QByteArray& label, quint32 sectors) const
{
    const bool isJoliet = m_names == Names::Joliet;
    const Place& root = m_order.front();
    QByteArray sector = QByteArray(1, isJoliet ? '\2' : '\1') + "CD001" + '\1' + '\0';
    sector += text({}, 32) + text(label, 32) + QByteArray(8, '\0') + both(sectors);
    sector += (isJoliet ? QByteArray("%/E") : QByteArray()).leftJustified(32, '\0');
    sector += both(quint16{1}) + both(quint16{1}) + both(static_cast<quint16>(sectorSize));
    sector += both(static_cast<quint32>(m_tableBytes));
    sector += little(m_littleTable) + QByteArray(4, '\0') + big(m_bigTable) + QByteArray(4, '\0');
    sector += record(QByteArray(1, '\0'), root.sector, static_cast<quint32>(root.bytes), isFolderFlag);
    sector += text({}, 128) + text({}, 128) + text({}, 128) + text("STAFFELSTAB", 128);
    sector += text({}, 37) + text({}, 37) + text({}, 37);
    sector += longDate(m_date) + longDate(m_date) + longDate({}) + longDate(m_date);
    sector += '\1';
    return padded(sector);
}

} // namespace staffelstab::archive
