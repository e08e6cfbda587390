// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QPrinter;

namespace staffelstab::wizard_pages {

/**
 * Paints the pages of PDFs (flattened copies) onto a printer, at most 300 dpi, one document after the other in one
 * print job; `marks` stand across every sheet of the document at the same place. False if one is no readable PDF.
 */
bool printPdfs(const QList<QByteArray>& pdfs, QPrinter& printer, const QStringList& marks = {});

} // namespace staffelstab::wizard_pages
