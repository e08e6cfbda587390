// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/file_tree_model.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QLocale>

namespace staffelstab::wizard_pages {

using files::FileItem;
using files::Item;

namespace {

QChar shapeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Private:
        return u'●';
    case Verdict::Business:
        return u'■';
    case Verdict::Protected:
        return u'▲';
    case Verdict::Undecided:
        break;
    }
    return u'◦';
}

} // namespace

void FileTreeModel::setTable(std::shared_ptr<const files::FileTable> table)
{
    beginResetModel();
    m_table = std::move(table);
    m_verdicts.assign(m_table ? m_table->size() : 0, Verdict::Undecided);
    endResetModel();
}

void FileTreeModel::setPlan(const files::FilePlan& plan)
{
    if (!m_table) {
        return;
    }
    m_verdicts = plan.verdicts(*m_table);
    // Every row may have changed with its folder; the view asks again for those it shows.
    Q_EMIT layoutChanged();
}

QModelIndex FileTreeModel::indexOf(Item item, int column) const
{
    const FileItem& one = m_table->at(item);
    const auto& roots = m_table->roots();
    const int row = m_table->isRoot(item)
                        ? static_cast<int>(std::find(roots.begin(), roots.end(), item) - roots.begin())
                        : static_cast<int>(item - m_table->at(one.parent).firstChild);
    return createIndex(row, column, static_cast<quintptr>(item));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!m_table || row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent)) {
        return {};
    }
    const Item item = parent.isValid() ? m_table->at(itemAt(parent)).firstChild + static_cast<Item>(row)
                                       : m_table->roots()[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(item));
}

QModelIndex FileTreeModel::parent(const QModelIndex& index) const
{
    return !index.isValid() || m_table->isRoot(itemAt(index)) ? QModelIndex()
                                                              : indexOf(m_table->at(itemAt(index)).parent);
}

int FileTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!m_table || parent.column() > 0) {
        return 0;
    }
    return static_cast<int>(parent.isValid() ? m_table->at(itemAt(parent)).children : m_table->roots().size());
}

int FileTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString FileTreeModel::kindText(const FileItem& item) const
{
    using enum FileItem::Kind;
    switch (item.kind) {
    case Link:
        return tr("a link, is not copied");
    case MountPoint:
        return tr("another drive, is not entered");
    case Special:
        return tr("no file, is not copied");
    case Unreadable:
        return tr("cannot be read");
    case OffLimits:
        return offLimitText(item.offLimit);
    case Folder:
    case File:
        break;
    }
    return {};
}

QString FileTreeModel::offLimitText(files::OffLimit why)
{
    using enum files::OffLimit;
    switch (why) {
    case Mailbox:
        return tr("mailbox of this handover, see Separation");
    case MailProgram:
        return tr("mail, stays where it is");
    case CaseFiles:
        return tr("belongs to this program, stays");
    case Target:
        return tr("target of this handover, stays");
    case Settings:
        return tr("settings of programs, stay");
    case None:
        break;
    }
    return {};
}

QString FileTreeModel::text(Item item, int column) const
{
    const FileItem& one = m_table->at(item);
    const bool isFolder = one.kind == FileItem::Kind::Folder;
    switch (column) {
    case Name:
        return m_table->nameOf(item);
    case Size:
        return isFolder
                   ? tr("%1 in %n file(s)", "", static_cast<int>(one.files)).arg(QLocale().formattedDataSize(one.bytes))
               : one.kind == FileItem::Kind::File ? QLocale().formattedDataSize(one.bytes)
                                                  : kindText(one);
    case Modified:
        return one.modified > 0 ? dayText(QDateTime::fromSecsSinceEpoch(one.modified).date()) : QString();
    case Holds:
        return shapeOf(m_verdicts[item]) + QStringLiteral(" ") + Chip::word(m_verdicts[item]);
    case LooksLike:
        if (const auto suggestion = files::suggestionFor(*m_table, item)) {
            return QStringLiteral("%1? %2").arg(Chip::word(suggestion->verdict), reasonText(suggestion->reason));
        }
        return {};
    default:
        return {};
    }
}

QString FileTreeModel::reasonText(files::FileReason reason)
{
    using enum files::FileReason;
    switch (reason) {
    case PrivateName:
        return tr("by its name");
    case BusinessName:
        return tr("named like business");
    case ProtectedName:
        return tr("named like a protected body");
    case Photos:
        return tr("photos and films");
    case Music:
        return tr("music");
    case CloudFolder:
        return tr("synchronised with a cloud");
    case ProjectFolder:
        return tr("looks like a project");
    case SharedDrive:
        return tr("another drive");
    }
    return {};
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Item item = itemAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? QString::fromUtf8(m_table->pathOf(item)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name ? QStringLiteral("%1, %2").arg(text(item, Name), Chip::word(m_verdicts[item]))
                                      : text(item, index.column());
    case Qt::ForegroundRole:
        return index.column() == Holds ? theme().tone(m_verdicts[item]).text : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    case Modified:
        return tr("Changed");
    case Holds:
        return tr("Decision");
    case LooksLike:
        return tr("Looks like");
    default:
        return {};
    }
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace staffelstab::wizard_pages
