// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_document.h"

#include "core/sha256.h"
#include "receipt/document_assembly.h"
#include "receipt/photo_page.h"
#include "receipt/receipt_fields.h"
#include "receipt/receipt_layout.h"
#include "receipt/receipt_texts.h"
#include "receipt/record_metadata.h"
#include "receipt/sections/equipment_section.h"
#include "receipt/signature_picture.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace staffelstab::receipt {
namespace {

using Bytes = Result<QByteArray>;

QByteArray writtenBytes(QPDFWriter& writer)
{
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

QPDFObjectHandle unicode(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle rectangle(const QRectF& rect)
{
    // Position with two decimals, size in whole points: the picture is shown one to one.
    const double x = qRound(rect.x() * 100) / 100.0;
    const double y = qRound(rect.y() * 100) / 100.0;
    return QPDFObjectHandle::newFromRectangle({x, y, x + qRound(rect.width()), y + qRound(rect.height())});
}

/** A signature field that is its own widget, with its "pending" picture. */
QPDFObjectHandle addField(QPDF& pdf, Role role, const Place& place, PdfFile& picture, const QString& tooltip)
{
    QPDFObjectHandle page =
        QPDFPageDocumentHelper(pdf).getAllPages().at(static_cast<std::size_t>(place.page)).getObjectHandle();
    QPDFObjectHandle field = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 >>");
    field.replaceKey("/T", QPDFObjectHandle::newString(fieldName(role)));
    field.replaceKey("/TU", unicode(tooltip));
    field.replaceKey("/P", page);
    field.replaceKey("/Rect", rectangle(place.rect));
    QPDFObjectHandle pictures = QPDFObjectHandle::newDictionary();
    pictures.replaceKey("/N", importPicture(pdf, picture));
    field.replaceKey("/AP", pictures);
    if (role == Role::Supervisor) {
        field.replaceKey("/Lock", QPDFObjectHandle::parse("<< /Type /SigFieldLock /Action /All >>"));
    }
    field = pdf.makeIndirectObject(field);
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (annotations.isArray() && !annotations.isIndirect()) {
        annotations.appendItem(field);
    } else {
        page.replaceKey("/Annots", QPDFObjectHandle::newArray({field}));
    }
    return field;
}

Metadata metadataOf(const ReceiptRecord& record, const QString& title)
{
    Metadata metadata;
    metadata.title = title;
    metadata.producer = QStringLiteral("Staffelstab");
    metadata.madeAt = record.madeAt;
    metadata.recordJson = toJson(record);
    const QByteArray digest = Sha256::of(metadata.recordJson);
    metadata.recordSha256 = digest.toHex();
    metadata.keywords = digestWords(digest);
    return metadata;
}

void setMetadata(QPDF& pdf, const Metadata& metadata, const QString& language)
{
    QPDFObjectHandle root = pdf.getRoot();
    const QByteArray xmp = writeXmp(metadata);
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, xmp.toStdString());
    stream.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", stream);
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language == QLatin1String("de") ? "de-DE" : "en-GB"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", unicode(metadata.title));
    info.replaceKey("/Creator", unicode(metadata.producer));
    info.replaceKey("/Producer", unicode(metadata.producer));
    info.replaceKey("/Keywords", unicode(metadata.keywords));
    const QString time = metadata.madeAt.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(time.toStdString()));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

} // namespace

Result<QByteArray> assembleDocument(const ReceiptRecord& record, const Layout& layout, const Metadata& metadata,
                                    std::initializer_list<Role> signers)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(layout.pdf);
    if (!file) {
        return Failure{Failure::Kind::Internal, {}, file.failure().detail};
    }
    QPDF& pdf = (*file)->qpdf;
    const ReceiptTexts texts(record.language);
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    // A picture's bytes are copied only when the file is written.
    std::vector<std::unique_ptr<PdfFile>> pictures;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.getObjectHandle().removeKey("/Annots");
    }
    for (const Role role : signers) {
        const Place& place = role == Role::Leaver ? layout.leaver : layout.supervisor;
        const QSize box(qRound(place.rect.width()), qRound(place.rect.height()));
        Bytes drawn = drawPendingPicture(role, record, box);
        if (!drawn) {
            return drawn;
        }
        Result<std::unique_ptr<PdfFile>> picture = openPdf(drawn.value());
        if (!picture) {
            return Failure{Failure::Kind::Internal, {}, picture.failure().detail};
        }
        list.appendItem(addField(pdf, role, place, **picture, texts.reason(role, Manner::Signs)));
        pictures.push_back(std::move(*picture));
    }
    QPDFObjectHandle form = QPDFObjectHandle::newDictionary();
    form.replaceKey("/Fields", list);
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));
    pdf.getRoot().replaceKey("/AcroForm", form);
    setMetadata(pdf, metadata, record.language);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true); // ISO 19005-1, 6.1.7
    writer.setDeterministicID(true);
    writer.write();
    return writtenBytes(writer);
}

