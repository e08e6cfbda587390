// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace staffelstab::app {

QString loadLanguage(const QString& language)
{
    static QTranslator own;
    static QTranslator qt;
    const bool isGerman =
        language.isEmpty() ? QLocale::system().language() == QLocale::German : language == QStringLiteral("de");
    const QString name = isGerman ? QStringLiteral("de") : QStringLiteral("en");
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    // The territory of the system stays where its language is the one wanted: it decides about dates and numbers.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(name) ? system
                                                       : QLocale(isGerman ? QLocale::German : QLocale::English));
    if (qt.load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qt);
    }
    if (own.load(QStringLiteral(":/i18n/staffelstab_") + name)) {
        QCoreApplication::installTranslator(&own);
    }
    return name;
}

} // namespace staffelstab::app
