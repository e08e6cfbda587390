// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace staffelstab::mail::mapi {

/** Where a named property comes from ([MS-OXPROPS] section 1.3.2); None for those with an id of their own. */
enum class PropertySet : quint8 { None, Appointment, Task, Address, Common, Log, Note, Meeting, PublicStrings };

/** The set a GUID (16 bytes as stored) stands for; nothing for sets that are not used here. */
std::optional<PropertySet> propertySetOf(QByteArrayView guid);

struct PropertyKey
{
    quint16 id = 0;
    PropertySet set = PropertySet::None;

    bool operator==(const PropertyKey&) const = default;
};
inline size_t qHash(const PropertyKey& key, size_t seed = 0)
{
    return ::qHash((static_cast<quint32>(key.set) << 16U) | key.id, seed);
}

/** Types of [MS-OXCDATA] section 2.11.1. */
namespace type {
inline constexpr quint16 integer16 = 0x0002;
inline constexpr quint16 integer32 = 0x0003;
inline constexpr quint16 floating64 = 0x0005;
inline constexpr quint16 boolean = 0x000B;
inline constexpr quint16 object = 0x000D;
inline constexpr quint16 integer64 = 0x0014;
inline constexpr quint16 string8 = 0x001E;
inline constexpr quint16 unicode = 0x001F;
inline constexpr quint16 time = 0x0040;
inline constexpr quint16 binary = 0x0102;
} // namespace type

/**
 * The properties of one Outlook object as stored: raw values with their types. Every question gives an empty answer if
 * the property is missing, has another type or too few bytes; nothing here trusts what it holds.
 */
class PropertyBag
{
public:
    void set(PropertyKey key, quint16 type, QByteArray bytes);
    [[nodiscard]] bool has(PropertyKey key) const { return m_values.contains(key); }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

    /** Without NUL; line breaks as stored. */
    [[nodiscard]] QString text(PropertyKey key) const;
    [[nodiscard]] QByteArray bytes(PropertyKey key) const;
    [[nodiscard]] quint16 typeOf(PropertyKey key) const { return m_values.value(key).type; }
    [[nodiscard]] std::optional<qint64> integer(PropertyKey key) const;
    [[nodiscard]] std::optional<double> number(PropertyKey key) const;
    [[nodiscard]] bool flag(PropertyKey key) const;
    /** UTC, whole seconds; invalid for Outlook's "no date" (1601, 4501) as well. */
    [[nodiscard]] QDateTime time(PropertyKey key) const;

    /** Windows code page of 8-bit strings. */
    void setCodePage(int codePage) { m_codePage = codePage; }
    [[nodiscard]] int codePage() const { return m_codePage; }

private:
    struct Value
    {
        quint16 type = 0;
        QByteArray bytes;
    };
    QHash<PropertyKey, Value> m_values;
    int m_codePage = 1252;
};

/** Days of FILETIME, 100 ns since 1601, as UTC in whole seconds; invalid outside 1601-4500. */
QDateTime timeOfFileTime(quint64 fileTime);

} // namespace staffelstab::mail::mapi
