// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_printing.h"

#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/receipt_printer.h"

namespace staffelstab::wizard_pages {

QString ReceiptPrinting::mark(receipt::Standing standing)
{
    switch (standing) {
    case receipt::Standing::Altered:
        return tr("ALTERED");
    case receipt::Standing::Pending:
        return tr("PENDING");
    default:
        return {};
    }
}

void ReceiptPrinting::ask(QWidget* parent, UserPrompts& prompts, const Documents& documents, std::function<void()> go)
{
    const auto count = [&](receipt::Standing standing) {
        return static_cast<int>(std::count_if(documents.begin(), documents.end(),
                                              [&](const Document& one) { return one.standing == standing; }));
    };
    const int altered = count(receipt::Standing::Altered);
    const int pending = count(receipt::Standing::Pending);
    if (altered + pending == 0) {
        go();
        return;
    }
    QStringList what;
    if (altered > 0) {
        what +=
            tr("%n of these files was altered after it was signed. Its pages may say what nobody signed.", "", altered);
    }
    if (pending > 0) {
        what += tr("%n of these receipts is pending and counts only with both signatures.", "", pending);
    }
    what += tr("Each sheet of it will say so in large letters.", "", altered + pending);
    prompts.confirm(parent, tr("Print what does not count?"), what.join(QLatin1Char('\n')), tr("Print with this mark"),
                    std::move(go));
}

void ReceiptPrinting::print(QWidget* parent, UserPrompts& prompts, const QString& name, const Documents& documents,
                            const QList<QByteArray>& copies)
{
    QStringList files;
    QStringList marks;
    for (const Document& document : documents) {
        files += document.file;
        marks += mark(document.standing);
    }
    const auto paint = [copies, marks](QPrinter& printer) { printPdfs(copies, printer, marks); };
    if (std::all_of(marks.begin(), marks.end(), [](const QString& one) { return one.isEmpty(); })) {
        prompts.printFiles(parent, name, files, paint);
    } else {
        prompts.print(parent, name, paint);
    }
}

} // namespace staffelstab::wizard_pages
