// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_plan.h"

namespace staffelstab::files {

void FilePlan::decide(const QByteArray& path, Verdict verdict)
{
    // What was said about something in it is overruled.
    const QByteArray below = path.endsWith('/') ? path : path + '/';
    m_decisions.removeIf(
        [&below](const std::pair<const QByteArray&, Verdict&>& one) { return one.first.startsWith(below); });
    if (verdict == Verdict::Undecided) {
        m_decisions.remove(path);
    } else {
        m_decisions.insert(path, verdict);
    }
}

std::vector<Verdict> FilePlan::verdicts(const FileTable& table) const
{
    std::vector<Verdict> verdicts(table.size(), Verdict::Undecided);
    for (auto decision = m_decisions.cbegin(); decision != m_decisions.cend(); ++decision) {
        if (const qint64 item = table.find(decision.key()); item >= 0) {
            verdicts[static_cast<std::size_t>(item)] = decision.value();
        }
    }
    for (Item item = 0; item < table.size(); ++item) {
        if (verdicts[item] == Verdict::Undecided && !table.isRoot(item)) {
            verdicts[item] = verdicts[table.at(item).parent];
        }
    }
    return verdicts;
}

std::array<FileTally, allVerdicts.size()> FilePlan::tallies(const FileTable& table) const
{
    std::array<FileTally, allVerdicts.size()> tallies{};
    const std::vector<Verdict> held = verdicts(table);
    for (Item item = 0; item < table.size(); ++item) {
        if (table.at(item).kind == FileItem::Kind::File) {
            FileTally& tally = tallies[static_cast<std::size_t>(held[item])];
            ++tally.files;
            tally.bytes += table.at(item).bytes;
        }
    }
    return tallies;
}

} // namespace staffelstab::files
