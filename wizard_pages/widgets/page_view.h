// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPdfDocument>
#include <QScrollArea>

#include <memory>
#include <vector>

class QBuffer;

namespace staffelstab::wizard_pages {

/**
 * Pages of a PDF as sheets of paper, fitted to the width. Draws by QPdfDocument::render() into labels of its own,
 * because QPdfView 6.4 hangs in its fitting modes. Shows a copy for the eye; it never judges a document.
 */
class PageView : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr);
    ~PageView() override;

    /** An empty array shows nothing. Returns false if it is no readable PDF. */
    bool setDocument(const QByteArray& pdf);
    [[nodiscard]] int pageCount() const;
    /** Text of all pages, for screen readers and tests. */
    [[nodiscard]] QString text();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Sheet;
    void layOut();

    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<QPdfDocument> m_document;
    std::vector<Sheet*> m_sheets;
};

} // namespace staffelstab::wizard_pages
