// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/property_bag.h"

#include "mail/mapi/code_page.h"

#include <QtEndian>

#include <bit>

namespace staffelstab::mail::mapi {

namespace {

constexpr quint64 ticksPerSecond = 10'000'000;
constexpr qint64 secondsTo1970 = 11'644'473'600;
/** 1 January 4501, Outlook's "none". */
constexpr quint64 noDate = 0x0CB34557A3DD4000;

template <typename T>
std::optional<T> littleEndian(const QByteArray& bytes)
{
    return bytes.size() < static_cast<qsizetype>(sizeof(T)) ? std::nullopt
                                                            : std::optional(qFromLittleEndian<T>(bytes.constData()));
}

} // namespace

std::optional<PropertySet> propertySetOf(QByteArrayView guid)
{
    static constexpr char ole[] = "\0\0\0\0\xC0\0\0\0\0\0\0\x46";
    static constexpr char meeting[] = "\x90\xDA\xD8\x6E\x0B\x45\x1B\x10\x98\xDA\x00\xAA\x00\x3F\x13\x05";
    if (guid.size() != 16) {
        return {};
    }
    if (guid == QByteArrayView(meeting, 16)) {
        return PropertySet::Meeting;
    }
    if (guid.sliced(4) != QByteArrayView(ole, 12)) {
        return {};
    }
    switch (qFromLittleEndian<quint32>(guid.data())) {
    case 0x00062002:
        return PropertySet::Appointment;
    case 0x00062003:
        return PropertySet::Task;
    case 0x00062004:
        return PropertySet::Address;
    case 0x00062008:
        return PropertySet::Common;
    case 0x0006200A:
        return PropertySet::Log;
    case 0x0006200E:
        return PropertySet::Note;
    case 0x00020329:
        return PropertySet::PublicStrings;
    default:
        return {};
    }
}

void PropertyBag::set(PropertyKey key, quint16 type, QByteArray bytes)
{
    m_values.insert(key, {type, std::move(bytes)});
}

QString PropertyBag::text(PropertyKey key) const
{
    const Value value = m_values.value(key);
    QString text;
    if (value.type == type::unicode) {
        text = decodeUtf16(value.bytes);
    } else if (value.type == type::string8) {
        text = decodeCodePage(value.bytes, m_codePage);
    }
    return text.remove(QChar(u'\0'));
}

QByteArray PropertyBag::bytes(PropertyKey key) const
{
    return m_values.value(key).bytes;
}

std::optional<qint64> PropertyBag::integer(PropertyKey key) const
{
    const Value value = m_values.value(key);
    switch (value.type) {
    case type::integer16:
        return littleEndian<qint16>(value.bytes);
    case type::integer32:
        return littleEndian<qint32>(value.bytes);
    case type::integer64:
        return littleEndian<qint64>(value.bytes);
    default:
        return {};
    }
}

std::optional<double> PropertyBag::number(PropertyKey key) const
{
    const Value value = m_values.value(key);
    const std::optional<quint64> bits = littleEndian<quint64>(value.bytes);
    return value.type == type::floating64 && bits ? std::optional(std::bit_cast<double>(*bits)) : std::nullopt;
}

bool PropertyBag::flag(PropertyKey key) const
{
    const Value value = m_values.value(key);
    return value.type == type::boolean && !value.bytes.isEmpty() && value.bytes.at(0) != 0;
}

QDateTime PropertyBag::time(PropertyKey key) const
{
    const Value value = m_values.value(key);
    const std::optional<quint64> ticks = littleEndian<quint64>(value.bytes);
    return value.type == type::time && ticks ? timeOfFileTime(*ticks) : QDateTime();
}

QDateTime timeOfFileTime(quint64 fileTime)
{
    if (fileTime == 0 || fileTime >= noDate) {
        return {};
    }
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(fileTime / ticksPerSecond) - secondsTo1970, Qt::UTC);
}

} // namespace staffelstab::mail::mapi
