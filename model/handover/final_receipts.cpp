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

namespace {

/** The last parts of `path`: the name, and so many folders before it that it is no end of `other`. */
QString shortName(const QString& path, const QString& other)
{
    qsizetype from = path.size();
    do {
        from = path.lastIndexOf(QLatin1Char('/'), from - 1);
    } while (from > 0 && other.endsWith(path.mid(from)));
    return path.mid(from + 1);
}

} // namespace

void contradict(receipt::ReceiptFinding& finding, const QString& file, const QString& other)
{
    const receipt::Finding said{receipt::Finding::Kind::Contradicted,
                                shortName(QFileInfo(other).absoluteFilePath(), QFileInfo(file).absoluteFilePath())};
    const bool isSaid = std::any_of(finding.findings.begin(), finding.findings.end(), [&](const auto& one) {
        return one.kind == said.kind && one.detail == said.detail;
    });
    if (!isSaid) {
        finding.findings.push_back(said);
    }
}

} // namespace staffelstab::handover