namespace {

/** Each belongs to a thing of the record that names its digest. */
Status addPhotos(Content& content, const ReceiptTexts& texts, const ReceiptRecord& record,
                 const std::vector<ReceiptPhoto>& photos)
{
    const auto* equipment = record.find<EquipmentSection>();
    for (const ReceiptPhoto& photo : photos) {
        const auto index = static_cast<std::size_t>(photo.number - 1);
        if (equipment == nullptr || index >= equipment->things.size() ||
            equipment->things[index].photoSha256 != Sha256::of(photo.file)) {
            return Failure{Failure::Kind::BadInput, QString::number(photo.number),
                           QStringLiteral("a photo that is not on the receipt")};
        }
        const Result<QImage> image = decodePhoto(photo);
        if (!image) {
            return image.failure();
        }
        content.photos.push_back({texts.photoCaption(photo.number, equipment->things[index].item), *image});
    }
    return Done{};
}

} // namespace

Result<QByteArray> drawReceipt(const ReceiptRecord& record, const std::vector<ReceiptPhoto>& photos,
                               const QByteArray& logo)
{
    if (!canDraw()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no QGuiApplication")};
    }
    // What cannot be read back must not be printed: wrong language, lone surrogates, texts without end.
    const Result<ReceiptRecord> readBack = fromJson(toJson(record));
    if (!readBack || record.language.isEmpty()) {
        const QString why = readBack ? QStringLiteral("no language") : readBack.failure().detail;
        return Failure{Failure::Kind::BadInput, QStringLiteral("receipt"), why};
    }
    if (receivables(record, record.language).size() > receivableLimit) {
        return Failure{Failure::Kind::LimitExceeded, QStringLiteral("receipt"), QString::number(receivableLimit)};
    }
    const ReceiptTexts texts(record.language);
    Content content = texts.content(record, Sha256::of(toJson(record)));
    if (Status added = addPhotos(content, texts, record, photos); !added) {
        return added.failure();
    }
    content.logo = decodeLogo(logo);
    const Layout layout = layOutReceipt(content);
    const QString title = content.title + QStringLiteral(" ") + record.caseNumber;
    Bytes pdf = withQpdf<QByteArray>(Failure::Kind::Internal, [&] {
        return assembleDocument(record, layout, metadataOf(record, title), {Role::Leaver, Role::Supervisor});
    });
    if (!pdf) {
        return pdf;
    }
    if (const Result<ReceiptRecord> again = recordOf(pdf.value()); !again || toJson(*again) != toJson(record)) {
        return Failure{Failure::Kind::BadInput, QStringLiteral("receipt"), QStringLiteral("text that XMP cannot hold")};
    }
    return pdf;
}

Result<QByteArray> flattenedCopy(const QByteArray& pdf)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    return withQpdf<QByteArray>(Failure::Kind::NotAReceipt, [&]() -> Bytes {
        QPDF& qpdf = (*file)->qpdf;
        QPDFPageDocumentHelper(qpdf).flattenAnnotations(an_print);
        qpdf.getRoot().removeKey("/AcroForm");
        qpdf.getRoot().removeKey("/Perms");
        qpdf.getRoot().removeKey("/DSS");
        QPDFWriter writer(qpdf);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        return writtenBytes(writer);
    });
}

Result<ReceiptRecord> recordOf(const QByteArray& pdf)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    return withQpdf<ReceiptRecord>(Failure::Kind::NotAReceipt, [&]() -> Result<ReceiptRecord> {
        const std::optional<QByteArray> packet = xmpOf((*file)->qpdf);
        if (!packet) {
            return Failure{Failure::Kind::NotAReceipt, {}, QStringLiteral("no metadata")};
        }
        Result<RecordInXmp> found = readXmp(*packet);
        return found ? fromJson(found->json) : Result<ReceiptRecord>(found.failure());
    });
}

} // namespace staffelstab::receipt
