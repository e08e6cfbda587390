// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signature_act.h"

#include "core/atomic_file.h"
#include "handover/acts/signing.h"
#include "receipt/long_term_data.h"
#include "receipt/receipt_document.h"
#include "receipt/receipt_verifier.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

constexpr qint64 largestReceipt = 50 << 20;
const QString finalEnding = QStringLiteral(".pdf");

Result<QByteArray> sign(const QByteArray& pdf, receipt::Role role, const QString& party, const SignInput& input,
                        const QDateTime& now, const SigningRules& rules, JobContext& job)
{
    const QString& name = input.confirmation.witness.isEmpty() ? party : input.confirmation.witness;
    const Result<receipt::SigningKey> key = signingKeyFor(input, name, now, rules, job);
    if (!key) {
        return key.failure();
    }
    job.report({Progress::Stage::Signing, 0, 1, 0, 0});
    receipt::SignatureRequest request;
    request.role = role;
    request.name = name;
    request.drawing = input.drawing;
    request.time = now;
    // The leaver's own reservation is part of the record.
    const bool isPlainLeaver = role == receipt::Role::Leaver && input.confirmation.manner == receipt::Manner::Signs;
    request.confirmation = isPlainLeaver ? receipt::Confirmation() : input.confirmation;
    return signStamped(std::move(request), rules, [&](const receipt::SignatureRequest& asked) {
        return receipt::signReceipt(pdf, asked, *key, job);
    });
}

ReceiptFiles receiptFiles(const QString& path, const receipt::ReceiptFinding& finding)
{
    const receipt::SignatureFinding& last = finding.signatures.back();
    return {path, finding.fileSha256, static_cast<int>(finding.signatures.size()), last.certificateSha256,
            last.timestamp.isValid()};
}

/** A photo that changed since it was noted is not the one that was reviewed. */
Result<std::vector<receipt::ReceiptPhoto>> readPhotos(const std::vector<EquipmentPhoto>& photos)
{
    std::vector<receipt::ReceiptPhoto> files;
    for (const EquipmentPhoto& photo : photos) {
        Result<QByteArray> file = readWhole(photo.file, receipt::photoLimit);
        if (!file) {
            return file.failure();
        }
        if (Sha256::of(*file) != photo.sha256) {
            return Failure{Failure::Kind::ReadBackDiffers, photo.file, {}};
        }
        files.push_back({photo.number, std::move(*file)});
    }
    return files;
}

/** A file is written only if our own verifier says of it what it should be. */
Result<ReceiptFiles> writeVerified(const QString& path, const QByteArray& pdf, receipt::ReceiptState expected)
{
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(pdf);
    if (finding.state != expected) {
        return Failure{Failure::Kind::Internal, path, QString::fromLatin1(receipt::stateName(finding.state))};
    }
    if (Status written = AtomicFile::writeWhole(path, pdf); !written) {
        return written.failure();
    }
    const Result<QByteArray> back = sha256OfFile(path);
    if (!back) {
        return back.failure();
    }
    if (*back != Sha256::of(pdf)) {
        return Failure{Failure::Kind::ReadBackDiffers, path, {}};
    }
    return receiptFiles(path, finding);
}

} // namespace

QString receiptBaseName(const receipt::ReceiptRecord& record)
{
    const QString stem = record.language == QLatin1String("de") ? QStringLiteral("Uebergabeprotokoll-")
                                                                : QStringLiteral("Handover-receipt-");
    return stem + record.caseNumber;
}

Result<QByteArray> drawUnsigned(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                const QString& logoFile)
{
    const auto files = readPhotos(photos);
    return files ? receipt::drawReceipt(record, *files, logoIn(logoFile)) : Result<QByteArray>(files.failure());
}

Result<ReceiptFiles> signForLeaver(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                   const QString& target, const SignInput& input, const QDateTime& now,
                                   const SigningRules& rules, JobContext& job)
{
    job.report({Progress::Stage::Drawing, 0, 1, 0, 0});
    const Result<QByteArray> drawn = drawUnsigned(record, photos, rules.logoFile);
    if (!drawn) {
        return drawn.failure();
    }
    const Result<QByteArray> pdf =
        sign(*drawn, receipt::Role::Leaver, record.people.leaver.name, input, now, rules, job);
    if (!pdf) {
        return pdf.failure();
    }
    if (!QDir().mkpath(target)) {
        return Failure{Failure::Kind::FileNotWritable, target, {}};
    }
    return writeVerified(QDir(target).filePath(receiptBaseName(record) + pendingEnding), *pdf,
                         receipt::ReceiptState::Pending);
}

namespace {

/** Beside the half-signed file; one that was renamed gets the receipt's own name. */
QString finalPath(const QString& pendingPdf, const receipt::ReceiptRecord& record)
{
    if (pendingPdf.endsWith(pendingEnding)) {
        return pendingPdf.chopped(pendingEnding.size()) + finalEnding;
    }
    return QFileInfo(pendingPdf).absoluteDir().filePath(receiptBaseName(record) + finalEnding);
}

/** The file a killed program had finished: final and intact, the pending one already gone. */
std::optional<ReceiptFiles> finishedBefore(const QString& pendingPdf)
{
    if (QFileInfo::exists(pendingPdf) || !pendingPdf.endsWith(pendingEnding)) {
        return std::nullopt;
    }
    const QString path = pendingPdf.chopped(pendingEnding.size()) + finalEnding;
    const Result<QByteArray> pdf = readWhole(path, largestReceipt);
    const receipt::ReceiptFinding finding = pdf ? receipt::verifyReceipt(*pdf) : receipt::ReceiptFinding();
    if (finding.state != receipt::ReceiptState::Intact) {
        return std::nullopt;
    }
    return receiptFiles(path, finding);
}

} // namespace

