// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/group_delegate.h"

#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "wizard_pages/reason_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <optional>

namespace staffelstab::wizard_pages {

namespace {

using separation::GroupListModel;
using separation::MessageListModel;

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Tone* fresh = nullptr)
{
    if (fresh != nullptr) {
        painter.fillRect(option.rect, fresh->ground);
    } else if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, theme().accentSoft);
    }
    painter.setPen(theme().line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

QString elided(const QString& text, const QFont& font, int width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

/** How the group is decided, or that it is or looks mixed; nothing where it is open and its suggestion says all. */
std::optional<Chip> groupChip(const QModelIndex& index)
{
    const QVariant verdict = index.data(GroupListModel::VerdictRole);
    const bool isOpen = verdict.toInt() == static_cast<int>(separation::Verdict::Undecided);
    if (verdict.isValid() && !isOpen) {
        return Chip::of(static_cast<separation::Verdict>(verdict.toInt()));
    }
    if (verdict.isValid() && !index.data(GroupListModel::LooksMixedRole).toBool()) {
        return std::nullopt;
    }
    Chip chip = Chip::of(separation::Verdict::Undecided);
    const auto open = index.data(GroupListModel::UndecidedRole).toUInt();
    const bool isBegun = !verdict.isValid() && open > 0;
    chip.mark = Mark::Quarter;
    chip.text = isBegun ? GroupDelegate::tr("%1 undecided").arg(QLocale().toString(open)) : GroupDelegate::tr("mixed");
    return chip;
}

/** Of what is decided nothing is suggested any more. */
QString suggestionOf(const QModelIndex& index)
{
    return index.data(GroupListModel::UndecidedRole).toUInt() == 0
               ? QString()
               : ReasonText::suggestionLine(index.data(GroupListModel::SuggestionRole).value<separation::Suggestion>());
}

/** Of what the group is now, or of what is newly suggested for it. */
const Tone& freshTone(const QModelIndex& index)
{
    const auto verdict = static_cast<separation::Verdict>(index.data(GroupListModel::VerdictRole).toInt());
    return theme().tone(
        verdict != separation::Verdict::Undecided
            ? verdict
            : static_cast<separation::Verdict>(index.data(GroupListModel::SuggestedVerdictRole).toInt()));
}

} // namespace

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index.data(GroupListModel::IsFreshRole).toBool() ? &freshTone(index) : nullptr);
    const QRect row = option.rect.adjusted(14, 8, -14, -8);
    const std::optional<Chip> chip = groupChip(index);
    constexpr int lineHeight = 22;
    const QRect first(row.left(), row.top(), row.width(), lineHeight);
    const QRect second = first.translated(0, lineHeight + 1);
    const int chipLeft = chip ? row.right() - chipWidth(*chip) : row.right() + space::medium;
    if (chip) {
        paintChip(*painter, QRect(chipLeft, second.top(), chipWidth(*chip), lineHeight), *chip);
    }
    // The title of several groups is their number.
    const bool isCounted = index.data(GroupListModel::PartsRole).toInt() <= 1;
    const QString count = isCounted ? QLocale().toString(index.data(GroupListModel::MessagesRole).toUInt()) : QString();
    const int countWidth = QFontMetrics(smallFont()).horizontalAdvance(count);
    painter->setFont(smallFont());
    painter->setPen(theme().muted);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, count);

    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(theme().text);
    const int titleWidth = first.width() - (countWidth > 0 ? countWidth + space::medium : 0);
    painter->drawText(first, Qt::AlignVCenter, elided(index.data(Qt::DisplayRole).toString(), strong, titleWidth));
    painter->setFont(smallFont());
    painter->setPen(theme().muted);
    painter->drawText(second, Qt::AlignVCenter,
                      elided(suggestionOf(index), smallFont(), chipLeft - space::medium - second.left()));
    painter->restore();
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

QString GroupDelegate::displayText(const QVariant& value, const QLocale&) const
{
    return value.toString();
}

bool GroupDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QStringList lines{index.data(Qt::DisplayRole).toString()};
    for (const auto& reason : index.data(GroupListModel::SuggestionRole).value<separation::Suggestion>().reasons) {
        lines += ReasonText::of(reason);
    }
    QToolTip::showText(event->globalPos(),
                       lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")),
                       view);
    return true;
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const auto verdict = static_cast<separation::Verdict>(index.data(MessageListModel::VerdictRole).toInt());
    paintGround(*painter, option,
                index.data(MessageListModel::IsFreshRole).toBool() ? &theme().tone(verdict) : nullptr);
    const QRect cell = option.rect.adjusted(paddingBefore, 0, -paddingAfter, 0);
    if (index.column() == MessageListModel::VerdictColumn) {
        paintChip(*painter, cell,
                  Chip::of(static_cast<separation::Verdict>(index.data(MessageListModel::VerdictRole).toInt())));
    } else {
        const bool isSubject = index.column() == MessageListModel::SubjectColumn;
        QFont font = isSubject ? baseFont() : smallFont();
        if (isSubject && option.state.testFlag(QStyle::State_Selected)) {
            font.setWeight(QFont::DemiBold);
        }
        const QVariant value = index.data(Qt::DisplayRole);
        QString text = value.userType() == QMetaType::QDateTime
                           ? QLocale().toString(value.toDateTime().date(), QLocale::ShortFormat)
                           : value.toString().simplified();
        bool isQuiet = !isSubject;
        if (isSubject && text.isEmpty()) {
            text = tr("(no subject)");
            isQuiet = true;
        }
        painter->setFont(font);
        painter->setPen(isQuiet ? theme().muted : theme().text);
        painter->drawText(cell, Qt::AlignVCenter, elided(text, font, cell.width()));
    }
    painter->restore();
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, rowHeight};
}

} // namespace staffelstab::wizard_pages
