// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

/**
 * Rule 1 of the house as a function: which includes and words a file of a folder may hold. `path` is relative to the
 * project ("model/mail/x.cpp").
 */
class Layering
{
public:
    Layering();
    /** One line per breach, empty if there is none. */
    [[nodiscard]] QStringList breaches(const QString& path, const QByteArray& text) const;
    /** "model/mail", "wizard_pages", "app"; empty for files that no rule is about. */
    [[nodiscard]] static QString folderOf(const QString& path);
    /** Third-party headers that `text` includes. */
    [[nodiscard]] QStringList thirdPartyIncludes(const QByteArray& text) const;

private:
    enum class Origin { Own, Qt, Standard, Foreign };
    [[nodiscard]] Origin originOf(const QString& include) const;
    [[nodiscard]] QString breachOfInclude(const QString& path, const QString& folder, const QString& include) const;
    [[nodiscard]] QString qtModuleOf(const QString& include) const;

    QString m_qtHeaders;
};
