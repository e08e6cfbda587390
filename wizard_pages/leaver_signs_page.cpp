// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/leaver_signs_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

LeaverSignsPage::LeaverSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::LeaverSigns, Body::Scrolling, parent), m_acts(acts), m_form(new QWidget(this)),
      m_target(new PathField(QStringLiteral("receiptTarget"), PathField::Kind::Folder, prompts, this)),
      m_signature(new SignatureInput(prompts, this)), m_panel(new ActPanel(acts, handover::Step::LeaverSigns, this)),
      m_done(makeLabel([] { return QString(); }))
{
    m_done->setObjectName(QStringLiteral("signedFile"));
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_signature);
    column->addWidget(makeHeading([] { return tr("Folder for the receipt"); }));
    column->addWidget(m_target);
    content()->addWidget(m_form);
    content()->addWidget(m_panel);
    content()->addWidget(m_done);
    m_target->setPath(m_case.receiptTarget());
    onLanguage([this] { m_target->setTexts(tr("Folder for the receipt")); });
    connect(m_signature, &SignatureInput::changed, this, &LeaverSignsPage::changed);
    connect(m_target, &PathField::changed, this, &LeaverSignsPage::changed);
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this] {
        m_signature->clear();
        Q_EMIT finished();
    });
}

QString LeaverSignsPage::title() const
{
    return isComplete() ? tr("You have signed") : tr("Sign the handover");
}

QString LeaverSignsPage::lead() const
{
    return tr("For %1. You sign what is in block A and nothing else; afterwards the receipt can no longer be changed.")
        .arg(m_case.people().leaver.name);
}

QString LeaverSignsPage::why() const
{
    return tr("Your signature seals the receipt: every later change shows. It is half of it; the receipt counts only "
              "with the countersignature.");
}

QString LeaverSignsPage::primaryText() const
{
    return isComplete() ? tr("Next") : tr("Sign");
}

bool LeaverSignsPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || (m_signature->isComplete() && !m_target->path().isEmpty()));
}

QString LeaverSignsPage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    return m_signature->isComplete() ? tr("Please choose a folder for the receipt.") : m_signature->missing();
}

void LeaverSignsPage::refresh()
{
    m_signature->setPolicy(m_case.policy());
    m_signature->setSigner(m_case.people().leaver.name);
    m_form->setVisible(!isComplete() && !m_panel->isBusy());
    m_done->setVisible(isComplete() && m_case.receiptFiles());
    if (m_case.receiptFiles()) {
        m_done->setText(
            tr("The half-signed receipt is in %1. The supervisor can sign here, or on another computer with this file.")
                .arg(m_case.receiptFiles()->path));
    }
}

void LeaverSignsPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    if (m_target->path() != m_case.receiptTarget() && !accept(m_case.setReceiptTarget(m_target->path()))) {
        return;
    }
    m_panel->expect(tr("If you cancel, nothing is signed."));
    m_acts.startLeaverSignature(m_signature->take());
}

} // namespace staffelstab::wizard_pages
