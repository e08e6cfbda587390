// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace staffelstab::wizard_pages {

/** How PDFs are to be printed as they are. */
struct PdfPrintJob
{
    /** The queue, as QPrinter::printerName() names it. */
    QString printer;
    QString title;
    QStringList files;
    int copies = 1;
    /** "one-sided", "two-sided-long-edge", "two-sided-short-edge" (RFC 8011, sides); empty: as the queue likes it. */
    QByteArray sides;
};

/**
 * Hands the files to the system's spooler (CUPS), byte by byte: the printer, not this program, draws the page. Blocks
 * until the spooler has them. NotAllowedNow where this system has no such spooler,
 * ConnectionRefused where it does not answer, ServerRefused with the spooler's own words where it
 * did not take them: nothing was printed then.
 */
Status spoolPdfs(const PdfPrintJob& job);

} // namespace staffelstab::wizard_pages
