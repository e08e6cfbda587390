// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>

// A static library's resources have to be asked for by name; the macro must stand outside of any namespace.
static void initialiseTranslations()
{
    Q_INIT_RESOURCE(command_line_translations);
}

namespace staffelstab::app {

QString loadLanguage(const QString& language)
{
    initialiseTranslations();
    // Qt's own words, those of the pages, those of the command line.
    static std::array<QTranslator, 3> translators;
    const bool isGerman =
        language.isEmpty() ? QLocale::system().language() == QLocale::German : language == QStringLiteral("de");
    const QString name = isGerman ? QStringLiteral("de") : QStringLiteral("en");
    // The territory of the system stays where its language is the one wanted: it decides about dates and numbers.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(name) ? system
                                                       : QLocale(isGerman ? QLocale::German : QLocale::English));
    const std::array<QString, 3> files{QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_"),
                                       QStringLiteral(":/i18n/staffelstab_"), QStringLiteral(":/i18n/command_line_")};
    for (std::size_t i = 0; i < translators.size(); ++i) {
        QCoreApplication::removeTranslator(&translators[i]);
        if (translators[i].load(files[i] + name)) {
            QCoreApplication::installTranslator(&translators[i]);
        }
    }
    return name;
}

} // namespace staffelstab::app
