// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_layout.h"

#include "receipt/qr_code.h"

#include <QBuffer>

namespace staffelstab::receipt {
namespace {

const QColor accent(0x1d, 0x5f, 0xa8);
const QColor muted(0x4a, 0x55, 0x63);
const QColor rule(0xc4, 0xcc, 0xd6);

constexpr double labelWidth = 52;
constexpr double fullWidth = Sheet::right - Sheet::left;
constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double framePadding = 4.5;

double widthOf(QSize box)
{
    return box.width() * millimetresPerPoint;
}

double heightOf(QSize box)
{
    return box.height() * millimetresPerPoint;
}

void drawHeader(Sheet& sheet, const Content& content)
{
    constexpr double code = 22;
    const double top = sheet.y();
    sheet.path(qrCode(content.qr, sheet.px(code)), {Sheet::right - code, top});
    const double width = fullWidth - code - 8;
    sheet.moveTo(top - 1);
    sheet.text(content.title, {Face::Bold, 20, Qt::black}, Sheet::left, width);
    sheet.text(content.subtitle, {Face::Text, 9, muted}, Sheet::left, width);
    sheet.space(1.5);
    if (!content.organisation.isEmpty()) {
        sheet.text(content.organisation, {Face::Bold, 10, Qt::black}, Sheet::left, width);
    }
    sheet.text(content.caseLine, {Face::Text, 10, Qt::black}, Sheet::left, width);
    sheet.moveTo(qMax(sheet.y(), top + code) + 2.5);
    sheet.line(Sheet::left, sheet.y(), Sheet::right, sheet.y(), 0.7, accent);
    sheet.space(3.5);
}

/** The column a section stands in. */
struct Column
{
    double left = Sheet::left;
    double width = fullWidth;
    double label = labelWidth;
};

void drawRow(Sheet& sheet, const Row& row, double points, const Column& column = {})
{
    const Ink value{row.isMono ? Face::Mono : Face::Text, row.isMono ? qMin(points - 1, 6.8) : points, Qt::black};
    sheet.need(5);
    const double y = sheet.y();
    const int page = sheet.page();
    sheet.text(row.label, {Face::Text, points, muted}, column.left, column.label - 3);
    const double after = sheet.y();
    if (sheet.page() == page) {
        sheet.moveTo(y);
    }
    sheet.text(row.value, value, column.left + column.label, column.width - column.label);
    if (sheet.page() == page) {
        sheet.moveTo(qMax(after, sheet.y()));
    }
    sheet.space(0.5);
}

void drawTableLine(Sheet& sheet, const QStringList& cells, const Ink& ink)
{
    constexpr double numberWidth = 30;
    sheet.need(6);
    for (qsizetype column = 1; column < cells.size(); ++column) {
        sheet.rightText(cells.at(column), ink,
                        Sheet::right - numberWidth * static_cast<double>(cells.size() - 1 - column));
    }
    const double textWidth = fullWidth - numberWidth * static_cast<double>(cells.size() - 1);
    sheet.text(cells.first(), ink, Sheet::left, textWidth);
    sheet.space(0.6);
    sheet.line(Sheet::left, sheet.y(), Sheet::right, sheet.y(), 0.15, rule);
    sheet.space(0.6);
}

void drawTable(Sheet& sheet, const Section& section)
{
    const Ink head{Face::Bold, 8, muted};
    int page = -1;
    for (const QStringList& line : section.lines) {
        sheet.need(12);
        if (sheet.page() != page) {
            drawTableLine(sheet, section.columns, head);
            page = sheet.page();
        }
        drawTableLine(sheet, line, {});
    }
    sheet.space(1);
}

void drawPoint(Sheet& sheet, const QString& point, double points)
{
    sheet.need(5);
    const double side = 1.6;
    const QRectF mark(Sheet::left + 0.5, sheet.y() + 1.1, side, side);
    sheet.frame(mark, 0.3, Qt::black);
    sheet.text(point, {Face::Text, points, Qt::black}, Sheet::left + 5, fullWidth - 5);
    sheet.space(0.4);
}

void drawSection(Sheet& sheet, const Section& section)
{
    if (section.rows.empty() && section.lines.empty() && section.paragraphs.isEmpty() && section.points.isEmpty()) {
        return;
    }
    const double points = section.isSmall ? 8 : 9;
    sheet.need(section.lines.empty() ? 14 : 20);
    sheet.text(section.heading, {Face::Bold, section.isSmall ? 8.5 : 10, accent}, Sheet::left, fullWidth);
    sheet.space(0.6);
    if (!section.lines.empty()) {
        drawTable(sheet, section);
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

/** Short sections beside each other: whom and when. */
void drawFront(Sheet& sheet, const std::vector<Section>& sections)
{
    const Column columns[] = {{Sheet::left, 102, 39}, {Sheet::left + 105, fullWidth - 105, 30}};
    const double top = sheet.y();
    double lowest = top;
    for (std::size_t i = 0; i < sections.size() && i < std::size(columns); ++i) {
        sheet.moveTo(top);
        sheet.text(sections[i].heading, {Face::Bold, 10, accent}, columns[i].left, columns[i].width);
        sheet.space(0.6);
        for (const Row& row : sections[i].rows) {
            drawRow(sheet, row, 9, columns[i]);
        }
        lowest = qMax(lowest, sheet.y());
    }
    sheet.moveTo(lowest);
    sheet.space(1);
}

void drawBlockHeading(Sheet& sheet, const QString& heading)
{
    sheet.need(30);
    sheet.space(1);
    sheet.line(Sheet::left, sheet.y(), Sheet::right, sheet.y(), 0.3, Qt::black);
    sheet.space(2);
    sheet.text(heading, {Face::Bold, 13, Qt::black}, Sheet::left, fullWidth);
    sheet.space(2);
}

void drawInkLines(Sheet& sheet, const SignaturePlace& place, double left, double width)
{
    constexpr double gap = 8;
    const double first = (width - gap) * 0.4;
    const double second = left + first + gap;
    sheet.space(10);
    sheet.line(left, sheet.y(), left + first, sheet.y(), 0.25, Qt::black);
    sheet.line(second, sheet.y(), left + width, sheet.y(), 0.25, Qt::black);
    sheet.space(0.8);
    const double y = sheet.y();
    sheet.text(place.inkPlace, {Face::Text, 7.5, muted}, left, first);
    sheet.moveTo(y);
    sheet.text(place.inkSignature, {Face::Text, 7.5, muted}, second, width - first - gap);
}

Place drawLeaverPlace(Sheet& sheet, const SignaturePlace& place)
{
    sheet.need(heightOf(leaverBox) + 22);
    sheet.text(place.heading, {Face::Bold, 10, accent}, Sheet::left, fullWidth);
    sheet.space(1.5);
    const QRectF box(Sheet::left, sheet.y(), widthOf(leaverBox), heightOf(leaverBox));
    sheet.moveTo(box.bottom());
    drawInkLines(sheet, place, Sheet::left, fullWidth);
    sheet.space(3.5);
    return sheet.place(box);
}

/** Block B in a frame of its own with nothing else in it (§ 309 no. 12 BGB); never torn apart. */
Place drawSupervisorPlace(Sheet& sheet, const SignaturePlace& place)
{
    const double left = Sheet::left + framePadding;
    const double width = fullWidth - 2 * framePadding;
    const Ink heading{Face::Bold, 13, Qt::black};
    double height =
        2 * framePadding + sheet.measure(place.heading, heading, width).height() + heightOf(supervisorBox) + 18;
    for (const QString& paragraph : place.paragraphs) {
        height += sheet.measure(paragraph, {}, width).height();
    }
    sheet.need(height);
    const double top = sheet.y();
    sheet.moveTo(top + framePadding);
    sheet.text(place.heading, heading, left, width);
    sheet.space(1.5);
    for (const QString& paragraph : place.paragraphs) {
        sheet.text(paragraph, {}, left, width);
    }
    sheet.space(2);
    const QRectF box(left, sheet.y(), widthOf(supervisorBox), heightOf(supervisorBox));
    sheet.moveTo(box.bottom());
    drawInkLines(sheet, place, left, width);
    sheet.space(framePadding);
    sheet.frame({Sheet::left, top, fullWidth, sheet.y() - top}, 0.6, Qt::black);
    return sheet.place(box);
}

void drawFooters(Sheet& sheet, const Content& content)
{
    const Ink ink{Face::Text, 7.5, muted};
    const int pages = sheet.pages();
    for (int page = 0; page < pages; ++page) {
        sheet.revisit(page);
        sheet.line(Sheet::left, 272.5, Sheet::right, 272.5, 0.15, rule);
        sheet.moveTo(273.4);
        sheet.rightText(content.page.arg(page + 1).arg(pages), ink, Sheet::right);
        sheet.textLine(content.footer + QStringLiteral("   ·   ") + content.caseLine, ink, Sheet::left, fullWidth - 25);
    }
}

} // namespace

Layout layOutReceipt(const Content& content)
{
    Layout layout;
    QBuffer buffer(&layout.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(600);
    Sheet sheet(writer);
    drawHeader(sheet, content);
    drawFront(sheet, content.front);
    drawBlockHeading(sheet, content.headingA);
    for (const Section& section : content.blockA) {
        drawSection(sheet, section);
    }
    layout.leaver = drawLeaverPlace(sheet, content.leaver);
    layout.supervisor = drawSupervisorPlace(sheet, content.supervisor);
    drawFooters(sheet, content);
    sheet.paint();
    return layout;
}

} // namespace staffelstab::receipt
