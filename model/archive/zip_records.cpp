// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zip_records.h"

#include <QtEndian>

namespace staffelstab::archive {

namespace {

constexpr quint32 descriptorSignature = 0x08074b50;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 end64Signature = 0x06064b50;
constexpr quint32 locatorSignature = 0x07064b50;
constexpr quint32 sizeElsewhere = 0xFFFFFFFF;
constexpr quint16 flagEncrypted = 0x0001;
constexpr quint16 flagStreamed = 0x0008;
constexpr quint16 flagUtf8 = 0x0800;
constexpr quint16 methodAes = 99;
constexpr quint16 extraZip64 = 0x0001;
constexpr quint16 extraAes = 0x9901;
// Made on Unix, so that the mode below counts; 6.3 of the specification.
constexpr quint16 madeBy = (3 << 8) | 63;
constexpr quint32 ownerOnlyFile = 0100600U << 16;

template <typename T>
void put(QByteArray& to, T value)
{
    const T little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char*>(&little), sizeof little);
}

template <typename T>
T take(QByteArrayView from, qsizetype at)
{
    return qFromLittleEndian<T>(from.data() + at);
}

bool isLarge(quint64 value)
{
    return value >= sizeElsewhere;
}
quint32 shortForm(quint64 value)
{
    return isLarge(value) ? sizeElsewhere : static_cast<quint32>(value);
}

quint16 flagsOf(const ZipEntry& entry)
{
    return static_cast<quint16>(flagUtf8 | (entry.isEncrypted ? flagEncrypted : 0) |
                                (entry.isStreamed ? flagStreamed : 0));
}

quint16 versionOf(const ZipEntry& entry, bool isZip64)
{
    return entry.isEncrypted ? 51 : (isZip64 ? 45 : 20);
}

/** version, flags, method and time: the same in both headers. */
void putCommon(QByteArray& to, const ZipEntry& entry, bool isZip64)
{
    put<quint16>(to, versionOf(entry, isZip64));
    put<quint16>(to, flagsOf(entry));
    put<quint16>(to, entry.isEncrypted ? methodAes : static_cast<quint16>(entry.method));
    put<quint32>(to, entry.dosTime);
}

QByteArray aesField(const ZipEntry& entry)
{
    QByteArray field;
    if (entry.isEncrypted) {
        put<quint16>(field, extraAes);
        put<quint16>(field, 7);
        put<quint16>(field, 2);
        field += "AE";
        field += '\x03';
        put<quint16>(field, static_cast<quint16>(entry.method));
    }
    return field;
}

QByteArray zip64Field(const QByteArray& numbers)
{
    QByteArray field;
    if (!numbers.isEmpty()) {
        put<quint16>(field, extraZip64);
        put<quint16>(field, static_cast<quint16>(numbers.size()));
        field += numbers;
    }
    return field;
}

} // namespace

QByteArray localHeader(const ZipEntry& entry)
{
    const bool isZip64 = entry.isEncrypted || entry.isStreamed || isLarge(entry.size) || isLarge(entry.packed);
    QByteArray numbers;
    if (isZip64) {
        put<quint64>(numbers, entry.isStreamed ? 0 : entry.size);
        put<quint64>(numbers, entry.isStreamed ? 0 : entry.packed);
    }
    const QByteArray extra = zip64Field(numbers) + aesField(entry);
    QByteArray header;
    put<quint32>(header, localSignature);
    putCommon(header, entry, isZip64);
    put<quint32>(header, entry.isStreamed ? 0 : entry.crc);
    put<quint32>(header, isZip64 ? sizeElsewhere : static_cast<quint32>(entry.packed));
    put<quint32>(header, isZip64 ? sizeElsewhere : static_cast<quint32>(entry.size));
    put<quint16>(header, static_cast<quint16>(entry.name.size()));
    put<quint16>(header, static_cast<quint16>(extra.size()));
    return header + entry.name + extra;
}

QByteArray dataDescriptor(const ZipEntry& entry)
{
    QByteArray record;
    put<quint32>(record, descriptorSignature);
    put<quint32>(record, entry.crc);
    put<quint64>(record, entry.packed);
    put<quint64>(record, entry.size);
    return record;
}

QByteArray centralRecord(const ZipEntry& entry)
{
    QByteArray numbers;
    for (const quint64 number : {entry.size, entry.packed, entry.offset}) {
        if (isLarge(number)) {
            put<quint64>(numbers, number);
        }
    }
    const QByteArray extra = zip64Field(numbers) + aesField(entry);
    QByteArray record;
    put<quint32>(record, centralSignature);
    put<quint16>(record, madeBy);
    putCommon(record, entry, !numbers.isEmpty() || entry.isStreamed);
    put<quint32>(record, entry.crc);
    put<quint32>(record, shortForm(entry.packed));
    put<quint32>(record, shortForm(entry.size));
    put<quint16>(record, static_cast<quint16>(entry.name.size()));
    put<quint16>(record, static_cast<quint16>(extra.size()));
    put<quint16>(record, 0); // comment
    put<quint16>(record, 0); // disk
    put<quint16>(record, 0); // internal attributes
    put<quint32>(record, ownerOnlyFile);
    put<quint32>(record, shortForm(entry.offset));
    return record + entry.name + extra;
}

