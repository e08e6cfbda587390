// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/directory_fill.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/directory_login_form.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

DirectoryFill::DirectoryFill(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                             QWidget* parent)
    : QWidget(parent), m_case(handover), m_acts(acts), m_unfold(new QPushButton(this)), m_body(new QWidget(this)),
      m_form(new DirectoryLoginForm(QStringLiteral("who"), DirectoryLoginForm::Who::Leaver, prompts, m_body)),
      m_promise(new QLabel(m_body)), m_ask(new QPushButton(m_body)), m_known(new QLabel(this)),
      m_panel(new ActPanel(acts, handover::Step::People, this))
{
    m_unfold->setObjectName(QStringLiteral("whoUnfold"));
    m_unfold->setProperty("kind", QStringLiteral("link"));
    m_unfold->setAutoDefault(false);
    m_ask->setObjectName(QStringLiteral("whoAsk"));
    m_ask->setAutoDefault(false);
    m_known->setObjectName(QStringLiteral("whoKnown"));
    for (QLabel* label : {m_promise, m_known}) {
        label->setWordWrap(true);
        label->setFont(smallFont());
        label->setProperty("tone", QStringLiteral("muted"));
    }
    auto* inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::small);
    inner->addWidget(m_form);
    inner->addWidget(m_promise);
    inner->addWidget(m_ask, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_unfold, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    column->addWidget(m_known);
    column->addWidget(m_panel);
    m_body->hide();
    m_form->setLogin({QUrl(handover.policy().directoryUrl), handover.people().leaver.email, handover.policy().caFile});
    m_ask->setEnabled(m_form->isReady());
    connect(m_unfold, &QPushButton::clicked, this, [this] { m_body->setVisible(m_body->isHidden()); });
    connect(m_form, &DirectoryLoginForm::changed, this, [this] { m_ask->setEnabled(m_form->isReady()); });
    connect(m_ask, &QPushButton::clicked, this, &DirectoryFill::ask);
    connect(m_panel, &ActPanel::busyChanged, this, &DirectoryFill::refresh);
    connect(m_panel, &ActPanel::succeeded, m_body, &QWidget::hide);
    retranslate();
}

void DirectoryFill::ask()
{
    Q_EMIT aboutToAsk();
    m_panel->expect(tr("Nothing is changed in the directory."));
    m_acts.startDirectoryEntry({m_form->login(), m_form->takePassword(), {}});
}

void DirectoryFill::refresh()
{
    const auto& entry = m_case.topicIfSet<handover::DirectoryEntry>();
    m_known->setVisible(entry.has_value());
    if (entry) {
        m_known->setText(tr("Read from the directory on %1. A copy of the entry goes into the business archive.")
                             .arg(momentText(entry->readAt)));
    }
    m_ask->setEnabled(!m_panel->isBusy() && m_form->isReady());
}

void DirectoryFill::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DirectoryFill::retranslate()
{
    m_unfold->setText(tr("Fill in from the company directory"));
    m_promise->setText(tr("Only empty fields are filled; your password signs you in once and is forgotten."));
    m_ask->setText(tr("Fill in"));
    refresh();
}

} // namespace staffelstab::wizard_pages
