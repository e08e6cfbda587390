// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict.h"
#include "files/file_table.h"

#include <QHash>

#include <array>

namespace staffelstab::files {

struct FileTally
{
    quint32 files = 0;
    qint64 bytes = 0;
};

/**
 * The leaver's verdicts. A folder's holds for all in it that have none of their own. Kept by path, so that they outlive
 * a new walk; a path that is gone does no harm.
 */
class FilePlan
{
public:
    void decide(const QByteArray& path, Verdict verdict);
    /** What the leaver said about exactly this path; Undecided: nothing, its folder's holds. */
    [[nodiscard]] Verdict decisionFor(const QByteArray& path) const
    {
        return m_decisions.value(path, Verdict::Undecided);
    }
    [[nodiscard]] const QHash<QByteArray, Verdict>& decisions() const { return m_decisions; }
    [[nodiscard]] bool isEmpty() const { return m_decisions.isEmpty(); }

    /** The verdict that holds for each item. */
    [[nodiscard]] std::vector<Verdict> verdicts(const FileTable& table) const;
    /** Files and bytes by verdict, in the order of allVerdicts. */
    [[nodiscard]] std::array<FileTally, allVerdicts.size()> tallies(const FileTable& table) const;

    bool operator==(const FilePlan&) const = default;

private:
    QHash<QByteArray, Verdict> m_decisions;
};

} // namespace staffelstab::files
