// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QPrinter;

namespace staffelstab::wizard_pages {

/** Paints all pages of a flattened receipt on a printer, at most 300 dpi, fitted to the paper. False if it is no PDF.
 */
bool printPages(const QByteArray& pdf, QPrinter& printer);

} // namespace staffelstab::wizard_pages
