// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"
#include "receipt/receipt_verifier.h"
#include "receipt/sections/archive_section.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::receipt {

Status compareArchive(ReceiptFinding& finding, const QString& archive)
{
    const ArchiveSection* named = finding.record ? finding.record->find<ArchiveSection>() : nullptr;
    if (named == nullptr) {
        return Failure{Failure::Kind::BadInput, archive, QStringLiteral("the receipt names no archive")};
    }
    // A bag (RFC 8493) is named by the manifest that names all its manifests.
    const QString file =
        QFileInfo(archive).isDir() ? QDir(archive).filePath(QStringLiteral("tagmanifest-sha256.txt")) : archive;
    const Result<QByteArray> digest = sha256OfFile(file);
    if (!digest) {
        return digest.failure();
    }
    finding.archiveMatches = *digest == named->sha256;
    const bool isAltered = finding.state == ReceiptState::Altered;
    std::erase_if(finding.findings, [](const Finding& one) {
        return one.kind == Finding::Kind::ArchiveMatches || one.kind == Finding::Kind::ArchiveDiffers;
    });
    finding.findings.push_back({*finding.archiveMatches ? Finding::Kind::ArchiveMatches : Finding::Kind::ArchiveDiffers,
                                isAltered ? QStringLiteral("altered") : QString()});
    return Done{};
}

} // namespace staffelstab::receipt
