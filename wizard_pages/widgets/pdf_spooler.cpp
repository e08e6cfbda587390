// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/pdf_spooler.h"

#ifdef STAFFELSTAB_HAS_CUPS
#include <cups/cups.h>
#endif

#include <QFile>

#include <memory>
#include <vector>

namespace staffelstab::wizard_pages {

#ifdef STAFFELSTAB_HAS_CUPS

namespace {
constexpr int connectMilliseconds = 5000;
}

Status spoolPdfs(const PdfPrintJob& job)
{
    const std::unique_ptr<http_t, decltype(&httpClose)> spooler(
        httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, connectMilliseconds, nullptr),
        &httpClose);
    if (!spooler) {
        return Failure{Failure::Kind::ConnectionRefused, QString::fromUtf8(cupsServer()), {}};
    }
    QList<QByteArray> names;
    std::vector<const char*> files;
    for (const QString& file : job.files) {
        names += QFile::encodeName(file);
        files.push_back(names.back().constData());
    }
    cups_option_t* options = nullptr;
    int count = cupsAddOption("copies", QByteArray::number(qMax(1, job.copies)).constData(), 0, &options);
    count = cupsAddOption("document-format", "application/pdf", count, &options);
    if (!job.sides.isEmpty()) {
        count = cupsAddOption("sides", job.sides.constData(), count, &options);
    }
    const int number = cupsPrintFiles2(spooler.get(), job.printer.toUtf8().constData(), static_cast<int>(files.size()),
                                       files.data(), job.title.toUtf8().constData(), count, options);
    cupsFreeOptions(count, options);
    return number > 0
               ? Status(Done{})
               : Status(Failure{Failure::Kind::ServerRefused, job.printer, QString::fromUtf8(cupsLastErrorString())});
}

#else

Status spoolPdfs(const PdfPrintJob& job)
{
    return Failure{Failure::Kind::NotAllowedNow, job.printer, QStringLiteral("no spooler that takes PDF")};
}

#endif

} // namespace staffelstab::wizard_pages
