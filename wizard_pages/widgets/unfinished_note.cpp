// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/unfinished_note.h"

#include "handover/acts/unfinished_writes.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

UnfinishedNote::UnfinishedNote(const handover::HandoverCase& handover, QWidget* parent)
    : QFrame(parent), m_case(handover), m_text(new QLabel(this)), m_remove(new QPushButton(this))
{
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("unfinished"));
    m_text->setWordWrap(true);
    m_remove->setObjectName(QStringLiteral("removeUnfinished"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_text);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(m_remove, &QPushButton::clicked, this, &UnfinishedNote::removalWanted);
    hide();
    retranslate();
}

void UnfinishedNote::look()
{
    m_folders = handover::unfinishedFolders(m_case);
    setVisible(!m_folders.isEmpty());
    retranslate();
}

void UnfinishedNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void UnfinishedNote::retranslate()
{
    m_text->setText(tr("A copy was not finished; what was written of it counts for nothing and lies in: %1. It is "
                       "taken away when you write again, or now. A medium that is not in has to be put in first.")
                        .arg(m_folders.join(QStringLiteral(", "))));
    m_remove->setText(tr("Take it away"));
}

} // namespace staffelstab::wizard_pages
