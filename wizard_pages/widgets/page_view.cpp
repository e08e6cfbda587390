// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/page_view.h"

#include "wizard_pages/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfSelection>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

class PageView::Sheet : public QWidget
{
public:
    Sheet(QPdfDocument& document, int page, QWidget* parent) : QWidget(parent), m_document(document), m_page(page) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QSize pixels = size() * devicePixelRatioF();
        if (m_image.size() != pixels) {
            m_image = QImage(pixels, QImage::Format_RGB32);
            m_image.fill(Qt::white);
            const QImage drawn = m_document.render(m_page, pixels);
            QPainter onPaper(&m_image);
            onPaper.drawImage(0, 0, drawn);
        }
        QPainter painter(this);
        painter.drawImage(rect(), m_image);
        painter.setPen(theme().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    QPdfDocument& m_document;
    int m_page;
    QImage m_image;
};

PageView::PageView(QWidget* parent) : QScrollArea(parent)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("kind", QStringLiteral("pages"));
    setAccessibleName(tr("Pages of the receipt"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PageView::look);
}

PageView::~PageView()
{
    qDeleteAll(m_sheets);
}

bool PageView::exchangeDocument(const QByteArray& pdf)
{
    const std::vector<Seen> before = m_seen;
    const int place = verticalScrollBar()->value();
    const bool isShown = setDocument(pdf);
    if (before.size() == m_seen.size()) {
        m_seen = before;
        verticalScrollBar()->setValue(place);
        Q_EMIT seenChanged();
        look();
    }
    return isShown;
}

bool PageView::setDocument(const QByteArray& pdf)
{
    m_seen.clear();
    qDeleteAll(m_sheets);
    m_sheets.clear();
    verticalScrollBar()->setValue(0);
    m_document.reset();
    m_buffer.reset();
    if (pdf.isEmpty()) {
        return false;
    }
    m_buffer = std::make_unique<QBuffer>();
    m_buffer->setData(pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document = std::make_unique<QPdfDocument>(nullptr);
    m_document->load(m_buffer.get());
    if (m_document->status() != QPdfDocument::Status::Ready) {
        m_document.reset();
        return false;
    }
    for (int page = 0; page < m_document->pageCount(); ++page) {
        m_sheets.push_back(new Sheet(*m_document, page, widget()));
        widget()->layout()->addWidget(m_sheets.back());
    }
    m_seen.resize(m_sheets.size());
    setAccessibleDescription(text());
    layOut();
    Q_EMIT seenChanged();
    look();
    return true;
}

int PageView::pageCount() const
{
    return static_cast<int>(m_sheets.size());
}

int PageView::seenPages() const
{
    return static_cast<int>(
        std::count_if(m_seen.begin(), m_seen.end(), [](const Seen& one) { return one.isTop && one.isBottom; }));
}

void PageView::look()
{
    if (!isVisible() || viewport()->height() < 50) {
        return;
    }
    const int before = seenPages();
    const int top = verticalScrollBar()->value();
    const int bottom = top + viewport()->height();
    constexpr int edge = 8;
    int y = 0;
    for (std::size_t page = 0; page < m_sheets.size(); ++page) {
        const int end = y + m_sheets[page]->height();
        m_seen[page].isTop = m_seen[page].isTop || (y + edge >= top && y <= bottom - edge);
        m_seen[page].isBottom = m_seen[page].isBottom || (end - edge <= bottom && end >= top + edge);
        y = end + space::medium;
    }
    if (seenPages() != before) {
        Q_EMIT seenChanged();
    }
}

QString PageView::text()
{
    QString all;
    for (int page = 0; m_document && page < m_document->pageCount(); ++page) {
        all += m_document->getAllText(page).text() + QLatin1Char('\n');
    }
    return all;
}

void PageView::layOut()
{
    const int width = qMin(viewport()->width() - space::small, 900);
    int height = 0;
    for (std::size_t page = 0; page < m_sheets.size(); ++page) {
        const QSizeF size = m_document->pagePointSize(static_cast<int>(page));
        if (size.width() > 0 && width > 0) {
            m_sheets[page]->setFixedSize(width, qRound(width * size.height() / size.width()));
            height += m_sheets[page]->height() + space::medium;
        }
    }
    widget()->setMinimumHeight(height);
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    layOut();
    look();
}

void PageView::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    look();
}

} // namespace staffelstab::wizard_pages
