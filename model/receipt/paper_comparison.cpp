// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/printed_code.h"
#include "receipt/receipt_verifier.h"
#include "receipt/record_metadata.h"

namespace staffelstab::receipt {

Result<Finding> paperComparison(const ReceiptFinding& finding, const QString& picture)
{
    if (!finding.record) {
        return Failure{Failure::Kind::BadInput, picture, QStringLiteral("no record to compare with")};
    }
    const Result<QStringList> codes = codesInFile(picture);
    if (!codes) {
        return codes.failure();
    }
    using enum Finding::Kind;
    const bool isReceipt =
        std::any_of(codes->begin(), codes->end(), [](const QString& code) { return code.startsWith(digestWords({})); });
    const bool isThisOne = codes->contains(digestWords(finding.recordSha256));
    return Finding{isThisOne   ? PaperMatches
                   : isReceipt ? PaperDiffers
                               : PaperUnreadable,
                   finding.state == ReceiptState::Altered ? QStringLiteral("altered") : QString()};
}

Status comparePaper(ReceiptFinding& finding, const QString& picture)
{
    const Result<Finding> found = paperComparison(finding, picture);
    if (!found) {
        return found.failure();
    }
    noteComparison(finding, *found);
    return Done{};
}

} // namespace staffelstab::receipt
