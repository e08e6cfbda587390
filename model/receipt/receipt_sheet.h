// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_fonts.h"

#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QRectF>

#include <functional>
#include <vector>

namespace staffelstab::receipt {

/** A place on a page in PDF points, origin at the page's lower left corner. */
struct Place
{
    int page = 0;
    QRectF rect;
};

struct Ink
{
    Face face = Face::Text;
    double points = 9;
    QColor colour = Qt::black;
};

/**
 * Pages that fill from top to bottom. What is put on them is kept as a list and painted at the end, when the number of
 * pages is known. Lengths are millimetres from the page's upper left corner.
 */
class Sheet
{
public:
    static constexpr double pageWidth = 210;
    static constexpr double pageHeight = 297;
    static constexpr double margin = 20;
    static constexpr double left = margin;
    static constexpr double right = pageWidth - margin;
    static constexpr double top = 15;
    static constexpr double bottom = pageHeight - 19;
    /** Below what fills the page. */
    static constexpr double footer = bottom + 1.5;

    explicit Sheet(QPdfWriter& writer);

    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] int page() const { return m_page; }
    /** Pages begun so far; ask before revisit(). */
    [[nodiscard]] int pages() const { return m_page + 1; }
    /** Goes to a page that exists already: for footers, when everything else is laid out. */
    void revisit(int page) { m_page = page; }
    void moveTo(double y) { m_y = y; }
    void space(double mm) { m_y += mm; }
    /** Starts a new page if less than this is left on the current one. */
    void need(double mm);
    void newPage();

    /** Wrapped text at the current height; breaks over pages. Moves down. */
    void text(const QString& text, const Ink& ink, double x, double width);
    /** Width and height in mm the text would take. */
    [[nodiscard]] QSizeF measure(const QString& text, const Ink& ink, double width) const;
    /** One line, right-aligned at `x`, top at the current height; does not move. */
    void rightText(const QString& text, const Ink& ink, double x);
    /** The first line of wrapped text, cut off with an ellipsis if it is longer; does not move. */
    void textLine(const QString& text, const Ink& ink, double x, double width);
    /** The same in type as small as the width demands, down to `least` points; only then it is cut off. */
    void fittedLine(const QString& text, Ink ink, double least, double x, double width);
    void line(double x1, double y1, double x2, double y2, double width, const QColor& colour);
    void frame(const QRectF& rect, double width, const QColor& colour);
    void path(const QPainterPath& path, QPointF at);
    /** Something on a page that already exists. */
    void on(int page, std::function<void(QPainter&)> draw);
    [[nodiscard]] Place place(const QRectF& rect) const;
    [[nodiscard]] double px(double mm) const { return mm * m_scale; }

    void paint();

private:
    struct Item
    {
        int page;
        std::function<void(QPainter&)> draw;
    };
    [[nodiscard]] QFont font(const Ink& ink) const { return receiptFont(ink.face, ink.points); }

    QPdfWriter& m_writer;
    double m_scale;
    double m_y = top;
    int m_page = 0;
    std::vector<Item> m_items;
};

} // namespace staffelstab::receipt
