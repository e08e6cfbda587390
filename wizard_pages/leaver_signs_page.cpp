// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/leaver_signs_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QDir>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

namespace staffelstab::wizard_pages {

LeaverSignsPage::LeaverSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::LeaverSigns, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_signature(new SignatureInput(prompts, this)), m_panel(new ActPanel(acts, handover::Step::LeaverSigns, this))
{
    build();
    connect(m_signature, &SignatureInput::changed, this, &StepPage::changed);
    connect(m_panel, &ActPanel::busyChanged, this, &StepPage::changed);
    connect(m_panel, &ActPanel::succeeded, this, &StepPage::finished);
}

void LeaverSignsPage::build()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    auto* row = new QHBoxLayout;
    m_folder = makeLabel([] { return QString(); });
    m_folder->setObjectName(QStringLiteral("receiptFolder"));
    m_choose = makeButton(QStringLiteral("chooseReceiptFolder"), {}, [] { return tr("Choose a folder …"); });
    connect(m_choose, &QPushButton::clicked, this, [this] {
        m_prompts.askFolder(this, tr("Where the receipt is kept"), m_case.receiptTarget(),
                            [this](const QString& folder) { accept(m_case.setReceiptTarget(folder)); });
    });
    column->addWidget(makeHeading([] { return tr("Where the receipt is kept"); }));
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    column->addLayout(row);
    m_done = makeLabel([] { return tr("You have signed. The receipt counts once your supervisor has signed too."); });
    content()->addWidget(card);
    content()->addWidget(m_signature);
    content()->addWidget(m_done);
    content()->addWidget(m_panel);
}

QString LeaverSignsPage::title() const
{
    return tr("Your signature");
}

QString LeaverSignsPage::lead() const
{
    return tr("You sign block A, your statement. From then on nothing of it can be changed without showing.");
}

QString LeaverSignsPage::why() const
{
    return tr(
        "The signature seals the document you have just seen. Only its picture is kept, not how fast or how hard you "
        "wrote. The receipt also has lines for signing on paper.");
}

QString LeaverSignsPage::primaryText() const
{
    return isComplete() ? tr("Next") : tr("Sign");
}

bool LeaverSignsPage::isPrimaryReady() const
{
    return isComplete() || (m_signature->isComplete() && !m_panel->isBusy() && !m_case.receiptTarget().isEmpty());
}

void LeaverSignsPage::enter()
{
    if (m_case.receiptTarget().isEmpty()) {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        accept(m_case.setReceiptTarget(documents.isEmpty() ? QDir::homePath() : documents));
    }
    refresh();
}

void LeaverSignsPage::refresh()
{
    m_folder->setText(QDir::toNativeSeparators(m_case.receiptTarget()));
    m_signature->setSigner(m_case.people().leaver.name);
    m_signature->setVisible(!isComplete());
    m_choose->setEnabled(!isComplete());
    m_done->setVisible(isComplete());
}

void LeaverSignsPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    m_panel->expect(tr("If you stop now, nothing is signed."));
    m_acts.startLeaverSignature(m_signature->take());
}

} // namespace staffelstab::wizard_pages
