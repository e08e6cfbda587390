// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/section_layout.h"

namespace staffelstab::receipt {
namespace {

constexpr double labelWidth = 52;

/** The part of the page's width a section stands in. */
struct Strip
{
    double left = Sheet::left;
    double width = fullWidth;
    double label = labelWidth;
};

void drawRow(Sheet& sheet, const Row& row, double points, const Strip& strip = {})
{
    const Ink value{row.isMono ? Face::Mono : Face::Text, row.isMono ? qMin(points - 1, 6.8) : points, Qt::black};
    sheet.need(5);
    const double y = sheet.y();
    const int page = sheet.page();
    sheet.text(row.label, {Face::Text, points, muted}, strip.left, strip.label - 3);
    const double after = sheet.y();
    if (sheet.page() == page) {
        sheet.moveTo(y);
    }
    sheet.text(row.value, value, strip.left + strip.label, strip.width - strip.label);
    if (sheet.page() == page) {
        sheet.moveTo(qMax(after, sheet.y()));
    }
    sheet.space(0.5);
}

/** Widths of a table's columns in millimetres. */
std::vector<double> columnWidths(const std::vector<Column>& columns)
{
    constexpr double numberWidth = 30;
    double rest = fullWidth;
    int shares = 0;
    for (const Column& column : columns) {
        rest -= column.isNumber ? numberWidth : 0;
        shares += column.isNumber ? 0 : column.share;
    }
    std::vector<double> widths;
    widths.reserve(columns.size());
    for (const Column& column : columns) {
        widths.push_back(column.isNumber ? numberWidth : rest * column.share / qMax(shares, 1));
    }
    return widths;
}

class Table
{
public:
    Table(Sheet& sheet, const Section& section)
        : m_sheet(sheet), m_section(section), m_widths(columnWidths(section.columns))
    {
    }

    void draw()
    {
        QStringList names;
        for (const Column& column : m_section.columns) {
            names.append(column.name);
        }
        int page = -1;
        for (const QStringList& line : m_section.lines) {
            m_sheet.need(qMin(heightOf(line), pageRoom) + 6);
            if (m_sheet.page() != page) {
                drawLine(names, {Face::Bold, 8, muted});
                page = m_sheet.page();
            }
            drawLine(line, {});
        }
        m_sheet.space(1);
    }

private:
    static constexpr double gap = 3;
    static constexpr double pageRoom = 200;

    [[nodiscard]] double heightOf(const QStringList& cells) const
    {
        double height = 0;
        for (std::size_t i = 0; i < m_widths.size() && i < static_cast<std::size_t>(cells.size()); ++i) {
            height = qMax(height, m_sheet.measure(cells.at(static_cast<qsizetype>(i)), {}, m_widths[i] - gap).height());
        }
        return height;
    }

    void drawLine(const QStringList& cells, const Ink& ink)
    {
        const double top = m_sheet.y();
        const int page = m_sheet.page();
        double bottom = top;
        double x = Sheet::left;
        for (std::size_t i = 0; i < m_widths.size() && i < static_cast<std::size_t>(cells.size()); ++i) {
            const QString& cell = cells.at(static_cast<qsizetype>(i));
            if (m_section.columns[i].isNumber) {
                m_sheet.rightText(cell, ink, x + m_widths[i]);
            } else {
                m_sheet.text(cell, ink, x, m_widths[i] - gap);
            }
            x += m_widths[i];
            // A cell taller than a page has moved on; its neighbours were drawn beside its beginning.
            bottom = m_sheet.page() == page ? qMax(bottom, m_sheet.y()) : m_sheet.y();
            if (m_sheet.page() == page && i + 1 < m_widths.size()) {
                m_sheet.moveTo(top);
            }
        }
        m_sheet.moveTo(qMax(bottom, m_sheet.page() == page ? top + 3.9 : bottom) + 0.6);
        m_sheet.line(Sheet::left, m_sheet.y(), Sheet::right, m_sheet.y(), 0.15, rule);
        m_sheet.space(0.6);
    }

    Sheet& m_sheet;
    const Section& m_section;
    std::vector<double> m_widths;
};

void drawPoint(Sheet& sheet, const QString& point, double points)
{
    sheet.need(5);
    const double side = 1.6;
    const QRectF mark(Sheet::left + 0.5, sheet.y() + 1.1, side, side);
    sheet.frame(mark, 0.3, Qt::black);
    sheet.text(point, {Face::Text, points, Qt::black}, Sheet::left + 5, fullWidth - 5);
    sheet.space(0.4);
}

} // namespace

void drawSection(Sheet& sheet, const Section& section)
{
    if (section.isEmpty()) {
        return;
    }
    const double points = section.isSmall ? 8 : 9;
    sheet.need(section.lines.empty() ? 14 : 20);
    sheet.text(section.heading, {Face::Bold, section.isSmall ? 8.5 : 10, accent}, Sheet::left, fullWidth);
    sheet.space(0.6);
    if (!section.lines.empty()) {
        Table(sheet, section).draw();
    }
    for (const Row& row : section.rows) {
        drawRow(sheet, row, points);
    }
    for (const QString& point : section.points) {
        drawPoint(sheet, point, points);
    }
    for (const QString& paragraph : section.paragraphs) {
        sheet.text(paragraph, {Face::Text, points, section.isSmall ? muted : QColor(Qt::black)}, Sheet::left,
                   fullWidth);
        sheet.space(0.6);
    }
    sheet.space(1.7);
}

double sectionHeight(const Sheet& sheet, const Section& section)
{
    constexpr double headingAndGaps = 8;
    constexpr double line = 5;
    const Ink ink{Face::Text, section.isSmall ? 8.0 : 9.0, Qt::black};
    double height = headingAndGaps + line * static_cast<double>(section.rows.size() + section.lines.size());
    for (const QString& text : section.points + section.paragraphs) {
        height += sheet.measure(text, ink, fullWidth).height() + 0.6;
    }
    return height;
}

void drawTopics(Sheet& sheet, const std::vector<Topic>& topics)
{
    constexpr double annexWidth = 17;
    constexpr double points = 8.5;
    const Strip strip{Sheet::left, fullWidth - annexWidth - 1, 40};
    for (const Topic& topic : topics) {
        sheet.need(sheet.measure(topic.said, {Face::Text, points, Qt::black}, strip.width - strip.label).height() + 2);
        if (!topic.annex.isEmpty()) {
            sheet.rightText(topic.annex, {Face::Text, 8, muted}, Sheet::right);
        }
        drawRow(sheet, {topic.name, topic.said}, points, strip);
        sheet.line(Sheet::left, sheet.y(), Sheet::right, sheet.y(), 0.15, rule);
        sheet.space(0.8);
    }
    sheet.space(1.7);
}

void drawFront(Sheet& sheet, const std::vector<Section>& sections)
{
    const Strip strips[] = {{Sheet::left, 102, 39}, {Sheet::left + 105, fullWidth - 105, 30}};
    const double top = sheet.y();
    double lowest = top;
    for (std::size_t i = 0; i < sections.size() && i < std::size(strips); ++i) {
        sheet.moveTo(top);
        sheet.text(sections[i].heading, {Face::Bold, 10, accent}, strips[i].left, strips[i].width);
        sheet.space(0.6);
        for (const Row& row : sections[i].rows) {
            drawRow(sheet, row, 9, strips[i]);
        }
        lowest = qMax(lowest, sheet.y());
    }
    sheet.moveTo(lowest);
    sheet.space(1);
}

} // namespace staffelstab::receipt
