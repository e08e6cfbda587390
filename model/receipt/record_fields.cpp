// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_fields.h"

namespace staffelstab::receipt {
namespace {

constexpr qsizetype textLimit = 20000;
constexpr qsizetype listLimit = 5000;

QString limited(const QJsonValue& value)
{
    const QString text = value.toString();
    return text.size() <= textLimit ? text : QString();
}

} // namespace

QString isoTime(const QDateTime& time)
{
    return time.isValid() ? time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate) : QString();
}

QString Fields::text(const char* key) const
{
    return limited(value(key));
}

QStringList Fields::texts(const char* key) const
{
    QStringList list;
    const QJsonArray values = array(key);
    for (qsizetype i = 0; i < qMin(values.size(), listLimit); ++i) {
        list.append(limited(values.at(i)));
    }
    return list;
}

qint64 Fields::integer(const char* key, qint64 most) const
{
    const qint64 number = value(key).toInteger();
    return number >= 0 && number <= most ? number : 0;
}

QByteArray Fields::digest(const char* key) const
{
    const QByteArray digest = QByteArray::fromHex(text(key).toLatin1());
    return digest.size() == 32 ? digest : QByteArray();
}

QString Fields::choice(const char* key, std::initializer_list<const char*> allowed) const
{
    const QString value = text(key);
    const bool isAllowed =
        std::any_of(allowed.begin(), allowed.end(), [&](const char* one) { return value == QLatin1String(one); });
    return isAllowed ? value : QString();
}

} // namespace staffelstab::receipt
