// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/consent_document.h"

#include "core/sha256.h"
#include "receipt/cms_signature.h"
#include "receipt/document_assembly.h"
#include "receipt/filled_signature.h"
#include "receipt/photo_page.h"
#include "receipt/prepared_signature.h"
#include "receipt/receipt_fields.h"
#include "receipt/receipt_fonts.h"
#include "receipt/receipt_texts.h"
#include "receipt/record_fields.h"
#include "receipt/record_metadata.h"
#include "receipt/signature_in_file.h"
#include "receipt/signature_picture.h"

#include <QJsonDocument>

namespace staffelstab::receipt {
namespace {

QJsonObject itemObject(const ConsentRecord::Item& item)
{
    return {{QStringLiteral("id"), item.id},           {QStringLiteral("title"), item.title},
            {QStringLiteral("purpose"), item.purpose}, {QStringLiteral("recipient"), item.recipient},
            {QStringLiteral("given"), item.isGiven},   {QStringLiteral("until"), item.until.toString(Qt::ISODate)},
            {QStringLiteral("address"), item.address}};
}

Failure altered(const QString& why)
{
    return {Failure::Kind::ReceiptAltered, {}, why};
}

/** A record of a receipt that says no more than the language: what the leaver's box needs to know. */
ReceiptRecord languageOnly(const QString& language)
{
    ReceiptRecord record;
    record.language = language;
    return record;
}

Result<ConsentRecord> recordIn(QPDF& pdf)
{
    const std::optional<QByteArray> packet = xmpOf(pdf);
    const Result<RecordInXmp> found =
        packet ? readXmp(*packet, consentNamespace) : Result<RecordInXmp>(Failure{Failure::Kind::NotAReceipt, {}, {}});
    if (!found) {
        return Failure{Failure::Kind::NotAReceipt, {}, QStringLiteral("no record of consents")};
    }
    if (found->sha256 != Sha256::of(found->json)) {
        return altered(QStringLiteral("digest of the record"));
    }
    return consentsFromJson(found->json);
}

Result<ConsentFinding> look(const QByteArray& pdf, const ExpectedSigners& expected)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    Result<ConsentRecord> record = recordIn((*file)->qpdf);
    if (!record) {
        return record.failure();
    }
    const std::optional<ReceiptFields> fields = consentFields((*file)->qpdf);
    if (!fields) {
        return altered(QStringLiteral("fields"));
    }
    const auto read = readSignature(pdf, *fields, Role::Leaver);
    const auto* signature = std::get_if<SignatureInFile>(&read);
    if (signature == nullptr || signature->name.simplified() != record->leaver.simplified() ||
        signature->end != pdf.size() || !signature->time.isValid()) {
        return altered(QStringLiteral("signature"));
    }
    const std::unique_ptr<PdfFile> base = openBase(pdf, *signature);
    if (!base || compareRevisions(*base, **file, *signature)) {
        return altered(QStringLiteral("revisions"));
    }
    const CmsFinding cms = checkCms(signedBytes(pdf, signature->hole), signature->cms,
                                    {expected.trustedCas, expected.stampCas}, signature->time);
    if (!cms.isIntact || !cms.namesItsCertificate || (cms.hasStamp && !cms.stampedAt.isValid())) {
        return altered(QStringLiteral("signature value"));
    }
    const QByteArray recordSha256 = Sha256::of(toJson(*record));
    return ConsentFinding{std::move(*record),    signature->name,        signature->time, cms.worth.level,
                          cms.certificateSha256, cms.worth.isVouchedFor, recordSha256,    Sha256::of(pdf)};
}

} // namespace