Result<ReceiptFiles> signForSupervisor(const QString& pendingPdf, const SignInput& input, const QDateTime& now,
                                       const SigningRules& rules, JobContext& job)
{
    if (std::optional<ReceiptFiles> finished = finishedBefore(pendingPdf)) {
        return *std::move(finished);
    }
    const Result<QByteArray> half = readWhole(pendingPdf, largestReceipt);
    if (!half) {
        return half.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*half);
    switch (finding.state) {
    case receipt::ReceiptState::Pending:
        break;
    case receipt::ReceiptState::Intact:
        return Failure{Failure::Kind::AlreadySigned, pendingPdf, {}};
    case receipt::ReceiptState::Altered:
        return Failure{Failure::Kind::ReceiptAltered, pendingPdf, {}};
    case receipt::ReceiptState::NotAReceipt:
        return Failure{Failure::Kind::NotAReceipt, pendingPdf, {}};
    }
    const Result<QByteArray> pdf =
        sign(*half, receipt::Role::Supervisor, finding.record->people.supervisor.name, input, now, rules, job);
    if (!pdf) {
        return pdf.failure();
    }
    const Result<QByteArray> whole = receipt::addValidationData(*pdf, rules.trustedCas + rules.stampCas, job);
    if (!whole) {
        return whole.failure();
    }
    Result<ReceiptFiles> written =
        writeVerified(finalPath(pendingPdf, *finding.record), *whole, receipt::ReceiptState::Intact);
    if (written && pendingPdf.endsWith(pendingEnding)) {
        QFile::remove(pendingPdf);
    }
    return written;
}

namespace {

/** Whether the file is a file with this digest and what was added to it later (ISO 32000-1, 7.5.6). */
bool isContinued(const QByteArray& pdf, const QByteArray& sha256)
{
    const QByteArray end("%%EOF");
    // The pages and each signature end once; more ends than a receipt has are not looked at.
    constexpr int mostEnds = 16;
    qsizetype at = pdf.indexOf(end);
    for (int count = 0; at >= 0 && count < mostEnds; ++count, at = pdf.indexOf(end, at + end.size())) {
        const qsizetype after = at + end.size();
        for (const qsizetype length : {after, after + 1, after + 2}) {
            if (length <= pdf.size() && Sha256::of(pdf.left(length)) == sha256) {
                return true;
            }
        }
    }
    return false;
}

/** Beside the half-signed file, or where it lies if that place is gone. */
Result<ReceiptFiles> putInPlace(const QString& finalPdf, const QByteArray& pdf, const QString& target,
                                const receipt::ReceiptFinding& finding)
{
    const QFileInfo place(target);
    if (!place.absoluteDir().exists()) {
        return receiptFiles(QFileInfo(finalPdf).absoluteFilePath(), finding);
    }
    if (!place.exists()) {
        return writeVerified(target, pdf, receipt::ReceiptState::Intact);
    }
    const Result<QByteArray> there = sha256OfFile(target);
    if (!there) {
        return there.failure();
    }
    if (*there != finding.fileSha256) {
        return Failure{Failure::Kind::FileExists, target, {}};
    }
    return receiptFiles(target, finding);
}

} // namespace

Result<ReceiptFiles> takeInFinal(const ReceiptFiles& pending, const QString& finalPdf,
                                 const receipt::ExpectedSigners& expected)
{
    const Result<QByteArray> pdf = readWhole(finalPdf, largestReceipt);
    if (!pdf) {
        return pdf.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*pdf, expected);
    if (finding.state == receipt::ReceiptState::NotAReceipt) {
        return Failure{Failure::Kind::NotAReceipt, finalPdf, {}};
    }
    if (!isContinued(*pdf, pending.sha256)) {
        return Failure{Failure::Kind::ReceiptDiffers, finalPdf, {}};
    }
    if (finding.state == receipt::ReceiptState::Pending) {
        return Failure{Failure::Kind::ReceiptDiffers, finalPdf, QStringLiteral("pending")};
    }
    if (finding.state == receipt::ReceiptState::Altered) {
        return Failure{Failure::Kind::ReceiptAltered, finalPdf, {}};
    }
    Result<ReceiptFiles> files = putInPlace(finalPdf, *pdf, finalPath(pending.path, *finding.record), finding);
    if (files && pending.path.endsWith(pendingEnding)) {
        QFile::remove(pending.path);
    }
    return files;
}

QString finalBeside(const ReceiptFiles& pending)
{
    if (pending.signatures != 1 || !pending.path.endsWith(pendingEnding)) {
        return {};
    }
    const QString path = pending.path.chopped(pendingEnding.size()) + finalEnding;
    return QFileInfo(path).isFile() ? path : QString();
}

Result<ReceiptFiles> countersignFile(const QString& pendingPdf, SignInput input, const Clock& clock,
                                     const SigningRules& rules, JobContext& job)
{
    return signForSupervisor(pendingPdf, input, clock.now(), rules, job);
}

} // namespace staffelstab::handover
