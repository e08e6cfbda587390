// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_sheet.h"

#include <QRegularExpression>
#include <QTextLayout>

namespace staffelstab::receipt {
namespace {

/** No line ends within "31. Dezember 2026", "11,21 KiB" or "§ 147 Abs. 1". */
QString keptTogether(QString text)
{
    static const QRegularExpression spaces(
        QStringLiteral("(?<=\\d|\\d\\.) (?=\\p{L}{1,16}\\b)|(?<=\\p{L}) (?=\\d{4}\\b)|(?<=§|Abs\\.|Nr\\.|no\\.) "
                       "(?=\\d)|(?<=\\d) (?=%)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(spaces, QStringLiteral("\u00A0"));
}

/** Lays the text out in lines of `width` device pixels; long words break where they must. */
std::shared_ptr<QTextLayout> layOut(const QString& text, const QFont& font, QPdfWriter& writer, double width)
{
    auto layout = std::make_shared<QTextLayout>(keptTogether(text), font, &writer);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
    }
    layout->endLayout();
    return layout;
}

constexpr double leading = 1.22;

} // namespace

Sheet::Sheet(QPdfWriter& writer) : m_writer(writer), m_scale(writer.resolution() / 25.4) {}

void Sheet::need(double mm)
{
    if (m_y + mm > bottom) {
        newPage();
    }
}

void Sheet::newPage()
{
    ++m_page;
    m_y = top;
}

void Sheet::text(const QString& text, const Ink& ink, double x, double width)
{
    const auto layout = layOut(printable(text, ink.face), font(ink), m_writer, px(width));
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const double height = line.height() / m_scale * leading;
        need(height);
        const QPointF at(px(x), px(m_y) - line.y());
        on(m_page, [layout, i, at, colour = ink.colour](QPainter& painter) {
            painter.setPen(colour);
            layout->lineAt(i).draw(&painter, at);
        });
        m_y += height;
    }
}

QSizeF Sheet::measure(const QString& text, const Ink& ink, double width) const
{
    const auto layout = layOut(printable(text, ink.face), font(ink), m_writer, px(width));
    QSizeF size;
    for (int i = 0; i < layout->lineCount(); ++i) {
        size.setWidth(qMax(size.width(), layout->lineAt(i).naturalTextWidth() / m_scale));
        size.rheight() += layout->lineAt(i).height() / m_scale * leading;
    }
    return size;
}

void Sheet::rightText(const QString& text, const Ink& ink, double x)
{
    const auto layout = layOut(printable(text, ink.face), font(ink), m_writer, px(pageWidth));
    const QPointF at(px(x) - layout->lineAt(0).naturalTextWidth(), px(m_y));
    on(m_page, [layout, at, colour = ink.colour](QPainter& painter) {
        painter.setPen(colour);
        layout->lineAt(0).draw(&painter, at);
    });
}

void Sheet::textLine(const QString& text, const Ink& ink, double x, double width)
{
    const QFontMetricsF metrics(font(ink), &m_writer);
    const QString cut = metrics.elidedText(printable(text, ink.face), Qt::ElideRight, px(width));
    const auto layout = layOut(cut, font(ink), m_writer, px(pageWidth));
    on(m_page, [layout, at = QPointF(px(x), px(m_y)), colour = ink.colour](QPainter& painter) {
        painter.setPen(colour);
        layout->lineAt(0).draw(&painter, at);
    });
}

void Sheet::fittedLine(const QString& text, Ink ink, double least, double x, double width)
{
    // A hair less, as widths do not scale exactly with the type.
    const double wanted = 1.03 * measure(text, ink, pageWidth * 10).width();
    ink.points = qMax(least, ink.points * qMin(1.0, width / qMax(wanted, 1.0)));
    textLine(text, ink, x, width);
}

void Sheet::line(double x1, double y1, double x2, double y2, double width, const QColor& colour)
{
    const QLineF stroke(px(x1), px(y1), px(x2), px(y2));
    on(m_page, [stroke, pen = QPen(colour, px(width))](QPainter& painter) {
        painter.setPen(pen);
        painter.drawLine(stroke);
    });
}

void Sheet::frame(const QRectF& rect, double width, const QColor& colour)
{
    const QRectF box(px(rect.x()), px(rect.y()), px(rect.width()), px(rect.height()));
    on(m_page, [box, pen = QPen(colour, px(width), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin)](QPainter& painter) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    });
}

void Sheet::path(const QPainterPath& path, QPointF at)
{
    on(m_page,
       [path = path.translated(px(at.x()), px(at.y()))](QPainter& painter) { painter.fillPath(path, Qt::black); });
}

void Sheet::on(int page, std::function<void(QPainter&)> draw)
{
    m_items.push_back({page, std::move(draw)});
}

Place Sheet::place(const QRectF& rect) const
{
    constexpr double points = 72 / 25.4;
    return {m_page, QRectF(rect.x() * points, (pageHeight - rect.bottom()) * points, rect.width() * points,
                           rect.height() * points)};
}

void Sheet::paint()
{
    std::stable_sort(m_items.begin(), m_items.end(), [](const Item& a, const Item& b) { return a.page < b.page; });
    QPainter painter(&m_writer);
    int page = 0;
    for (const Item& item : m_items) {
        for (; page < item.page; ++page) {
            m_writer.newPage();
        }
        item.draw(painter);
    }
}

} // namespace staffelstab::receipt
