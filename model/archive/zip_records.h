// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace staffelstab::archive {

/** One file in a ZIP. */
struct ZipEntry
{
    enum class Method : quint16 { Stored = 0, Deflated = 8 };

    /** UTF-8, with '/'. */
    QByteArray name;
    Method method = Method::Deflated;
    /** WinZip AE-2 with AES-256. Always carries ZIP64 sizes, so that they can be patched in afterwards. */
    bool isEncrypted = false;
    /** Size and checksum follow the data in a descriptor. */
    bool isStreamed = false;
    /** Of the plain content; 0 when encrypted. */
    quint32 crc = 0;
    quint64 packed = 0;
    quint64 size = 0;
    /** Where the local header stands. */
    quint64 offset = 0;
    quint32 dosTime = 0;
};

/**
 * The records of a ZIP as this program writes them (PKWARE APPNOTE 6.3.9, ZIP64 where needed, names in UTF-8). There is
 * one way only to write each entry; the reader makes the same records again and compares, so that no bit of them can
 * differ.
 */
QByteArray localHeader(const ZipEntry& entry);
QByteArray dataDescriptor(const ZipEntry& entry);
QByteArray centralRecord(const ZipEntry& entry);
QByteArray endRecords(quint64 entries, quint64 centralSize, quint64 centralOffset, QByteArrayView comment);

/** Midnight of the day, as DOS wrote it in 1980. */
quint32 dosTimeOf(const QDate& date);
/** To two seconds, in local time, as the format has no other. */
quint32 dosTimeOf(const QDateTime& time);

constexpr int fixedHeaderSize = 30;
constexpr int descriptorSize = 24;
constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;

/** How many bytes of name and extra fields follow the fixed part; nothing if it is no local header. */
std::optional<qsizetype> restOfLocalHeader(QByteArrayView fixed);
/** Nothing unless localHeader() of the result is exactly `whole`. */
std::optional<ZipEntry> parseLocalHeader(QByteArrayView whole);
/** Reads the checks from a descriptor into `entry`; false unless dataDescriptor() of the result is exactly `bytes`. */
bool parseDataDescriptor(QByteArrayView bytes, ZipEntry& entry);

} // namespace staffelstab::archive
