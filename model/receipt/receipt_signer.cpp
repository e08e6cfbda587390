// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_signer.h"

#include "receipt/cms_signature.h"
#include "receipt/filled_signature.h"
#include "receipt/receipt_fonts.h"
#include "receipt/receipt_verifier.h"
#include "receipt/record_fields.h"
#include "receipt/signature_picture.h"
#include "receipt/time_stamp.h"

namespace staffelstab::receipt {
namespace {

Failure altered(const ReceiptFinding& finding)
{
    const auto kind =
        finding.state == ReceiptState::NotAReceipt ? Failure::Kind::NotAReceipt : Failure::Kind::ReceiptAltered;
    return {kind, {}, finding.findings.empty() ? QString() : finding.findings.front().detail};
}

/** Who may sign now: nobody on an altered file, the leaver first, the supervisor second, each once and with another
 * key. */
Status mayStillSign(const ReceiptFinding& finding, Role role, const SigningKey& key)
{
    if (finding.state == ReceiptState::Altered || finding.state == ReceiptState::NotAReceipt || !finding.record) {
        return altered(finding);
    }
    for (const SignatureFinding& signature : finding.signatures) {
        if (signature.role == role) {
            return Failure{Failure::Kind::AlreadySigned, signature.name, {}};
        }
        if (signature.certificateSha256 == key.certificateSha256()) {
            return Failure{Failure::Kind::KeyUnusable, key.name(),
                           QStringLiteral("the other side signed with this key")};
        }
    }
    if (role == Role::Supervisor && finding.signatures.empty()) {
        return Failure{Failure::Kind::NotAllowedNow, {}, QStringLiteral("the leaver signs first")};
    }
    return Done{};
}

/** Nothing is confirmed that is not on the receipt. */
Status isConfirmable(Role role, const Confirmation& confirmation, const ReceiptRecord& record)
{
    if (!isSound(role, confirmation)) {
        return Failure{Failure::Kind::BadInput, QStringLiteral("signature"),
                       QStringLiteral("refusal, absence, witness and what was received contradict each other")};
    }
    const std::vector<Receivable> things = receivables(record, record.language);
    for (const QString& code : confirmation.received) {
        if (std::none_of(things.begin(), things.end(), [&](const Receivable& one) { return one.code == code; })) {
            return Failure{Failure::Kind::BadInput, code, QStringLiteral("not on the receipt")};
        }
    }
    return Done{};
}

/** A signature made before what it signs comes from a clock that was set back; a few minutes are no two clocks' fault.
 */
Status isClockRight(const QDateTime& now, const ReceiptFinding& before)
{
    constexpr int tolerance = 15 * 60;
    QDateTime last = before.record->madeAt;
    for (const SignatureFinding& signature : before.signatures) {
        last = qMax(last, signature.timestamp.isValid() ? signature.timestamp : signature.time);
    }
    if (last.isValid() && now.secsTo(last) > tolerance) {
        return Failure{Failure::Kind::NotAllowedNow, QStringLiteral("clock"), isoTime(last)};
    }
    return Done{};
}

Status isComplete(const SignatureRequest& request, const SigningKey& key)
{
    if (request.name.trimmed().isEmpty() || !request.time.isValid()) {
        return Failure{Failure::Kind::BadInput, QStringLiteral("signature"), QStringLiteral("name or time is missing")};
    }
    if (request.confirmation.reservation.size() > reservationLimit) {
        return Failure{Failure::Kind::LimitExceeded, QStringLiteral("reservation"), QString::number(reservationLimit)};
    }
    if (!isValidAt(key.parts().certificate.get(), request.time)) {
        return Failure{Failure::Kind::SignerCertificateExpired, key.name(), {}};
    }
    return Done{};
}

} // namespace

Result<QByteArray> fillSignature(PreparedSignature prepared, const SignatureRequest& request, const SigningKey& key,
                                 JobContext& job)
{
    const QByteArray content = signedBytes(prepared.pdf, prepared.hole);
    Stamp stamp;
    if (!request.tsa.isEmpty()) {
        stamp = [&](const QByteArray& sha256) { return fetchTimeStamp(request.tsa, sha256, request.stampCas, job); };
    }
    Result<QByteArray> cms = makeCms(content, key.parts(), stamp);
    if (!cms) {
        return cms;
    }
    const QByteArray hex = cms->toHex();
    if (hex.size() > prepared.hole.to - prepared.hole.from - 2) {
        return Failure{Failure::Kind::LimitExceeded, key.name(),
                       QStringLiteral("signature larger than the room for it")};
    }
    prepared.pdf.replace(prepared.hole.from + 1, hex.size(), hex);
    return prepared.pdf;
}

Result<QByteArray> signReceipt(const QByteArray& pdf, const SignatureRequest& request, const SigningKey& key,
                               JobContext& job)
{
    if (!canDraw()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no QGuiApplication")};
    }
    job.report({Progress::Stage::Signing, 0, 3, 0, 0});
    const ReceiptFinding before = verifyReceipt(pdf);
    if (Status may = mayStillSign(before, request.role, key); !may) {
        return may.failure();
    }
    if (Status complete = isComplete(request, key); !complete) {
        return complete.failure();
    }
    if (Status right = isClockRight(request.time, before); !right) {
        return right.failure();
    }
    if (Status confirmable = isConfirmable(request.role, request.confirmation, *before.record); !confirmable) {
        return confirmable.failure();
    }
    if (Status go = job.mayGoOn(); !go) {
        return go.failure();
    }
    job.report({Progress::Stage::Signing, 1, 3, 0, 0});
    const Result<QSize> box = boxSize(pdf, request.role);
    if (!box) {
        return box.failure();
    }
    Result<QByteArray> picture =
        drawSignedPicture(request, {key.level(), key.certificateSha256()}, *before.record, *box);
    if (!picture) {
        return picture;
    }
    Result<PreparedSignature> prepared = prepareSignature(pdf, request, picture.value(), before.record->language,
                                                          roomForCms(key.parts(), !request.tsa.isEmpty()));
    if (!prepared) {
        return prepared.failure();
    }
    if (Status go = job.mayGoOn(); !go) {
        return go.failure();
    }
    job.report({Progress::Stage::Signing, 2, 3, 0, 0});
    return fillSignature(std::move(*prepared), request, key, job);
}

} // namespace staffelstab::receipt
