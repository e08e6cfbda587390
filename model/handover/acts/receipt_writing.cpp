// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/receipt_writing.h"

#include "core/atomic_file.h"
#include "core/sha256.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

constexpr QLatin1String finalEnding(".pdf");

} // namespace

QString receiptBaseName(const receipt::ReceiptRecord& record)
{
    const QString stem = record.language == QLatin1String("de") ? QStringLiteral("Uebergabeprotokoll-")
                                                                : QStringLiteral("Handover-receipt-");
    return stem + record.caseNumber;
}

QString finalPath(const QString& pendingPdf, const receipt::ReceiptRecord& record)
{
    if (pendingPdf.endsWith(pendingEnding)) {
        return pendingPdf.chopped(pendingEnding.size()) + finalEnding;
    }
    return QFileInfo(pendingPdf).absoluteDir().filePath(receiptBaseName(record) + finalEnding);
}

QString finalBeside(const QString& pendingPdf)
{
    if (!pendingPdf.endsWith(pendingEnding)) {
        return {};
    }
    const QString path = pendingPdf.chopped(pendingEnding.size()) + finalEnding;
    return QFileInfo(path).isFile() ? path : QString();
}

ReceiptFiles receiptFiles(const QString& path, const receipt::ReceiptFinding& finding)
{
    const receipt::SignatureFinding& last = finding.signatures.back();
    return {path, finding.fileSha256, static_cast<int>(finding.signatures.size()), last.certificateSha256,
            last.timestamp.isValid()};
}

bool isContinued(const QByteArray& pdf, const receipt::ReceiptFinding& finding, const QByteArray& pendingSha256)
{
    return !finding.signatures.empty() &&
           Sha256::of(QByteArrayView(pdf).first(finding.signatures.front().end)) == pendingSha256;
}

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

Result<ReceiptFiles> writeFinal(const QString& path, const QByteArray& pdf)
{
    if (!QFileInfo::exists(path)) {
        return writeVerified(path, pdf, receipt::ReceiptState::Intact);
    }
    const Result<QByteArray> there = sha256OfFile(path);
    if (!there) {
        return there.failure();
    }
    if (*there != Sha256::of(pdf)) {
        return Failure{Failure::Kind::FileExists, path, QStringLiteral("receipt")};
    }
    return receiptFiles(path, receipt::verifyReceipt(pdf));
}

} // namespace staffelstab::handover
