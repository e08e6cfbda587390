// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/state_delegate.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/theme.h"

#include <QPainter>

namespace staffelstab::wizard_pages {

void StateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, theme().accentSoft);
    }
    painter->setPen(theme().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect cell = option.rect.adjusted(12, 8, -8, -8);
    const QVariant standing = index.data(StandingRole);
    const QString detail = index.data(DetailRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (standing.isValid()) {
        paintChip(*painter, cell, FindingText::chip(static_cast<receipt::Standing>(standing.toInt())));
    } else if (detail.isEmpty()) {
        painter->setPen(theme().text);
        painter->drawText(cell, Qt::AlignVCenter,
                          QFontMetrics(option.font).elidedText(text, Qt::ElideMiddle, cell.width()));
    } else {
        QFont strong = baseFont();
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
        painter->setPen(theme().text);
        painter->drawText(cell.adjusted(0, 0, 0, -20), Qt::AlignVCenter,
                          QFontMetrics(strong).elidedText(text, Qt::ElideRight, cell.width()));
        painter->setFont(smallFont());
        painter->setPen(theme().muted);
        painter->drawText(cell.adjusted(0, 22, 0, 0), Qt::AlignVCenter,
                          QFontMetrics(smallFont()).elidedText(detail, Qt::ElideMiddle, cell.width()));
    }
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {qMax(90, QStyledItemDelegate::sizeHint(option, index).width() + 16), rowHeight};
}

} // namespace staffelstab::wizard_pages
