// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/step_list.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace staffelstab::wizard_pages {

namespace {

enum Role { IdRole = Qt::UserRole, ChapterRole, StateRole, EnterRole };
constexpr int stepHeight = 30;
constexpr int chapterHeight = 34;

class StepDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {200, index.data(ChapterRole).toBool() ? chapterHeight : stepHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(ChapterRole).toBool()) {
            QFont font = smallFont();
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(theme().muted);
            painter->drawText(option.rect.adjusted(20, 10, 0, 0), Qt::AlignVCenter, index.data().toString());
        } else {
            paintStep(*painter, option, index);
        }
        painter->restore();
    }

private:
    static void paintStep(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const auto state = static_cast<StepList::State>(index.data(StateRole).toInt());
        const bool isCurrent = state == StepList::State::Current;
        const bool mayEnter = index.data(EnterRole).toBool();
        if (isCurrent) {
            painter.fillRect(option.rect, theme().accentSoft);
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme().accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver) && mayEnter) {
            painter.fillRect(option.rect, theme().ground);
        }
        const QRectF mark(23, option.rect.center().y() - 4, 10, 10);
        if (state == StepList::State::Done) {
            paintMark(painter, mark, Mark::Tick, theme().intact.text);
        } else {
            paintMark(painter, isCurrent ? mark.adjusted(1, 1, -1, -1) : mark, isCurrent ? Mark::Disc : Mark::Ring,
                      isCurrent ? theme().accentText : theme().muted);
        }
        QFont font = baseFont();
        font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isCurrent ? theme().accentText : mayEnter ? theme().text : theme().muted);
        const QRect area = option.rect.adjusted(46, 0, -8, 0);
        painter.drawText(area, Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setPen(QPen(theme().accentText, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(option.rect).adjusted(6, 2, -6, -2), 4, 4);
        }
    }
};

} // namespace

StepList::StepList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("stepList"));
    setItemDelegate(new StepDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QListWidget::itemClicked, this, &StepList::choose);
}

QString StepList::stateWord(State state)
{
    switch (state) {
    case State::Done:
        return tr("done");
    case State::Current:
        return tr("current page");
    case State::Open:
        break;
    }
    return tr("open");
}

void StepList::setEntries(const std::vector<Entry>& entries)
{
    const int focused = currentRow();
    m_entries = entries;
    clear();
    for (const Entry& entry : entries) {
        auto* item = new QListWidgetItem(entry.text, this);
        item->setData(IdRole, entry.id);
        item->setData(ChapterRole, entry.isChapter);
        item->setData(StateRole, static_cast<int>(entry.state));
        item->setData(EnterRole, entry.mayEnter);
        item->setFlags(entry.isChapter || entry.mayEnter ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        item->setData(Qt::AccessibleTextRole,
                      entry.isChapter ? entry.text : tr("%1, %2").arg(entry.text, stateWord(entry.state)));
    }
    if (focused >= 0 && focused < count()) {
        setCurrentRow(focused);
    } else {
        const auto current = std::find_if(m_entries.begin(), m_entries.end(),
                                          [](const Entry& entry) { return entry.state == State::Current; });
        setCurrentRow(current == m_entries.end() ? -1 : static_cast<int>(current - m_entries.begin()));
    }
    fold();
}

void StepList::fold()
{
    int full = 0;
    for (const Entry& entry : m_entries) {
        full += entry.isChapter ? chapterHeight : stepHeight;
    }
    const bool isLow = full > viewport()->height();
    std::size_t chapter = 0;
    std::vector<std::size_t> chapterOf;
    std::size_t currentChapter = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        chapter = m_entries[i].isChapter ? i : chapter;
        chapterOf.push_back(chapter);
        currentChapter = m_entries[i].state == State::Current ? chapter : currentChapter;
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        item(static_cast<int>(i))->setHidden(isLow && !m_entries[i].isChapter && chapterOf[i] != currentChapter);
    }
}

void StepList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    fold();
}

void StepList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(currentItem());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void StepList::choose(const QListWidgetItem* item)
{
    if (!item) {
        return;
    }
    if (item->data(EnterRole).toBool()) {
        Q_EMIT chosen(item->data(IdRole).toInt());
    } else if (item->data(ChapterRole).toBool()) {
        chooseIn(row(item));
    }
}

void StepList::chooseIn(int chapter)
{
    // The first page of the chapter that is still open, or else the first that may be entered.
    const Entry* wanted = nullptr;
    for (std::size_t i = static_cast<std::size_t>(chapter) + 1; i < m_entries.size() && !m_entries[i].isChapter; ++i) {
        const bool isOpen = m_entries[i].state == State::Open;
        if (m_entries[i].mayEnter && (wanted == nullptr || (isOpen && wanted->state != State::Open))) {
            wanted = &m_entries[i];
        }
    }
    if (wanted != nullptr) {
        Q_EMIT chosen(wanted->id);
    }
}

} // namespace staffelstab::wizard_pages
