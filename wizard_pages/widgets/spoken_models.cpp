// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/spoken_models.h"

#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/reason_text.h"
#include "wizard_pages/widgets/chip.h"

namespace staffelstab::wizard_pages {

using separation::GroupListModel;
using separation::MessageListModel;

QVariant SpokenGroups::data(const QModelIndex& index, int role) const
{
    if (role == Qt::DisplayRole && index.data(GroupListModel::PartsRole).toInt() > 1) {
        return tr("%n similar message(s)", "", index.data(GroupListModel::MessagesRole).toInt());
    }
    if (role == Qt::DisplayRole && index.data(GroupListModel::TitleRole).toString().isEmpty()) {
        return unnamed(static_cast<separation::Scope>(index.data(GroupListModel::ScopeRole).toInt()));
    }
    if (role != Qt::AccessibleTextRole) {
        return QIdentityProxyModel::data(index, role);
    }
    return tr("%1, %2, %3, %4")
        .arg(index.data(Qt::DisplayRole).toString(),
             tr("%n message(s)", "", index.data(GroupListModel::MessagesRole).toInt()), verdictOf(index),
             ReasonText::suggestionLine(index.data(GroupListModel::SuggestionRole).value<separation::Suggestion>()));
}

QString SpokenGroups::unnamed(separation::Scope scope)
{
    const bool isSubject = scope == separation::Scope::Message || scope == separation::Scope::Thread;
    return isSubject ? tr("(no subject)") : tr("(no address)");
}

QString SpokenGroups::verdictOf(const QModelIndex& index)
{
    const QVariant verdict = index.data(GroupListModel::VerdictRole);
    const auto open = index.data(GroupListModel::UndecidedRole).toInt();
    if (!verdict.isValid()) {
        return open > 0 ? tr("%1 undecided").arg(open) : tr("mixed");
    }
    const QString word = Chip::word(static_cast<separation::Verdict>(verdict.toInt()));
    const bool looksMixed = open > 0 && index.data(GroupListModel::LooksMixedRole).toBool();
    return looksMixed ? tr("%1, looks mixed").arg(word) : word;
}

QVariant SpokenMessages::data(const QModelIndex& index, int role) const
{
    if (index.column() == MessageListModel::VerdictColumn &&
        (role == Qt::AccessibleTextRole || role == Qt::DisplayRole)) {
        return Chip::word(static_cast<separation::Verdict>(index.data(MessageListModel::VerdictRole).toInt()));
    }
    QVariant value = QIdentityProxyModel::data(index, role);
    if (index.column() == MessageListModel::DateColumn && role == Qt::DisplayRole) {
        return dayText(value.toDateTime().date());
    }
    if (index.column() == MessageListModel::CorrespondentColumn && role == Qt::DisplayRole &&
        value.toString().isEmpty()) {
        return tr("(no address)");
    }
    return value;
}

} // namespace staffelstab::wizard_pages
