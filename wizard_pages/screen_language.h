// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace staffelstab::wizard_pages {

/** The language of all windows, "de" or "en", switchable at run time: translators of ours and of Qt, and the locale. */
class ScreenLanguage : public QObject
{
    Q_OBJECT
public:
    explicit ScreenLanguage(QObject* parent = nullptr);
    ~ScreenLanguage() override;

    /** The desktop's language if we speak it, else English. */
    static QString ofDesktop();
    [[nodiscard]] const QString& current() const { return m_current; }
    void use(const QString& language);

private:
    QString m_current;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace staffelstab::wizard_pages
