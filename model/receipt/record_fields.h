// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <limits>

namespace staffelstab::receipt {

/** ISO 8601 with seconds and the offset from UTC; empty for an invalid time. */
QString isoTime(const QDateTime& time);

/**
 * Reads a JSON object of the record without complaint: whatever is missing, of the wrong type or beyond its bounds
 * reads as a default, and fromJson() sees it when the record read does not give the same canonical JSON again. So a
 * reader takes every value that its writer writes, and needs no error handling of its own.
 */
class Fields
{
public:
    /** 2^53 - 1, what every JSON reader keeps exactly. */
    static constexpr qint64 integerLimit = 9007199254740991;

    explicit Fields(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }
    [[nodiscard]] Fields fields(const char* key) const { return Fields(value(key).toObject()); }
    [[nodiscard]] QJsonArray array(const char* key) const { return value(key).toArray(); }
    [[nodiscard]] bool yes(const char* key) const { return value(key).toBool(); }
    [[nodiscard]] QString text(const char* key) const;
    [[nodiscard]] QStringList texts(const char* key) const;
    /** 0 unless between 0 and `most`. */
    [[nodiscard]] qint64 integer(const char* key, qint64 most = integerLimit) const;
    [[nodiscard]] quint32 number(const char* key) const
    {
        return static_cast<quint32>(integer(key, std::numeric_limits<quint32>::max()));
    }
    [[nodiscard]] QDateTime time(const char* key) const { return QDateTime::fromString(text(key), Qt::ISODate); }
    [[nodiscard]] QDate date(const char* key) const { return QDate::fromString(text(key), Qt::ISODate); }
    /** 32 bytes from lower-case hexadecimal, or nothing. */
    [[nodiscard]] QByteArray digest(const char* key) const;
    /** Empty unless it is one of these. */
    [[nodiscard]] QString choice(const char* key, std::initializer_list<const char*> allowed) const;

private:
    [[nodiscard]] QJsonValue value(const char* key) const { return m_object.value(QLatin1String(key)); }
    QJsonObject m_object;
};

} // namespace staffelstab::receipt
