// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/keyboard_handover_page.h"

#include "wizard_pages/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {
constexpr int columnWidth = 620;
}

KeyboardHandoverPage::KeyboardHandoverPage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                           QWidget* parent)
    : CasePage(handover, handover::Step::KeyboardHandover, Body::Filling, parent), m_acts(acts)
{
    build();
}

void KeyboardHandoverPage::build()
{
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(columnWidth);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(space::large);
    m_name = makeLabel([] { return QString(); });
    m_name->setObjectName(QStringLiteral("supervisorName"));
    m_name->setFont(titleFont());
    m_text = makeLabel([] { return QString(); });
    m_goOn = makeButton(QStringLiteral("goOn"), QStringLiteral("primary"), [] { return QString(); });
    m_later = makeButton(QStringLiteral("signLater"), QStringLiteral("link"),
                         [] { return tr("The supervisor signs later, on another computer"); });
    connect(m_goOn, &QPushButton::clicked, this, &KeyboardHandoverPage::goOn);
    connect(m_later, &QPushButton::clicked, this, &StepPage::finished);
    column->addWidget(m_name);
    column->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_goOn);
    row->addWidget(m_later);
    row->addStretch();
    column->addLayout(row);
    content()->addStretch(1);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(middle, 4);
    centred->addStretch(1);
    content()->addLayout(centred);
    content()->addStretch(2);
}

QString KeyboardHandoverPage::title() const
{
    return tr("Hand the keyboard over");
}

QString KeyboardHandoverPage::lead() const
{
    return tr("Now it is your supervisor's turn.");
}

void KeyboardHandoverPage::refresh()
{
    const QString supervisor = m_case.people().supervisor.name;
    if (m_case.isLocked()) {
        m_name->setText(tr("For %1").arg(supervisor));
        m_text->setText(
            tr("Everything private is closed and locked. You will see what is handed over to you, and counts of "
               "the rest; no private message and no name."));
        m_goOn->setText(tr("Go on as %1").arg(supervisor));
    } else {
        m_name->setText(tr("Please hand the keyboard to %1").arg(supervisor));
        m_text->setText(
            tr("Your mailboxes are closed and this handover is locked: from here on, nobody can go back to your "
               "messages, your decisions or the preview. You have signed; you can no longer change anything."));
        m_goOn->setText(tr("Lock and hand over"));
    }
    m_later->setVisible(!m_case.isLocked());
}

void KeyboardHandoverPage::goOn()
{
    if (m_case.isLocked()) {
        Q_EMIT finished();
    } else if (accept(m_acts.handKeyboardOver())) {
        refresh();
    }
}

} // namespace staffelstab::wizard_pages
