// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/final_receipts.h"

#include <QFileInfo>

namespace staffelstab::handover {

QStringList FinalReceipts::note(const QString& file, const receipt::ReceiptFinding& finding)
{
    if (finding.state != receipt::ReceiptState::Intact || finding.recordSha256.isEmpty()) {
        return {};
    }
    QList<Final>& finals = m_byRecord[finding.recordSha256];
    QStringList others;
    for (const Final& other : finals) {
        if (other.sha256 != finding.fileSha256) {
            others += other.file;
        }
    }
    finals.append({file, finding.fileSha256});
    return others;
}

void contradict(receipt::ReceiptFinding& finding, const QString& other)
{
    const QString name = QFileInfo(other).fileName();
    const auto said = std::find_if(finding.findings.begin(), finding.findings.end(),
                                   [](const auto& one) { return one.kind == receipt::Finding::Kind::Contradicted; });
    if (said == finding.findings.end()) {
        finding.findings.push_back({receipt::Finding::Kind::Contradicted, name});
    } else if (const QStringList names = said->detail.split(QStringLiteral(", ")); !names.contains(name)) {
        said->detail = (names + QStringList(name)).join(QStringLiteral(", "));
    }
}

} // namespace staffelstab::handover
