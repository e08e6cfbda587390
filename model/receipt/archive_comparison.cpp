// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"
#include "receipt/receipt_verifier.h"
#include "receipt/sections/archive_section.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::receipt {

Result<Finding> archiveComparison(const ReceiptFinding& finding, const QString& archive)
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
    return Finding{*digest == named->sha256 ? Finding::Kind::ArchiveMatches : Finding::Kind::ArchiveDiffers,
                   finding.state == ReceiptState::Altered ? QStringLiteral("altered") : QString()};
}

Status compareArchive(ReceiptFinding& finding, const QString& archive)
{
    const Result<Finding> found = archiveComparison(finding, archive);
    if (!found) {
        return found.failure();
    }
    noteComparison(finding, *found);
    return Done{};
}

void noteComparison(ReceiptFinding& finding, const Finding& found)
{
    using enum Finding::Kind;
    const auto isOfArchive = [](const Finding& one) {
        return one.kind == ArchiveMatches || one.kind == ArchiveDiffers;
    };
    const auto isOfPaper = [](const Finding& one) {
        return one.kind == PaperMatches || one.kind == PaperDiffers || one.kind == PaperUnreadable;
    };
    std::erase_if(finding.findings, [&](const Finding& one) {
        return isOfArchive(found) ? isOfArchive(one) : isOfPaper(found) && isOfPaper(one);
    });
    if (isOfArchive(found)) {
        finding.archiveMatches = found.kind == ArchiveMatches;
    }
    finding.findings.push_back(found);
}

} // namespace staffelstab::receipt
