// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab::app {

/**
 * Installs the translations for "de" or "en" (empty: the system's language) and Qt's own; replaces those of an earlier
 * call, so the language can change at run time. Sets the default locale. Returns the language in force.
 */
QString loadLanguage(const QString& language);

} // namespace staffelstab::app
