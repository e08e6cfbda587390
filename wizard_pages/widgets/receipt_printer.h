// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QPrinter;

namespace staffelstab::wizard_pages {

/** Paints the pages of a PDF (the flattened copy) onto a printer, at most 300 dpi. False if it is no readable PDF. */
bool printPdf(const QByteArray& pdf, QPrinter& printer);
/** Several documents one after the other in one print job. */
bool printPdfs(const QList<QByteArray>& pdfs, QPrinter& printer);

} // namespace staffelstab::wizard_pages
