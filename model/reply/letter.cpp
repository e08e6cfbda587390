// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/letter.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

// A static library's resources have to be asked for by name; the macro must stand outside of any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(letters);
}

namespace staffelstab::reply {

namespace {

const QRegularExpression& place()
{
    static const QRegularExpression expression(QStringLiteral("\\{([?!]?)([a-z_]+)\\}"));
    return expression;
}

/** The line with its places filled, or nothing if it does not belong into the letter. */
std::optional<QString> filledLine(const QString& line, const QMap<QString, QString>& values)
{
    QString filled;
    qsizetype end = 0;
    for (auto found = place().globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString condition = match.captured(1);
        const auto value = values.constFind(match.captured(2));
        const bool isEmpty = value != values.constEnd() && value->isEmpty();
        if (isEmpty != (condition == QStringLiteral("!"))) {
            return std::nullopt;
        }
        filled += QStringView(line).sliced(end, match.capturedStart() - end);
        if (condition.isEmpty()) {
            filled += value != values.constEnd() ? *value : match.captured();
        }
        end = match.capturedEnd();
    }
    return filled.append(QStringView(line).sliced(end));
}

} // namespace

Letter letterOf(const QString& text)
{
    const qsizetype end = text.indexOf(u'\n');
    return end < 0 ? Letter{{}, text.trimmed()} : Letter{text.left(end).trimmed(), text.mid(end + 1).trimmed()};
}

Letter letterResource(const QString& name, const QString& language)
{
    initialiseResources();
    QFile file(QStringLiteral(":/letters/%1_%2.txt").arg(name, language));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the letter %s is missing", qPrintable(file.fileName()));
    }
    return letterOf(QString::fromUtf8(file.readAll()));
}

QString fillPlaces(const QString& text, const QMap<QString, QString>& values)
{
    QStringList lines;
    const QStringList written = text.split(u'\n');
    for (const QString& line : written) {
        if (const std::optional<QString> filled = filledLine(line, values)) {
            lines.append(*filled);
        }
    }
    static const QRegularExpression gap(QStringLiteral("\n{3,}"));
    return lines.join(u'\n').replace(gap, QStringLiteral("\n\n"));
}

QString lastDay(QDate day, const QString& language)
{
    return language == QStringLiteral("de")
               ? QLocale(QLocale::German, QLocale::Germany).toString(day, QStringLiteral("d. MMMM yyyy"))
               : QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QLocale::LongFormat);
}

bool hasPlaces(const QString& text)
{
    return text.contains(place());
}

} // namespace staffelstab::reply
