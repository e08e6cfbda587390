// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/contact_list.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace staffelstab::wizard_pages {

namespace {
constexpr int shownRows = 8;
}

ContactList::ContactList(const QString& name, QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_all(new QPushButton(this)), m_none(new QPushButton(this)),
      m_table(new QTreeWidget(this)), m_count(new QLabel(this))
{
    m_table->setObjectName(name);
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_all->setObjectName(name + QStringLiteral("All"));
    m_none->setObjectName(name + QStringLiteral("None"));
    m_count->setObjectName(name + QStringLiteral("Count"));
    m_count->setFont(smallFont());
    m_search->setClearButtonEnabled(true);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setTabKeyNavigation(false);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setStretchLastSection(false);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(m_search, 1);
    for (QPushButton* button : {m_all, m_none}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(head);
    column->addWidget(m_table);
    column->addWidget(m_count);
    retranslate();
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), m_table);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_search, &QLineEdit::textChanged, this, &ContactList::search);
    connect(m_all, &QPushButton::clicked, this, [this] { tickFound(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { tickFound(false); });
    connect(m_table, &QTreeWidget::itemChanged, this, [this] {
        showCount();
        Q_EMIT changed();
    });
}

QString ContactList::remarkOn(const separation::Contact& contact) const
{
    switch (m_states.value(contact.address, handover::LetterState::Open)) {
    case handover::LetterState::Sent:
        return tr("✓ sent");
    case handover::LetterState::Handed:
        return tr("✓ prepared");
    case handover::LetterState::Refused:
        return tr("✕ refused");
    case handover::LetterState::Drafting:
    case handover::LetterState::Unclear:
        return tr("◔ unclear");
    case handover::LetterState::Open:
        break;
    }
    return contact.isMixed ? tr("private and business mail") : contact.isInternal ? tr("at the company") : QString();
}

void ContactList::show(const std::vector<separation::Contact>& contacts, const QStringList& ticked,
                       const QHash<QString, handover::LetterState>& states)
{
    const QSignalBlocker quiet(m_table);
    m_contacts = contacts;
    m_states = states;
    m_table->clear();
    for (const separation::Contact& contact : contacts) {
        auto* item =
            new QTreeWidgetItem(m_table, {contact.name.isEmpty() ? contact.address : contact.name, contact.address,
                                          locale().toString(contact.recent), dayText(contact.last), remarkOn(contact)});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setCheckState(0, ticked.contains(contact.address) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(1, contact.address);
    }
    if (!contacts.empty()) {
        m_table->setCurrentItem(m_table->topLevelItem(0));
    }
    const int row = contacts.empty() ? 30 : qMax(30, m_table->sizeHintForRow(0));
    m_table->setFixedHeight(44 + row * qBound(1, static_cast<int>(contacts.size()), shownRows));
    search(m_search->text());
    showCount();
}

QStringList ContactList::ticked() const
{
    QStringList addresses;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        if (m_table->topLevelItem(i)->checkState(0) == Qt::Checked) {
            addresses.append(m_contacts[static_cast<std::size_t>(i)].address);
        }
    }
    return addresses;
}

int ContactList::openLetters() const
{
    const QStringList addresses = ticked();
    return static_cast<int>(std::count_if(addresses.begin(), addresses.end(), [this](const QString& address) {
        const handover::LetterState state = m_states.value(address, handover::LetterState::Open);
        return state == handover::LetterState::Open || state == handover::LetterState::Refused;
    }));
}

const separation::Contact* ContactList::firstTicked() const
{
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        if (m_table->topLevelItem(i)->checkState(0) == Qt::Checked) {
            return &m_contacts[static_cast<std::size_t>(i)];
        }
    }
    return nullptr;
}

void ContactList::search(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_table->topLevelItem(i);
        const bool isFound = std::all_of(words.begin(), words.end(), [item](const QString& word) {
            return item->text(0).contains(word, Qt::CaseInsensitive) ||
                   item->text(1).contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!isFound);
    }
}

void ContactList::tickFound(bool isTicked)
{
    {
        const QSignalBlocker quiet(m_table);
        for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
            QTreeWidgetItem* item = m_table->topLevelItem(i);
            if (!item->isHidden()) {
                item->setCheckState(0, isTicked ? Qt::Checked : Qt::Unchecked);
            }
        }
    }
    m_table->viewport()->update();
    showCount();
    Q_EMIT changed();
}

void ContactList::showCount()
{
    m_count->setText(m_contacts.empty() ? tr("The separation found nobody.")
                                        : tr("%1 of %2 chosen")
                                              .arg(locale().toString(ticked().size()),
                                                   locale().toString(static_cast<qint64>(m_contacts.size()))));
}

void ContactList::setName(const QString& name)
{
    m_table->setAccessibleName(name);
    m_search->setAccessibleName(tr("Search: %1").arg(name));
}

void ContactList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        const QStringList before = ticked();
        retranslate();
        show(std::vector(m_contacts), before, QHash(m_states));
    }
}

void ContactList::retranslate()
{
    m_search->setPlaceholderText(tr("Search name or address"));
    m_all->setText(tr("Choose all"));
    m_none->setText(tr("Choose none"));
    m_table->setHeaderLabels({tr("Name"), tr("Address"), tr("12 months"), tr("Last contact"), tr("Remark")});
}

} // namespace staffelstab::wizard_pages
