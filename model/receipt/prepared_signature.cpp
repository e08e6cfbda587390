// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/prepared_signature.h"

#include "receipt/receipt_fields.h"
#include "receipt/receipt_texts.h"

namespace staffelstab::receipt {
namespace {

QByteArray pdfText(const QString& text)
{
    return QByteArray::fromStdString(QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse());
}

/** "D:20261123095805+01'00'" (ISO 32000-1, 7.9.4). */
QByteArray pdfTime(const QDateTime& time)
{
    const int minutes = time.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("%1%2'%3'")
                               .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return '(' + (time.toString(QStringLiteral("'D:'yyyyMMddHHmmss")) + offset).toLatin1() + ')';
}

/** The rule about later changes: the leaver certifies and allows signing only, the supervisor locks everything. */
QByteArray changeRule(Role role)
{
    return role == Role::Leaver ? "<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
                                  "/TransformParams /P 2 /V /1.2 >> >>"
                                : "<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type "
                                  "/TransformParams /Action /All /V /1.2 >> >>";
}

/** The dictionary up to the hole; behind it comes only the end of the dictionary. */
QByteArray dictionaryStart(const SignatureRequest& request, const QString& language)
{
    const ReceiptTexts texts(language);
    QByteArray text = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M " +
                      pdfTime(request.time) + " /Name " + pdfText(request.name) + " /Reason " +
                      pdfText(texts.reason(request.role, request.confirmation.manner)) + " /Reference [ " +
                      changeRule(request.role) + " ]";
    if (isDeclared(request.role, request.confirmation)) {
        QPDFObjectHandle json = QPDFObjectHandle::newString(confirmationJson(request.confirmation).toStdString());
        text += QByteArray(" ") + confirmationKey + ' ' + QByteArray::fromStdString(json.unparseBinary());
    }
    return text + " /ByteRange " + byteRangePlaceholder() + " /Contents ";
}

Result<PreparedSignature> prepare(PdfFile& file, PdfFile& picture, const SignatureRequest& request,
                                  const QString& language, qsizetype room)
{
    QPDF& pdf = file.qpdf;
    std::optional<ReceiptFields> fields = documentFields(pdf);
    if (!fields || !fields->of(request.role).isInitialized()) {
        return Failure{Failure::Kind::ReceiptAltered, {}, QStringLiteral("signature fields")};
    }
    const int before = static_cast<int>(pdf.getObjectCount());
    QPDFObjectHandle appearance = QPDFObjectHandle::newDictionary();
    appearance.replaceKey("/N", importPicture(pdf, picture));
    QPDFObjectHandle signature = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    QPDFObjectHandle field = fields->of(request.role);
    field.replaceKey("/AP", appearance);
    field.replaceKey("/V", signature);

    PdfUpdate update(file.bytes);
    if (request.role == Role::Leaver) {
        QPDFObjectHandle root = pdf.getRoot();
        QPDFObjectHandle permissions = QPDFObjectHandle::newDictionary();
        permissions.replaceKey("/DocMDP", signature);
        root.replaceKey("/Perms", permissions);
        update.add(root.getObjectID(), bodyOf(root));
    }
    update.add(field.getObjectID(), bodyOf(field));
    const int after = static_cast<int>(pdf.getObjectCount());
    for (int id = before + 1; id <= after; ++id) {
        if (id != signature.getObjectID()) {
            update.add(id, bodyOf(pdf.getObjectByID(id, 0)));
        }
    }
    const QByteArray start = dictionaryStart(request, language);
    const QByteArray empty = '<' + QByteArray(room * 2, '0') + '>';
    const qsizetype dictionary = update.add(signature.getObjectID(), start + empty + " >>");
    PreparedSignature prepared;
    prepared.hole = {dictionary + start.size(), dictionary + start.size() + empty.size()};
    prepared.pdf = update.finish(after + 1, trailerEntries(pdf, file.bytes));
    if (Status filled = fillByteRange(prepared.pdf, dictionary, prepared.hole); !filled) {
        return filled.failure();
    }
    return prepared;
}

} // namespace

Result<QSize> boxSize(const QByteArray& pdf, Role role)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    return withQpdf<QSize>(Failure::Kind::NotAReceipt, [&]() -> Result<QSize> {
        std::optional<ReceiptFields> fields = documentFields((*file)->qpdf);
        if (!fields || !fields->of(role).isInitialized() || !fields->of(role).getKey("/Rect").isRectangle()) {
            return Failure{Failure::Kind::ReceiptAltered, {}, QStringLiteral("signature fields")};
        }
        const QPDFObjectHandle::Rectangle rect = fields->of(role).getKey("/Rect").getArrayAsRectangle();
        return QSize(qRound(rect.urx - rect.llx), qRound(rect.ury - rect.lly));
    });
}

Result<PreparedSignature> prepareSignature(const QByteArray& pdf, const SignatureRequest& request,
                                           const QByteArray& picture, const QString& language, qsizetype room)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    Result<std::unique_ptr<PdfFile>> drawn = openPdf(picture);
    if (!drawn) {
        return Failure{Failure::Kind::Internal, {}, drawn.failure().detail};
    }
    return withQpdf<PreparedSignature>(Failure::Kind::NotAReceipt,
                                       [&] { return prepare(**file, **drawn, request, language, room); });
}

} // namespace staffelstab::receipt
