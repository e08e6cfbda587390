// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/user_prompts.h"

#include "core/job.h"
#include "wizard_pages/widgets/pdf_spooler.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGridLayout>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QUrl>

#include <memory>

namespace staffelstab::wizard_pages {

namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title, QFileDialog::FileMode mode)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    dialog->setWindowModality(Qt::WindowModal);
    return dialog;
}

QMessageBox* messageBox(QWidget* parent, const QString& title, const QString& text)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(title);
    box->setInformativeText(text);
    return box;
}

/**
 * Nothing else in the program has pictures on its buttons; and a box as narrow as its title would break paths and
 * numbers.
 */
void openPlain(QMessageBox* box)
{
    constexpr int width = 440;
    if (auto* grid = qobject_cast<QGridLayout*>(box->layout())) {
        grid->addItem(new QSpacerItem(width, 0, QSizePolicy::Minimum, QSizePolicy::Minimum), grid->rowCount(), 0, 1,
                      grid->columnCount());
    }
    for (QAbstractButton* button : box->buttons()) {
        button->setIcon({});
    }
    box->open();
}

void askPrinter(QWidget* parent, const QString& documentName,
                std::function<void(const std::shared_ptr<QPrinter>&)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(documentName);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog,
                     [printer, chosen = std::move(chosen)] { chosen(printer); });
    dialog->open();
}

QByteArray sidesOf(const QPrinter& printer)
{
    switch (printer.duplex()) {
    case QPrinter::DuplexNone:
        return "one-sided";
    case QPrinter::DuplexLongSide:
        return "two-sided-long-edge";
    case QPrinter::DuplexShortSide:
        return "two-sided-short-edge";
    case QPrinter::DuplexAuto:
        break;
    }
    return {};
}

} // namespace

void DialogPrompts::askFolder(QWidget* parent, const QString& title, const QString& start, Text chosen)
{
    QFileDialog* dialog = fileDialog(parent, title, QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!start.isEmpty()) {
        dialog->setDirectory(start);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
    dialog->open();
}

void DialogPrompts::askFile(QWidget* parent, const QString& title, const QString& filter, Text chosen)
{
    QFileDialog* dialog = fileDialog(parent, title, QFileDialog::ExistingFile);
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
    dialog->open();
}

void DialogPrompts::askFiles(QWidget* parent, const QString& title, const QString& filter, Texts chosen)
{
    QFileDialog* dialog = fileDialog(parent, title, QFileDialog::ExistingFiles);
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, chosen);
    dialog->open();
}

void DialogPrompts::askSaveFile(QWidget* parent, const QString& title, const QString& proposal, Text chosen)
{
    QFileDialog* dialog = fileDialog(parent, title, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposal);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
    dialog->open();
}

void DialogPrompts::confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                            std::function<void()> confirmed)
{
    QMessageBox* box = messageBox(parent, title, text);
    QPushButton* go = box->addButton(yes, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(box, &QMessageBox::buttonClicked, box, [go, confirmed](const QAbstractButton* pressed) {
        if (pressed == go) {
            confirmed();
        }
    });
    openPlain(box);
}

void DialogPrompts::tell(QWidget* parent, const QString& title, const QString& text, const QString& detail)
{
    QMessageBox* box = messageBox(parent, title, text);
    box->setDetailedText(detail);
    box->addButton(QMessageBox::Close);
    openPlain(box);
}

void DialogPrompts::print(QWidget* parent, const QString& documentName, std::function<void(QPrinter&)> paint)
{
    askPrinter(parent, documentName, [paint](const std::shared_ptr<QPrinter>& printer) { paint(*printer); });
}

void DialogPrompts::printFiles(QWidget* parent, const QString& documentName, const QStringList& files,
                               std::function<void(QPrinter&)> paint)
{
    askPrinter(parent, documentName, [parent, files, paint](const std::shared_ptr<QPrinter>& printer) {
        if (printer->outputFormat() != QPrinter::NativeFormat || printer->printRange() != QPrinter::AllPages) {
            paint(*printer);
            return;
        }
        const PdfPrintJob job{printer->printerName(), printer->docName(), files, printer->copyCount(),
                              sidesOf(*printer)};
        startJob<Done>(
            parent, [job](JobContext&) { return spoolPdfs(job); },
            [printer, paint](const Status& spooled) {
                if (!spooled) {
                    paint(*printer);
                }
            });
    });
}

void DialogPrompts::openOutside(const QString& path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        tell(QApplication::activeWindow(), tr("Nothing on this computer can show the folder."), path, {});
    }
}

void DialogPrompts::openInBrowser(const QUrl& url)
{
    QDesktopServices::openUrl(url);
}

} // namespace staffelstab::wizard_pages
