// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QByteArray>
#include <QString>

namespace staffelstab::printing {

/**
 * Start here. Hands a PDF to a printer over the network by IPP (RFC 8011), without the print queue of this computer,
 * which would keep the page in a file. Needs no GUI; worker thread only.
 */

/** ipps://host[:port][/path], or ipp:// where the host is this computer; the path is usually /ipp/print. */
bool isPrinterAddress(const QString& address);

/**
 * Ok when the printer says that the job was completed. `title` is what it may show and log. PrintFailed if it refuses,
 * takes no PDF or gives up; TimedOut after two minutes, as without paper. When it does not come to its end, or the job
 * is cancelled, the printer is told to drop it.
 */
Status printDirectly(const QString& printer, const QString& title, const QByteArray& pdf, JobContext& job);

} // namespace staffelstab::printing
