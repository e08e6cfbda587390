// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/copy_plan.h"

#include "core/platform.h"
#include "core/removable_drives.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace staffelstab::files {

namespace {

using Kind = FileItem::Kind;
using Notice = CopyNotice::Kind;

/** Gives each item its place; the folders above a wanted item are made for it. */
class Placer
{
public:
    Placer(const FileTable& table, const std::vector<Verdict>& verdicts, Verdict wanted, const MediumRules& rules,
           CopyPlan& plan)
        : m_table(table), m_verdicts(verdicts), m_wanted(wanted), m_rules(rules), m_plan(plan), m_places(table.size())
    {
    }

    const QByteArray& placeOf(Item item)
    {
        // From the top down, without recursion: paths can be thousands of levels deep.
        std::vector<Item> chain{item};
        while (!m_table.isRoot(chain.back()) && m_places[m_table.at(chain.back()).parent].isEmpty()) {
            chain.push_back(m_table.at(chain.back()).parent);
        }
        for (auto level = chain.rbegin(); level != chain.rend(); ++level) {
            if (m_places[*level].isEmpty()) {
                place(*level);
            }
        }
        return m_places[item];
    }

private:
    void place(Item item)
    {
        const bool isRoot = m_table.isRoot(item);
        const QByteArray own = isRoot ? lastLevel(m_table.at(item).name) : m_table.at(item).name;
        const QByteArray parent = isRoot ? QByteArray() : m_places[m_table.at(item).parent] + '/';
        const QByteArray fitting = fittingName(own, m_rules);
        QByteArray name = fitting;
        for (int number = 2; m_taken.contains(parent + nameKey(name, m_rules)); ++number) {
            name = numbered(fitting, number);
        }
        m_taken.insert(parent + nameKey(name, m_rules));
        m_places[item] = parent + name;
        if (fitting != own) {
            m_plan.notices.push_back({Notice::Renamed, m_table.pathOf(item), m_places[item]});
        } else if (name != own) {
            m_plan.notices.push_back({Notice::CaseClash, m_table.pathOf(item), m_places[item]});
        }
        if (m_table.at(item).kind != Kind::File) {
            m_plan.folders.push_back({m_table.pathOf(item), m_places[item], m_verdicts[item] == m_wanted});
        }
    }

    static QByteArray lastLevel(const QByteArray& path)
    {
        const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? QByteArray("root") : name;
    }

    QByteArray numbered(const QByteArray& name, int number) const
    {
        const qsizetype dot = name.lastIndexOf('.');
        const qsizetype end = dot > 0 ? dot : name.size();
        const QByteArray suffix = " (" + QByteArray::number(number) + ')' + name.mid(end);
        qsizetype kept = std::min<qsizetype>(end, m_rules.longestName - suffix.size());
        // Not in the middle of a character.
        while (kept > 0 && kept < name.size() && (static_cast<unsigned char>(name.at(kept)) & 0xC0U) == 0x80U) {
            --kept;
        }
        return name.left(kept) + suffix;
    }

    const FileTable& m_table;
    const std::vector<Verdict>& m_verdicts;
    Verdict m_wanted;
    const MediumRules& m_rules;
    CopyPlan& m_plan;
    std::vector<QByteArray> m_places;
    QSet<QByteArray> m_taken;
};

void placeItem(const FileTable& table, Item item, const MediumRules& rules, Placer& placer, CopyPlan& plan)
{
    const FileItem& one = table.at(item);
    switch (one.kind) {
    case Kind::Folder:
        placer.placeOf(item);
        return;
    case Kind::File:
        if (rules.largestFile >= 0 && one.bytes > rules.largestFile) {
            plan.notices.push_back({Notice::TooLarge, table.pathOf(item), {}});
            return;
        }
        plan.items.push_back({table.pathOf(item), placer.placeOf(item), one.bytes, one.modified});
        plan.bytes += one.bytes;
        return;
    case Kind::Unreadable:
        plan.notices.push_back({Notice::Unreadable, table.pathOf(item), {}});
        return;
    case Kind::OffLimits:
        return;
    case Kind::Link:
    case Kind::MountPoint:
    case Kind::Special:
        plan.notices.push_back({Notice::NotCopied, table.pathOf(item), {}});
        return;
    }
}

/** True if a copy of the root in this target would be the root itself. */
bool isFolderAbove(const QString& target, const QByteArray& root)
{
    const QString real = QFileInfo(target).canonicalFilePath();
    return !real.isEmpty() && real == QFileInfo(QFileInfo(QFile::decodeName(root)).path()).canonicalFilePath();
}

} // namespace

quint32 CopyPlan::count(CopyNotice::Kind kind) const
{
    return static_cast<quint32>(std::count_if(notices.begin(), notices.end(),
                                              [kind](const CopyNotice& notice) { return notice.kind == kind; }));
}

Result<CopyPlan> planCopy(const FileTable& table, const FilePlan& plan, Verdict verdict, const QString& target,
                          const MediumRules& rules, const OffLimits& offLimits)
{
    CopyPlan copy;
    copy.target = QDir::cleanPath(QDir(target).absolutePath());
    const std::vector<Verdict> verdicts = plan.verdicts(table);
    Placer placer(table, verdicts, verdict, rules, copy);
    const QByteArray targetBytes = QFile::encodeName(copy.target);
    for (Item item = 0; item < table.size(); ++item) {
        if (verdicts[item] != verdict) {
            continue;
        }
        const QByteArray path = table.pathOf(item);
        const bool isFolder = table.at(item).kind == Kind::Folder;
        const bool isInPlace = table.isRoot(item) && isFolderAbove(copy.target, path);
        if (isInPlace || (isFolder && (targetBytes + '/').startsWith(path + '/'))) {
            return Failure{Failure::Kind::BadInput, copy.target,
                           QStringLiteral("the target lies in a folder that is to be copied")};
        }
        if (offLimits.around(path) != OffLimit::None) {
            continue;
        }
        placeItem(table, item, rules, placer, copy);
    }
    copy.staysWithComputer = staysWithComputer(copy.target);
    QString existing = copy.target;
    while (!QFileInfo::exists(existing) && existing != QFileInfo(existing).path()) {
        existing = QFileInfo(existing).path();
    }
    copy.freeBytes = platform::freeBytes(existing);
    return copy;
}

} // namespace staffelstab::files
