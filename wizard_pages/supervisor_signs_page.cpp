// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/supervisor_signs_page.h"

#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/confirmation_input.h"

#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

SupervisorSignsPage::SupervisorSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                         UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::SupervisorSigns, Body::Scrolling, parent), m_acts(acts),
      m_input(new ConfirmationInput(prompts, this)), m_panel(new ActPanel(acts, handover::Step::SupervisorSigns, this))
{
    content()->addWidget(m_input);
    content()->addWidget(m_panel);
    connect(m_input, &ConfirmationInput::changed, this, &StepPage::changed);
    connect(m_input, &ConfirmationInput::archiveCheckWanted, this, &SupervisorSignsPage::checkArchive);
    connect(m_panel, &ActPanel::busyChanged, this, &StepPage::changed);
    connect(m_panel, &ActPanel::failed, this, [this] { m_isChecking = false; });
    connect(m_panel, &ActPanel::succeeded, this, [this] {
        if (!std::exchange(m_isChecking, false)) {
            Q_EMIT finished();
        }
    });
    connect(&acts, &handover::HandoverActs::archiveChecked, this,
            [this](const archive::ArchiveCheck& check, bool isTheSame) {
                m_input->setArchiveState(check.isIntact && isTheSame
                                             ? tr("opened and checked here: all checksums match")
                                             : tr("checked here: it is not what the receipt says"));
            });
}

QString SupervisorSignsPage::title() const
{
    return tr("What have you received?");
}

QString SupervisorSignsPage::lead() const
{
    return tr("For %1. Confirm only what is in your hands. You see no private messages; here stands only how many "
              "there were.")
        .arg(m_case.people().supervisor.name);
}

QString SupervisorSignsPage::why() const
{
    return tr("Your signature is a confirmation of receipt and nothing else. What you do not tick stays unconfirmed, "
              "and what "
              "you write as a reservation stands on the receipt.");
}

QString SupervisorSignsPage::primaryText() const
{
    return isComplete() ? tr("Next") : tr("Countersign");
}

bool SupervisorSignsPage::isPrimaryReady() const
{
    return isComplete() || (m_input->isComplete() && !m_panel->isBusy());
}

void SupervisorSignsPage::refresh()
{
    m_input->setRecord(m_case.record());
    m_input->offerArchiveCheck(m_case.archive().has_value());
    m_input->setEnabled(!isComplete());
}

void SupervisorSignsPage::checkArchive()
{
    m_isChecking = true;
    m_panel->expect(tr("If you stop now, the archive stays as it is, unchecked."));
    m_acts.startArchiveCheck();
}

void SupervisorSignsPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    m_panel->expect(tr("If you stop now, nothing is countersigned."));
    m_acts.startSupervisorSignature(m_input->take());
}

} // namespace staffelstab::wizard_pages
