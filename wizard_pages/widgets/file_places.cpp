// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/file_places.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/drive_offers.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace staffelstab::wizard_pages {

FilePlaces::FilePlaces(UserPrompts& prompts, QWidget* parent)
    : QFrame(parent), m_prompts(prompts), m_label(new QLabel(this)), m_list(new QListWidget(this)),
      m_home(makeButton("addHome")), m_other(makeButton("addFolder")), m_away(makeButton("removeFolder")),
      m_drives(new DriveOffers(QStringLiteral("addDrive"), DriveOffers::For::Reading, this)), m_note(new QLabel(this))
{
    setProperty("card", true);
    m_list->setObjectName(QStringLiteral("fileRoots"));
    m_label->setBuddy(m_list);
    m_note->setFont(smallFont());
    m_note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::small);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {m_home, m_other, m_away}) {
        row->addWidget(button);
    }
    row->addStretch();
    column->addWidget(m_label);
    column->addWidget(m_list);
    column->addLayout(row);
    column->addWidget(m_drives);
    column->addWidget(m_note);
    connect(m_home, &QPushButton::clicked, this, [this] { add(QDir::homePath()); });
    connect(m_other, &QPushButton::clicked, this, [this] {
        m_prompts.askFolder(this, tr("Folder to look through"), QDir::homePath(),
                            [this](const QString& folder) { add(folder); });
    });
    connect(m_drives, &DriveOffers::chosen, this, &FilePlaces::add);
    connect(m_away, &QPushButton::clicked, this, [this] {
        delete m_list->currentItem();
        Q_EMIT changed();
    });
    retranslate();
}

QPushButton* FilePlaces::makeButton(const char* name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

QStringList FilePlaces::places() const
{
    QStringList places;
    for (int row = 0; row < m_list->count(); ++row) {
        places.append(m_list->item(row)->text());
    }
    return places;
}

void FilePlaces::setPlaces(const QStringList& places)
{
    m_list->clear();
    m_list->addItems(places);
}

void FilePlaces::refresh()
{
    m_drives->refresh();
}

void FilePlaces::add(const QString& folder)
{
    if (m_list->findItems(folder, Qt::MatchExactly).isEmpty()) {
        m_list->addItem(folder);
        m_list->setCurrentRow(m_list->count() - 1);
        Q_EMIT changed();
    }
}

void FilePlaces::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void FilePlaces::retranslate()
{
    m_label->setText(tr("Folders and drives to look through"));
    m_list->setAccessibleName(m_label->text());
    m_home->setText(tr("Home folder"));
    m_other->setText(tr("Choose a folder …"));
    m_away->setText(tr("Off the list"));
    m_note->setText(tr("Only names, sizes and dates are read. Links are not followed and other drives are not entered "
                       "unless they stand in this list."));
}

} // namespace staffelstab::wizard_pages
