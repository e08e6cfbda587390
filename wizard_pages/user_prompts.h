// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QPrinter;
class QWidget;

namespace staffelstab::wizard_pages {

/**
 * Everything that asks the person outside of a page: file dialogs, questions, the print dialog. Answers come by a call,
 * never by a nested event loop of ours; nothing is called when the person cancels. Tests put their own in its place.
 */
class UserPrompts
{
public:
    virtual ~UserPrompts() = default;

    using Text = std::function<void(const QString&)>;
    using Texts = std::function<void(const QStringList&)>;

    virtual void askFolder(QWidget* parent, const QString& title, const QString& start, Text chosen) = 0;
    /** `filter` as in QFileDialog. */
    virtual void askFile(QWidget* parent, const QString& title, const QString& filter, Text chosen) = 0;
    virtual void askFiles(QWidget* parent, const QString& title, const QString& filter, Texts chosen) = 0;
    virtual void askSaveFile(QWidget* parent, const QString& title, const QString& proposal, Text chosen) = 0;
    /** A question with a button that says what it does and a Cancel that does nothing; Cancel is the default. */
    virtual void confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                         std::function<void()> confirmed) = 0;
    virtual void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail) = 0;
    /** Lets the person choose a printer and hands it over ready to paint on. */
    virtual void print(QWidget* parent, const QString& documentName, std::function<void(QPrinter&)> paint) = 0;
    /**
     * The same for PDFs that lie in files: where the printer takes PDF they are sent as they are, and `paint` is for
     * all other printers.
     */
    virtual void printFiles(QWidget* parent, const QString& documentName, const QStringList& files,
                            std::function<void(QPrinter&)> paint) = 0;
    /** Shows a file or folder with the desktop's own program. */
    virtual void openOutside(const QString& path) = 0;
    /** Shows a page of the web in the person's browser, or a letter (mailto:) in their mail program. */
    virtual void openInBrowser(const QUrl& url) = 0;
};

/** The real dialogs. */
class DialogPrompts : public UserPrompts
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::DialogPrompts)
public:
    void askFolder(QWidget* parent, const QString& title, const QString& start, Text chosen) override;
    void askFile(QWidget* parent, const QString& title, const QString& filter, Text chosen) override;
    void askFiles(QWidget* parent, const QString& title, const QString& filter, Texts chosen) override;
    void askSaveFile(QWidget* parent, const QString& title, const QString& proposal, Text chosen) override;
    void confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                 std::function<void()> confirmed) override;
    void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail) override;
    void print(QWidget* parent, const QString& documentName, std::function<void(QPrinter&)> paint) override;
    void printFiles(QWidget* parent, const QString& documentName, const QStringList& files,
                    std::function<void(QPrinter&)> paint) override;
    void openOutside(const QString& path) override;
    void openInBrowser(const QUrl& url) override;
};

} // namespace staffelstab::wizard_pages
