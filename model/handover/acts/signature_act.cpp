// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signature_act.h"

#include "core/atomic_file.h"
#include "handover/acts/receipt_writing.h"
#include "handover/acts/signing.h"
#include "receipt/long_term_data.h"
#include "receipt/receipt_document.h"
#include "receipt/receipt_verifier.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

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

} // namespace

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

/** The file a killed program had begun and finished. */
std::optional<ReceiptFiles> finishedBefore(const QString& pendingPdf, const QList<QByteArray>& begun)
{
    const QString path = finalBeside(pendingPdf);
    const Result<QByteArray> pdf =
        path.isEmpty() || begun.isEmpty() ? Result<QByteArray>(QByteArray()) : readWhole(path, largestReceipt);
    if (!pdf || !begun.contains(Sha256::of(*pdf))) {
        return std::nullopt;
    }
    return receiptFiles(path, receipt::verifyReceipt(*pdf));
}

/** Signing must not be in vain: what lies where the final file belongs is left alone. */
Status checkPlace(const QString& path, const QByteArray& pendingSha256)
{
    if (!QFileInfo::exists(path)) {
        return Done{};
    }
    const Result<QByteArray> pdf = readWhole(path, largestReceipt);
    const receipt::ReceiptFinding finding = pdf ? receipt::verifyReceipt(*pdf) : receipt::ReceiptFinding();
    if (finding.state == receipt::ReceiptState::Intact && isContinued(*pdf, finding, pendingSha256)) {
        return Failure{Failure::Kind::AlreadySigned, path, QStringLiteral("beside")};
    }
    return Failure{Failure::Kind::FileExists, path, QStringLiteral("receipt")};
}

/** It is half signed, and the one this case is about. */
Status checkPending(const receipt::ReceiptFinding& finding, const QString& pendingPdf, const QByteArray& expected)
{
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
    if (!expected.isEmpty() && expected != finding.fileSha256) {
        return Failure{Failure::Kind::ReceiptDiffers, pendingPdf, {}};
    }
    return Done{};
}

/** The half-signed file with the supervisor's signature and what proves it later. */
Result<QByteArray> countersigned(const QByteArray& half, const receipt::ReceiptRecord& record, const SignInput& input,
                                 const QDateTime& now, const SigningRules& rules, JobContext& job)
{
    const Result<QByteArray> pdf =
        sign(half, receipt::Role::Supervisor, record.people.supervisor.name, input, now, rules, job);
    return pdf ? receipt::addValidationData(*pdf, rules.trustedCas + rules.stampCas, job) : pdf;
}

} // namespace

Result<ReceiptFiles> signForSupervisor(const QString& pendingPdf, const SignInput& input, const QDateTime& now,
                                       const SigningRules& rules, JobContext& job, const KnownCountersigning& known)
{
    if (std::optional<ReceiptFiles> finished = finishedBefore(pendingPdf, known.begun)) {
        return *std::move(finished);
    }
    const Result<QByteArray> half = readWhole(pendingPdf, largestReceipt);
    if (!half) {
        // It may be gone because it came back countersigned.
        const Status place = checkPlace(finalBeside(pendingPdf), known.pending);
        return place ? half.failure() : place.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*half);
    if (Status usable = checkPending(finding, pendingPdf, known.pending); !usable) {
        return usable.failure();
    }
    const QString path = finalPath(pendingPdf, *finding.record);
    if (Status place = checkPlace(path, finding.fileSha256); !place) {
        return place.failure();
    }
    const Result<QByteArray> pdf = countersigned(*half, *finding.record, input, now, rules, job);
    if (!pdf) {
        return pdf.failure();
    }
    if (Status begun = known.begin ? known.begin(Sha256::of(*pdf)) : Status(Done{}); !begun) {
        return begun.failure();
    }
    Result<ReceiptFiles> written = writeFinal(path, *pdf);
    if (written && pendingPdf.endsWith(pendingEnding)) {
        QFile::remove(pendingPdf);
    }
    return written;
}

Result<ReceiptFiles> countersignFile(const QString& pendingPdf, SignInput input, const Clock& clock,
                                     const SigningRules& rules, JobContext& job)
{
    return signForSupervisor(pendingPdf, input, clock.now(), rules, job);
}

} // namespace staffelstab::handover
