// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_layout.h"

#include "receipt/qr_code.h"
#include "receipt/section_layout.h"

#include <QBuffer>

namespace staffelstab::receipt {
namespace {

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

/** Its right edge at `right`; returns the room it takes in millimetres. */
QSizeF drawLogo(Sheet& sheet, const QImage& logo, double right, double top)
{
    constexpr QSizeF room(36, 18);
    if (logo.isNull()) {
        return {};
    }
    const QSizeF size = QSizeF(logo.size()).scaled(room, Qt::KeepAspectRatio);
    const QRectF target(sheet.px(right - size.width()), sheet.px(top), sheet.px(size.width()), sheet.px(size.height()));
    sheet.on(sheet.page(), [target, logo](QPainter& painter) { painter.drawImage(target, logo); });
    return size;
}

void drawHeader(Sheet& sheet, const Content& content)
{
    constexpr double code = 22;
    const double top = sheet.y();
    sheet.path(qrCode(content.qr, sheet.px(code)), {Sheet::right - code, top});
    const QSizeF logo = drawLogo(sheet, content.logo, Sheet::right - code - 6, top);
    const double width = fullWidth - code - 8 - (logo.isEmpty() ? 0 : logo.width() + 4);
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

/** Box, heading and lines for ink. */
constexpr double leaverHeight = leaverBox.height() * millimetresPerPoint + 22;

/** The end of what is signed stays with the signature, so that none stands alone on a page. */
void drawStatement(Sheet& sheet, const std::vector<Section>& sections)
{
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (i + 1 == sections.size()) {
            constexpr double mostToMove = 60;
            const double height = sectionHeight(sheet, sections[i]);
            sheet.need(height <= mostToMove ? height + leaverHeight : 0);
        }
        drawSection(sheet, sections[i]);
    }
}

Place drawLeaverPlace(Sheet& sheet, const SignaturePlace& place)
{
    sheet.need(leaverHeight);
    sheet.text(place.heading, {Face::Bold, 10, accent}, Sheet::left, fullWidth);
    sheet.space(1.5);
    const QRectF box(Sheet::left, sheet.y(), widthOf(leaverBox), heightOf(leaverBox));
    sheet.moveTo(box.bottom());
    drawInkLines(sheet, place, Sheet::left, fullWidth);
    sheet.space(3.5);
    return sheet.place(box);
}

/** Block B in a frame of its own with nothing else in it (§ 309 no. 12 BGB); never torn apart. */
Place drawSupervisorPlace(Sheet& sheet, const SignaturePlace& place, QSize boxSize)
{
    const double left = Sheet::left + framePadding;
    const double width = fullWidth - 2 * framePadding;
    const Ink heading{Face::Bold, 13, Qt::black};
    double height = 2 * framePadding + sheet.measure(place.heading, heading, width).height() + heightOf(boxSize) + 18;
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
    const QRectF box(left, sheet.y(), widthOf(boxSize), heightOf(boxSize));
    sheet.moveTo(box.bottom());
    drawInkLines(sheet, place, left, width);
    sheet.space(framePadding);
    sheet.frame({Sheet::left, top, fullWidth, sheet.y() - top}, 0.6, Qt::black);
    return sheet.place(box);
}

void drawAnnex(Sheet& sheet, const Content& content)
{
    if (content.annex.empty()) {
        return;
    }
    sheet.newPage();
    drawBlockHeading(sheet, content.headingAnnex);
    for (const Section& section : content.annex) {
        drawSection(sheet, section);
    }
    if (content.annexInk) {
        sheet.need(20);
        drawInkLines(sheet, *content.annexInk, Sheet::left, fullWidth);
    }
}

/** As large as the page allows, never larger than it is at 150 points an inch. */
void drawPhoto(Sheet& sheet, const PhotoPage& photo)
{
    constexpr double millimetresPerPixel = 25.4 / 150;
    sheet.newPage();
    sheet.text(photo.caption, {Face::Bold, 10, accent}, Sheet::left, fullWidth);
    sheet.space(3);
    const QSizeF wanted = QSizeF(photo.image.size()) * millimetresPerPixel;
    const QSizeF room(fullWidth, Sheet::bottom - sheet.y());
    const bool isTooLarge = wanted.width() > room.width() || wanted.height() > room.height();
    const QSizeF size = isTooLarge ? wanted.scaled(room, Qt::KeepAspectRatio) : wanted;
    const QRectF target(sheet.px(Sheet::left), sheet.px(sheet.y()), sheet.px(size.width()), sheet.px(size.height()));
    sheet.on(sheet.page(), [target, image = photo.image](QPainter& painter) { painter.drawImage(target, image); });
}

void drawFooters(Sheet& sheet, const Content& content)
{
    const Ink ink{Face::Text, 7.5, muted};
    const int pages = sheet.pages();
    for (int page = 0; page < pages; ++page) {
        sheet.revisit(page);
        sheet.line(Sheet::left, Sheet::footer, Sheet::right, Sheet::footer, 0.15, rule);
        sheet.moveTo(Sheet::footer + 0.9);
        sheet.rightText(content.page.arg(page + 1).arg(pages), ink, Sheet::right);
        sheet.textLine(content.footer + QStringLiteral("   ·   ") + content.caseLine, ink, Sheet::left, fullWidth - 25);
    }
}

} // namespace

TickGrid tickGrid(std::size_t receivables)
{
    if (receivables <= 4) {
        return {};
    }
    return receivables <= 50 ? TickGrid{2, 4.6, 8.5} : TickGrid{3, 4, 7};
}

QSize supervisorBox(std::size_t receivables)
{
    constexpr double reservationAndSignature = 54.6;
    const double height = tickGrid(receivables).height(receivables) + reservationAndSignature;
    return {456, qCeil(height / millimetresPerPoint)};
}

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
    if (!content.headingA.isEmpty()) {
        drawBlockHeading(sheet, content.headingA);
    }
    drawTopics(sheet, content.topics);
    drawStatement(sheet, content.blockA);
    layout.leaver = drawLeaverPlace(sheet, content.leaver);
    if (!content.supervisor.heading.isEmpty()) {
        layout.supervisor = drawSupervisorPlace(sheet, content.supervisor, supervisorBox(content.receivables));
    }
    drawAnnex(sheet, content);
    for (const PhotoPage& photo : content.photos) {
        drawPhoto(sheet, photo);
    }
    drawFooters(sheet, content);
    sheet.paint();
    return layout;
}

} // namespace staffelstab::receipt
