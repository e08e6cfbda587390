// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QString>

namespace staffelstab::reply {

/** A text with places such as {successor}: the first line is its subject, an empty line follows. */
struct Letter
{
    QString subject;
    QString body;
};

/** The first line and the rest. */
Letter letterOf(const QString& text);
/** A letter of resources/letters ("out_of_office_external", "de"). Its absence is a mistake of the build: the program
 * stops. */
Letter letterResource(const QString& name, const QString& language);

/**
 * Fills {places}. A line that names a place whose value is empty is left out, so that a letter says nothing about a
 * successor who is not known; {?place} only asks for that, and {!place} keeps its line only where the value is empty.
 * An unknown place stays as it is.
 */
QString fillPlaces(const QString& text, const QMap<QString, QString>& values);

/** For {last_day}: without the weekday, so that "am", "ab dem" and "bis zum" may stand before it in German. */
QString lastDay(QDate day, const QString& language);

/** True if a place was left: somebody would receive "{successor}". */
bool hasPlaces(const QString& text);

} // namespace staffelstab::reply
