// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/medium_label.h"

#include "receipt/qr_code.h"
#include "receipt/receipt_sheet.h"
#include "receipt/receipt_texts.h"
#include "receipt/sections/archive_section.h"

#include <QBuffer>

namespace staffelstab::receipt {

namespace {

const QColor muted(0x4a, 0x55, 0x63);
constexpr double fullWidth = Sheet::right - Sheet::left;
// Fits the cover of a disc and the pouch of a stick.
constexpr QSizeF labelSize(118, 76);
constexpr double inset = 4;
constexpr double codeSide = 26;
constexpr double nameWidth = 26;

void drawRow(Sheet& sheet, const Row& row, double left, double width, double points)
{
    const double top = sheet.y();
    sheet.text(row.label, {Face::Text, points - 1, muted}, left, nameWidth - 2);
    const double below = sheet.y();
    sheet.moveTo(top);
    sheet.text(row.value, {row.isMono ? Face::Mono : Face::Text, points, Qt::black}, left + nameWidth,
               width - nameWidth);
    sheet.moveTo(std::max(below, sheet.y()) + 0.6);
}

void drawLabel(Sheet& sheet, const Section& label, const QString& organisation, const QString& code)
{
    const double top = sheet.y();
    const double left = Sheet::left + inset;
    const double right = Sheet::left + labelSize.width() - inset;
    sheet.frame({{Sheet::left, top}, labelSize}, 0.2, Qt::black);
    sheet.path(qrCode(code, sheet.px(codeSide)), {right - codeSide, top + inset});
    sheet.moveTo(top + inset - 1);
    sheet.text(label.heading, {Face::Bold, 13, Qt::black}, left, right - left - codeSide - 3);
    sheet.text(organisation, {Face::Bold, 9, Qt::black}, left, right - left - codeSide - 3);
    sheet.space(1.5);
    for (const Row& row : label.rows) {
        // Beside the code there is less room.
        const bool isBeside = sheet.y() < top + inset + codeSide + 1;
        drawRow(sheet, row, left, right - left - (isBeside ? codeSide + 3 : 0), row.isMono ? 7 : 8);
    }
    sheet.moveTo(top + labelSize.height());
}

void drawSection(Sheet& sheet, const Section& section)
{
    const double points = section.isSmall ? 8 : 10;
    sheet.space(4);
    if (!section.heading.isEmpty()) {
        sheet.text(section.heading, {Face::Bold, 12, Qt::black}, Sheet::left, fullWidth);
        sheet.space(1.5);
    }
    for (qsizetype at = 0; at < section.points.size(); ++at) {
        const double top = sheet.y();
        sheet.text(QStringLiteral("%1.").arg(at + 1), {Face::Text, points, Qt::black}, Sheet::left, 8);
        sheet.moveTo(top);
        sheet.text(section.points[at], {Face::Text, points, Qt::black}, Sheet::left + 8, fullWidth - 8);
        sheet.space(1);
    }
    for (const QString& paragraph : section.paragraphs) {
        sheet.text(paragraph, {Face::Text, points, Qt::black}, Sheet::left, fullWidth);
        sheet.space(1);
    }
    for (const Row& row : section.rows) {
        sheet.text(row.value, {Face::Mono, 7, Qt::black}, Sheet::left, fullWidth);
    }
}

} // namespace

QString labelCode(const ReceiptRecord& record)
{
    const auto* archive = record.find<ArchiveSection>();
    return archive == nullptr ? QString()
                              : QStringLiteral("staffelstab-archive:%1:%2")
                                    .arg(record.caseNumber, QString::fromLatin1(archive->sha256.toHex()));
}

Result<QByteArray> drawMediumLabel(const ReceiptRecord& record)
{
    const auto* archive = record.find<ArchiveSection>();
    if (archive == nullptr) {
        return Failure{Failure::Kind::BadInput, record.caseNumber, QStringLiteral("there is no archive")};
    }
    if (!canDraw()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no QGuiApplication")};
    }
    const bool isGerman = record.language == QLatin1String("de");
    const ReceiptTexts own(record.language);
    const ReceiptTexts other(isGerman ? QStringLiteral("en") : QStringLiteral("de"));
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(600);
    writer.setTitle(own.mediumLabel(record, *archive).heading + QLatin1Char(' ') + record.caseNumber);
    Sheet sheet(writer);
    drawLabel(sheet, own.mediumLabel(record, *archive), record.organisation, labelCode(record));
    sheet.space(4);
    for (const Section& section : own.howToOpen(*archive)) {
        drawSection(sheet, section);
    }
    sheet.newPage();
    for (const Section& section : other.howToOpen(*archive)) {
        drawSection(sheet, section);
    }
    sheet.paint();
    return pdf;
}

} // namespace staffelstab::receipt