QByteArray toJson(const ConsentRecord& record)
{
    QJsonArray items;
    for (const ConsentRecord::Item& item : record.items) {
        items.append(itemObject(item));
    }
    const QJsonObject object{{QStringLiteral("format"), QStringLiteral("staffelstab-consents")},
                             {QStringLiteral("version"), 1},
                             {QStringLiteral("case"), record.caseNumber},
                             {QStringLiteral("language"), record.language},
                             {QStringLiteral("made_at"), isoTime(record.madeAt)},
                             {QStringLiteral("organisation"), record.organisation},
                             {QStringLiteral("leaver"), record.leaver},
                             {QStringLiteral("last_working_day"), record.lastWorkingDay.toString(Qt::ISODate)},
                             {QStringLiteral("items"), items},
                             {QStringLiteral("revocation"), record.revocation},
                             {QStringLiteral("text_version"), record.textVersion}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ConsentRecord> consentsFromJson(const QByteArray& json)
{
    const Fields fields(QJsonDocument::fromJson(json).object());
    ConsentRecord record;
    record.caseNumber = fields.text("case");
    record.language = fields.choice("language", {"de", "en"});
    record.madeAt = fields.time("made_at");
    record.organisation = fields.text("organisation");
    record.leaver = fields.text("leaver");
    record.lastWorkingDay = fields.date("last_working_day");
    record.revocation = fields.text("revocation");
    record.textVersion = fields.text("text_version");
    const QJsonArray items = fields.array("items");
    for (const QJsonValue value : items) {
        const Fields item(value.toObject());
        record.items.push_back({item.text("id"), item.text("title"), item.text("purpose"), item.text("recipient"),
                                item.yes("given"), item.date("until"), item.text("address")});
    }
    if (record.language.isEmpty() || toJson(record) != json) {
        return Failure{Failure::Kind::BadInput, QStringLiteral("consents"), QStringLiteral("not canonical")};
    }
    return record;
}

Result<QByteArray> drawConsents(const ConsentRecord& record, const QByteArray& logo)
{
    if (!canDraw()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no QGuiApplication")};
    }
    const QByteArray json = toJson(record);
    if (const auto back = consentsFromJson(json); !back) {
        return back.failure();
    }
    const ReceiptTexts texts(record.language);
    const QByteArray digest = Sha256::of(json);
    Content content = texts.consents(record, digest);
    content.logo = decodeLogo(logo);
    Metadata metadata;
    metadata.title = content.title + QLatin1Char(' ') + record.caseNumber;
    metadata.producer = QStringLiteral("Staffelstab");
    metadata.madeAt = record.madeAt;
    metadata.recordJson = json;
    metadata.recordSha256 = digest.toHex();
    metadata.keywords = content.qr;
    metadata.schema = consentNamespace;
    const Layout layout = layOutReceipt(content);
    return withQpdf<QByteArray>(Failure::Kind::Internal, [&] {
        return assembleDocument(languageOnly(record.language), layout, metadata, {Role::Leaver});
    });
}

Result<QByteArray> signConsents(const QByteArray& pdf, SignatureRequest request, const SigningKey& key, JobContext& job)
{
    Result<ConsentRecord> record = withQpdf<ConsentRecord>(Failure::Kind::NotAReceipt, [&]() -> Result<ConsentRecord> {
        Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
        return file ? recordIn((*file)->qpdf) : Result<ConsentRecord>(file.failure());
    });
    if (!record) {
        return record.failure();
    }
    request.role = Role::Leaver;
    request.confirmation = {};
    const Result<QSize> box = boxSize(pdf, Role::Leaver);
    if (!box) {
        return box.failure();
    }
    const Result<QByteArray> picture =
        drawSignedPicture(request, {key.level(), key.certificateSha256()}, languageOnly(record->language), *box);
    if (!picture) {
        return picture.failure();
    }
    Result<PreparedSignature> prepared =
        prepareSignature(pdf, request, *picture, record->language, roomForCms(key.parts(), !request.tsa.isEmpty()));
    if (!prepared) {
        return prepared.failure();
    }
    return fillSignature(std::move(*prepared), request, key, job);
}

Result<ConsentFinding> verifyConsents(const QByteArray& pdf, const ExpectedSigners& expected)
{
    return withQpdf<ConsentFinding>(Failure::Kind::NotAReceipt, [&] { return look(pdf, expected); });
}

std::optional<ConsentVerdict> judgeConsents(const QByteArray& pdf, const ExpectedSigners& expected)
{
    Result<ConsentFinding> finding = verifyConsents(pdf, expected);
    if (finding) {
        return ConsentVerdict{std::move(*finding)};
    }
    const bool isOne = finding.failure().kind == Failure::Kind::ReceiptAltered || pdf.contains(consentNamespace);
    return isOne ? std::optional(ConsentVerdict()) : std::nullopt;
}

} // namespace staffelstab::receipt
