// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/outlook_list.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace staffelstab::wizard_pages {

namespace {

/** A folder of more lines is found in Outlook by its date and sender as well. */
constexpr std::size_t mostLines = 500;

std::map<quint32, std::vector<separation::Row>> privateByFolder(const handover::HandoverCase& handover)
{
    const separation::MessageTable& table = handover.messages();
    std::map<quint32, std::vector<separation::Row>> folders;
    for (separation::Row row = 0; row < table.size(); ++row) {
        if (handover.mailboxes()[table.mailbox(row)].kind == mail::StoreKind::Pst &&
            handover.plan().verdict(row) == separation::Verdict::Private) {
            folders[table.folder(row)].push_back(row);
        }
    }
    for (auto& [folder, rows] : folders) {
        std::sort(rows.begin(), rows.end(), [&table](auto a, auto b) { return table.date(a) > table.date(b); });
    }
    return folders;
}

QString dayOf(const separation::MessageTable& table, separation::Row row)
{
    const qint64 date = table.date(row);
    return date == separation::MessageTable::noDate ? QString() : dayText(QDateTime::fromMSecsSinceEpoch(date).date());
}

QString whoOf(const separation::MessageTable& table, separation::Row row)
{
    const quint32 who = table.correspondent(row);
    const QString name = table.correspondentName(who);
    return name.isEmpty() ? table.correspondentAddress(who) : name;
}

} // namespace

OutlookList::OutlookList(const handover::HandoverCase& handover, QWidget* parent)
    : QWidget(parent), m_case(handover), m_title(new QLabel(this)), m_steps(new QLabel(this)),
      m_tree(new QTreeWidget(this)), m_again(new QPushButton(this))
{
    QFont heading = baseFont();
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    m_title->setWordWrap(true);
    m_steps->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("outlookList"));
    m_tree->setUniformRowHeights(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setFixedHeight(180);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setAutoDefault(false);
    m_again->setVisible(false);
    connect(m_again, &QPushButton::clicked, this, &OutlookList::lookAgain);
    m_tree->header()->setStretchLastSection(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_title);
    column->addWidget(m_steps);
    column->addWidget(m_tree);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    retranslate();
}

void OutlookList::setMayLookAgain(bool mayLook)
{
    m_again->setVisible(mayLook);
}

int OutlookList::refresh()
{
    const separation::MessageTable& table = m_case.messages();
    std::size_t messages = 0;
    m_tree->clear();
    for (const auto& [number, rows] : privateByFolder(m_case)) {
        messages += rows.size();
        const QString count = tr("%n message(s)", "", static_cast<int>(rows.size()));
        auto* folder = new QTreeWidgetItem(m_tree, {table.folders()[number].folder.path, count, QString()});
        for (std::size_t i = 0; i < std::min(rows.size(), mostLines); ++i) {
            new QTreeWidgetItem(folder, {dayOf(table, rows[i]), whoOf(table, rows[i]), table.subject(rows[i])});
        }
        if (rows.size() > mostLines) {
            const auto more = static_cast<int>(rows.size() - mostLines);
            new QTreeWidgetItem(folder, {QString(), tr("and %n more", "", more), QString()});
        }
    }
    m_tree->resizeColumnToContents(0);
    m_tree->resizeColumnToContents(1);
    return static_cast<int>(messages);
}

void OutlookList::retranslate()
{
    m_title->setText(tr("Delete these in Outlook yourself"));
    m_steps->setText(
        tr("An Outlook data file is only read here. In Outlook, open each folder of the list, select these "
           "messages and delete them with Shift+Delete, so that they do not stay among the deleted items. "
           "Then close Outlook and have the program look whether they are gone."));
    m_again->setText(tr("Check whether they are gone"));
    m_tree->setHeaderLabels({tr("Folder and day"), tr("Who"), tr("Subject")});
    m_tree->setAccessibleName(tr("Private messages to delete in Outlook, by folder"));
}

void OutlookList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace staffelstab::wizard_pages
