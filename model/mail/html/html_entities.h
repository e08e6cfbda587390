// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace staffelstab::mail {

/**
 * Decodes the entities of HTML 4 and numeric ones; what is unknown stays as it is. Control characters other than tab
 * and line break are dropped, and so are those that change the direction of writing for the text behind them.
 */
QString decodeHtmlText(QStringView text);

} // namespace staffelstab::mail
