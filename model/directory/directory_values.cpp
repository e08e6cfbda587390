// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/directory_values.h"

#include <limits>

namespace staffelstab::directory {

namespace {
constexpr qint64 ticksPerMillisecond = 10'000;
constexpr qint64 ticksPerSecond = 10'000'000;
constexpr qint64 millisecondsFrom1601To1970 = 11'644'473'600'000;
} // namespace

QDateTime fromFileTime(const QByteArray& value)
{
    bool isNumber = false;
    const qint64 ticks = value.toLongLong(&isNumber);
    if (!isNumber || ticks <= 0 || ticks == std::numeric_limits<qint64>::max()) {
        return {};
    }
    return QDateTime::fromMSecsSinceEpoch(ticks / ticksPerMillisecond - millisecondsFrom1601To1970, Qt::UTC);
}

QByteArray toFileTime(const QDateTime& time)
{
    return QByteArray::number((time.toMSecsSinceEpoch() + millisecondsFrom1601To1970) * ticksPerMillisecond);
}

QByteArray toGeneralizedTime(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss'Z'")).toLatin1();
}

QDateTime fromGeneralizedTime(const QByteArray& value)
{
    constexpr qsizetype digits = 14;
    if (value.size() <= digits || !value.endsWith('Z')) {
        return {};
    }
    QDateTime time = QDateTime::fromString(QString::fromLatin1(value.first(digits)), QStringLiteral("yyyyMMddHHmmss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

qint64 secondsOfInterval(const QByteArray& value)
{
    const qint64 ticks = value.toLongLong();
    return ticks >= 0 ? 0 : -(ticks / ticksPerSecond);
}

} // namespace staffelstab::directory
