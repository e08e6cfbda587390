// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/screen_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace staffelstab::wizard_pages {

ScreenLanguage::ScreenLanguage(QObject* parent) : QObject(parent) {}

ScreenLanguage::~ScreenLanguage()
{
    for (QTranslator* translator : {&m_ours, &m_qt}) {
        QCoreApplication::removeTranslator(translator);
    }
}

QString ScreenLanguage::ofDesktop()
{
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

void ScreenLanguage::use(const QString& language)
{
    const QString wanted = language == QLatin1String("de") ? QStringLiteral("de") : QStringLiteral("en");
    if (wanted == m_current) {
        return;
    }
    m_current = wanted;
    QLocale::setDefault(wanted == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                                      : QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (QTranslator* translator : {&m_ours, &m_qt}) {
        QCoreApplication::removeTranslator(translator);
    }
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    if (m_ours.load(QStringLiteral(":/i18n/staffelstab_%1.qm").arg(wanted))) {
        QCoreApplication::installTranslator(&m_ours);
    }
}

} // namespace staffelstab::wizard_pages
