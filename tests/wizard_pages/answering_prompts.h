// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard_pages/user_prompts.h"

#include <QPrinter>

namespace staffelstab::wizard_pages {

/** Gives the answers a test has laid out, at once, and remembers what was asked. */
class AnsweringPrompts : public UserPrompts
{
public:
    void askFolder(QWidget*, const QString& title, const QString&, Text chosen) override { answer(title, chosen); }
    void askFile(QWidget*, const QString& title, const QString&, Text chosen) override { answer(title, chosen); }
    void askFiles(QWidget*, const QString& title, const QString&, Texts chosen) override
    {
        asked += title;
        chosen(paths);
    }
    void askSaveFile(QWidget*, const QString& title, const QString&, Text chosen) override { answer(title, chosen); }
    void confirm(QWidget*, const QString& title, const QString& text, const QString&,
                 std::function<void()> confirmed) override
    {
        asked += title + QLatin1Char('\n') + text;
        if (saysYes) {
            confirmed();
        }
    }
    void tell(QWidget*, const QString& title, const QString& text, const QString&) override
    {
        told += title + QLatin1Char('\n') + text;
    }
    void print(QWidget*, const QString& documentName, std::function<void(QPrinter&)> paint) override
    {
        asked += documentName;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(printTo);
        paint(printer);
    }
    void printFiles(QWidget* parent, const QString& documentName, const QStringList& files,
                    std::function<void(QPrinter&)> paint) override
    {
        printed += files;
        print(parent, documentName, std::move(paint));
    }
    void openOutside(const QString& path) override { opened += path; }
    void openInBrowser(const QUrl& url) override { opened += url.toString(); }

    QStringList paths;
    bool saysYes = true;
    QString printTo;
    QStringList asked;
    QStringList told;
    QStringList opened;
    QStringList printed;

private:
    void answer(const QString& title, const Text& chosen)
    {
        asked += title;
        if (!paths.isEmpty()) {
            chosen(paths.front());
        }
    }
};

} // namespace staffelstab::wizard_pages
