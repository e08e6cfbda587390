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

    /** An empty array shows nothing. Returns false if it is no readable PDF. Its pages have not been seen yet. */
    bool setDocument(const QByteArray& pdf);
    /** The same pages with other words on them: what was seen stays seen, if there are as many. */
    bool exchangeDocument(const QByteArray& pdf);
    [[nodiscard]] int pageCount() const;
    /** Pages whose beginning and end have both been on the screen. */
    [[nodiscard]] int seenPages() const;
    [[nodiscard]] bool isAllSeen() const { return pageCount() > 0 && seenPages() == pageCount(); }
    /** Text of all pages, for screen readers and tests. */
    [[nodiscard]] QString text();

Q_SIGNALS:
    /** One more page was seen, or all have to be seen anew. */
    void seenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Sheet;
    void layOut();
    void look();

    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<QPdfDocument> m_document;
    std::vector<Sheet*> m_sheets;
    struct Seen
    {
        bool isTop = false;
        bool isBottom = false;
    };
    std::vector<Seen> m_seen;
};

} // namespace staffelstab::wizard_pages
