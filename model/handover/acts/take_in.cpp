// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/take_in.h"

#include "core/atomic_file.h"
#include "handover/acts/receipt_writing.h"
#include "handover/acts/signing.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {
namespace {

/** It is the receipt that was signed here, with a second signature. */
Status checkIdentity(const QByteArray& pdf, const receipt::ReceiptFinding& finding, const ReceiptFiles& pending,
                     const QString& file)
{
    if (finding.state == receipt::ReceiptState::NotAReceipt) {
        return Failure{Failure::Kind::NotAReceipt, file, {}};
    }
    const bool canBeCompared = !finding.signatures.empty() || finding.state != receipt::ReceiptState::Altered;
    if (canBeCompared && !isContinued(pdf, finding, pending.sha256)) {
        return Failure{Failure::Kind::ReceiptDiffers, file, {}};
    }
    if (finding.state == receipt::ReceiptState::Pending) {
        return Failure{Failure::Kind::ReceiptDiffers, file, QStringLiteral("pending")};
    }
    if (finding.state == receipt::ReceiptState::Altered) {
        return Failure{Failure::Kind::ReceiptAltered, file, {}};
    }
    return Done{};
}

/** Who signs here is held to the same rules before signing. */
Status checkRules(const receipt::SignatureFinding& countersignature, const SigningRules& rules)
{
    if (countersignature.revocation.state == receipt::RevocationFinding::State::Revoked) {
        return Failure{Failure::Kind::SignerCertificateRevoked, countersignature.name, QStringLiteral("there")};
    }
    if (!isStrongEnough(countersignature.level, countersignature.isVouchedFor, rules)) {
        return Failure{Failure::Kind::KeyUnusable, countersignature.name, QStringLiteral("too_weak_there")};
    }
    const bool isStamped =
        countersignature.timestamp.isValid() && (rules.stampCas.isEmpty() || countersignature.isStampVouchedFor);
    if (rules.isStampRequired && !isStamped) {
        return Failure{Failure::Kind::TimestampRefused, countersignature.name, QStringLiteral("there")};
    }
    return Done{};
}

} // namespace

Result<ReceiptFiles> takeInFinal(const ReceiptFiles& pending, const QString& finalPdf,
                                 const receipt::ExpectedSigners& expected, const SigningRules& rules, JobContext& job)
{
    job.report({Progress::Stage::Copying, 0, 0, 0, 0});
    const Result<QByteArray> pdf = readWhole(finalPdf, largestReceipt);
    if (!pdf) {
        return pdf.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*pdf, expected);
    if (Status same = checkIdentity(*pdf, finding, pending, finalPdf); !same) {
        return same.failure();
    }
    if (Status allowed = checkRules(finding.signatures.back(), rules); !allowed) {
        return allowed.failure();
    }
    if (Status go = job.mayGoOn(); !go) {
        return go.failure();
    }
    const QString target = finalPath(pending.path, *finding.record);
    if (!QFileInfo(target).absoluteDir().exists()) {
        return receiptFiles(QFileInfo(finalPdf).absoluteFilePath(), finding);
    }
    return writeFinal(target, *pdf);
}

} // namespace staffelstab::handover