QByteArray endRecords(quint64 entries, quint64 centralSize, quint64 centralOffset, QByteArrayView comment)
{
    QByteArray end;
    const bool isZip64 = entries >= 0xFFFF || isLarge(centralSize) || isLarge(centralOffset);
    if (isZip64) {
        put<quint32>(end, end64Signature);
        put<quint64>(end, 44);
        put<quint16>(end, madeBy);
        put<quint16>(end, 45);
        put<quint64>(end, 0); // this disk, disk of the directory
        put<quint64>(end, entries);
        put<quint64>(end, entries);
        put<quint64>(end, centralSize);
        put<quint64>(end, centralOffset);
        put<quint32>(end, locatorSignature);
        put<quint32>(end, 0);
        put<quint64>(end, centralOffset + centralSize);
        put<quint32>(end, 1);
    }
    const auto count = static_cast<quint16>(std::min<quint64>(entries, 0xFFFF));
    put<quint32>(end, endSignature);
    put<quint32>(end, 0); // this disk, disk of the directory
    put<quint16>(end, count);
    put<quint16>(end, count);
    put<quint32>(end, shortForm(centralSize));
    put<quint32>(end, shortForm(centralOffset));
    put<quint16>(end, static_cast<quint16>(comment.size()));
    end.append(comment.data(), comment.size());
    return end;
}

quint32 dosTimeOf(const QDate& date)
{
    const QDate day = date.isValid() ? std::clamp(date, QDate(1980, 1, 1), QDate(2107, 12, 31)) : QDate(1980, 1, 1);
    return static_cast<quint32>((day.year() - 1980) << 25 | day.month() << 21 | day.day() << 16);
}

quint32 dosTimeOf(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    const QTime clock = local.time();
    const bool isInRange = local.date().year() >= 1980 && local.date().year() <= 2107;
    return dosTimeOf(local.date()) |
           (isInRange ? static_cast<quint32>(clock.hour() << 11 | clock.minute() << 5 | clock.second() / 2) : 0U);
}

std::optional<qsizetype> restOfLocalHeader(QByteArrayView fixed)
{
    if (fixed.size() != fixedHeaderSize || take<quint32>(fixed, 0) != localSignature) {
        return std::nullopt;
    }
    return take<quint16>(fixed, 26) + take<quint16>(fixed, 28);
}

std::optional<ZipEntry> parseLocalHeader(QByteArrayView whole)
{
    if (whole.size() < fixedHeaderSize ||
        restOfLocalHeader(whole.first(fixedHeaderSize)) != whole.size() - fixedHeaderSize) {
        return std::nullopt;
    }
    ZipEntry entry;
    const auto flags = take<quint16>(whole, 6);
    entry.isEncrypted = (flags & flagEncrypted) != 0;
    entry.isStreamed = (flags & flagStreamed) != 0;
    entry.method = ZipEntry::Method{take<quint16>(whole, 8)};
    entry.dosTime = take<quint32>(whole, 10);
    entry.crc = take<quint32>(whole, 14);
    entry.packed = take<quint32>(whole, 18);
    entry.size = take<quint32>(whole, 22);
    const qsizetype nameSize = take<quint16>(whole, 26);
    entry.name = whole.sliced(fixedHeaderSize, nameSize).toByteArray();
    const QByteArrayView extra = whole.sliced(fixedHeaderSize + nameSize);
    if (extra.size() >= 20) {
        entry.size = take<quint64>(extra, 4);
        entry.packed = take<quint64>(extra, 12);
    }
    if (entry.isEncrypted && extra.size() == 31) {
        entry.method = ZipEntry::Method{take<quint16>(extra, 29)};
    }
    const bool isKnown = entry.method == ZipEntry::Method::Stored || entry.method == ZipEntry::Method::Deflated;
    if (!isKnown || localHeader(entry) != whole) {
        return std::nullopt;
    }
    return entry;
}

bool parseDataDescriptor(QByteArrayView bytes, ZipEntry& entry)
{
    if (bytes.size() != descriptorSize) {
        return false;
    }
    entry.crc = take<quint32>(bytes, 4);
    entry.packed = take<quint64>(bytes, 8);
    entry.size = take<quint64>(bytes, 16);
    return dataDescriptor(entry) == bytes;
}

} // namespace staffelstab::archive
