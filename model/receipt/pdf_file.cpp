// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/pdf_file.h"

#include "core/sha256.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace staffelstab::receipt {
namespace {

Failure refused(const QString& why)
{
    return {Failure::Kind::NotAReceipt, {}, why};
}

/** The largest /Size a trailer claims; libqpdf would make room for all of it. */
bool claimsTooManyObjects(const QByteArray& bytes)
{
    for (qsizetype at = bytes.indexOf("/Size"); at >= 0; at = bytes.indexOf("/Size", at + 5)) {
        qsizetype digit = at + 5;
        while (digit < bytes.size() && (bytes.at(digit) == ' ' || bytes.at(digit) == '\n' || bytes.at(digit) == '\r')) {
            ++digit;
        }
        qint64 value = 0;
        for (; digit < bytes.size() && bytes.at(digit) >= '0' && bytes.at(digit) <= '9' && value <= objectLimit;
             ++digit) {
            value = value * 10 + (bytes.at(digit) - '0');
        }
        if (value > objectLimit) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<std::unique_ptr<PdfFile>> openPdf(const QByteArray& bytes)
{
    if (bytes.size() > pdfLimit) {
        return refused(QStringLiteral("larger than %1 bytes").arg(pdfLimit));
    }
    if (!bytes.startsWith("%PDF-1.") || claimsTooManyObjects(bytes)) {
        return refused(QStringLiteral("no PDF header or too many objects"));
    }
    return withQpdf<std::unique_ptr<PdfFile>>(Failure::Kind::NotAReceipt, [&]() -> Result<std::unique_ptr<PdfFile>> {
        auto file = std::make_unique<PdfFile>();
        file->bytes = bytes;
        file->qpdf.setSuppressWarnings(true);
        file->qpdf.setAttemptRecovery(false);
        file->qpdf.processMemoryFile("receipt", file->bytes.constData(), static_cast<std::size_t>(file->bytes.size()));
        if (file->qpdf.isEncrypted()) {
            return refused(QStringLiteral("encrypted"));
        }
        const auto table = file->qpdf.getXRefTable();
        if (table.size() > static_cast<std::size_t>(objectLimit)) {
            return refused(QStringLiteral("too many objects"));
        }
        for (const auto& [id, entry] : table) {
            if (entry.getType() != 1 || id.getGen() != 0 || id.getObj() > objectLimit) {
                return refused(foreignTable);
            }
        }
        // Every object is parsed now, as libqpdf warns of a key said twice, which viewers read in different ways, only
        // then.
        for (const auto& [id, entry] : table) {
            (void)file->qpdf.getObject(id).getTypeCode();
            if (file->qpdf.anyWarnings()) {
                return refused(QStringLiteral("damaged"));
            }
        }
        return file;
    });
}

QPDFObjectHandle importPicture(QPDF& pdf, PdfFile& picture)
{
    // Qt writes each length as an object of its own; copied along, it would belong to nothing.
    for (QPDFObjectHandle& object : picture.qpdf.getAllObjects()) {
        if (object.isStream()) {
            const long long length = object.getDict().getKey("/Length").getIntValue();
            object.getDict().replaceKey("/Length", QPDFObjectHandle::newInteger(length));
        }
    }
    QPDFPageObjectHelper page = QPDFPageDocumentHelper(picture.qpdf).getAllPages().at(0);
    QPDFObjectHandle form = page.getFormXObjectForPage();
    form.getDict().removeKey("/Group");
    return pdf.copyForeignObject(form);
}

QByteArray bodyOf(QPDFObjectHandle object)
{
    if (!object.isStream()) {
        return QByteArray::fromStdString(object.unparseResolved());
    }
    const std::shared_ptr<Buffer> data = object.getRawStreamData();
    QPDFObjectHandle dictionary = object.getDict().shallowCopy();
    dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(data->getSize())));
    return QByteArray::fromStdString(dictionary.unparseResolved()) + "\nstream\n" +
           QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())) +
           "\nendstream";
}

QByteArray trailerEntries(QPDF& pdf, const QByteArray& before)
{
    QPDFObjectHandle trailer = pdf.getTrailer();
    const QByteArray first = QByteArray::fromStdString(trailer.getKey("/ID").getArrayItem(0).unparseBinary());
    const QByteArray second = '<' + Sha256::of(before).left(16).toHex() + '>';
    return "/Root " + QByteArray::fromStdString(trailer.getKey("/Root").unparse()) + " /Info " +
           QByteArray::fromStdString(trailer.getKey("/Info").unparse()) + " /ID [ " + first + ' ' + second + " ]";
}

} // namespace staffelstab::receipt
