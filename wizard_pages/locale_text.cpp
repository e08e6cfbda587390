// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/locale_text.h"

#include <QLocale>

namespace staffelstab::wizard_pages {

QString dayFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy"))) {
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    }
    return format;
}

QString dayText(const QDate& day)
{
    return day.isValid() ? QLocale().toString(day, dayFormat()) : QStringLiteral("–");
}

QString momentText(const QDateTime& moment)
{
    const QDateTime local = moment.toLocalTime();
    return dayText(local.date()) + QLatin1Char(' ') + QLocale().toString(local.time(), QLocale::ShortFormat);
}

QString groupedDigest(const QByteArray& digest)
{
    QString text = QString::fromLatin1(digest.toHex());
    for (qsizetype at = 4; at < text.size(); at += 5) {
        text.insert(at, QLatin1Char(' '));
    }
    return text;
}

} // namespace staffelstab::wizard_pages
