// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/supervisor_signs_page.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/manner_input.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/widgets/received_list.h"
#include "wizard_pages/widgets/received_row.h"
#include "wizard_pages/widgets/seal_opener.h"
#include "wizard_pages/widgets/seen_pages.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

SupervisorSignsPage::SupervisorSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                         UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::SupervisorSigns, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_form(new QWidget(this)), m_received(new ReceivedList(this)),
      m_check(makeButton(QStringLiteral("checkArchive"), {}, [] { return tr("Open and check"); })),
      m_unseal(makeButton(QStringLiteral("unseal"), {}, [] { return tr("Open the seal …"); })),
      m_opener(new SealOpener(m_desk, prompts, this)),
      m_nothing(makeLabel([] { return tr("Nothing was handed over in this program."); })),
      m_signature(new SignatureInput(prompts, this)),
      m_reservationTitle(makeHeading([] { return tr("Reservation (optional)"); })),
      m_reservation(new QPlainTextEdit(this)), m_manner(new MannerInput(this)), m_pages(new PageView(this)),
      m_panel(new ActPanel(acts, handover::Step::SupervisorSigns, this)),
      m_decline(makeButton(QStringLiteral("decline"), {}, [] { return tr("Do not sign now …"); })),
      m_archive(new ArchiveOpener(prompts, this))
{
    build();
    m_decline->hide();
    connect(m_check, &QPushButton::clicked, this, &SupervisorSignsPage::checkArchive);
    connect(m_archive, &ArchiveOpener::openAsked, this, [this] { beginArchiveCheck(m_archive->takePassphrase()); });
    connect(m_panel, &ActPanel::failed, this, &SupervisorSignsPage::noteCheckFailure);
    connect(m_panel, &ActPanel::succeeded, this, [this] { m_isChecking = false; });
    connect(m_unseal, &QPushButton::clicked, this, [this] { m_opener->setVisible(!m_opener->isVisible()); });
    connect(&m_acts, &handover::HandoverActs::archiveChecked, this, &SupervisorSignsPage::noteCheck);
    connect(m_signature, &SignatureInput::changed, this, &SupervisorSignsPage::changed);
    connect(m_manner, &MannerInput::changed, this, [this] {
        showManner();
        Q_EMIT changed();
    });
    connect(m_pages, &PageView::seenChanged, this, &SupervisorSignsPage::changed);
    connect(&m_desk, &handover::ReceiptDesk::checked, this,
            [this](const handover::ReceiptDesk::Checked& checked) { m_pages->setDocument(checked.copy); });
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this] {
        if (isComplete()) {
            m_signature->clear();
            Q_EMIT finished();
        }
    });
    connect(m_decline, &QPushButton::clicked, this, [this] {
        const QString file = m_case.receiptFiles() ? m_case.receiptFiles()->path : QString();
        m_prompts.tell(this, tr("Nothing is signed"),
                       tr("The receipt stays pending and says so on every page. It can be countersigned later, here or "
                          "on another computer, from the file %1. Press “Save and exit” to stop here.")
                           .arg(file),
                       {});
    });
}

void SupervisorSignsPage::build()
{
    m_reservation->setObjectName(QStringLiteral("supervisorReservation"));
    m_reservation->setTabChangesFocus(true);
    m_opener->setVisible(false);
    connect(m_opener, &SealOpener::opened, this, [this] {
        m_isSealOpened = true;
        showPassword();
    });
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::large);
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    connect(m_received, &ReceivedList::rowMade, this, [this](const QString& code, ReceivedRow* row) {
        if (code == QLatin1String("archive")) {
            row->addButton(m_check);
        } else if (code == QLatin1String("password")) {
            row->addButton(m_unseal);
        }
    });
    m_archive->hide();
    column->addWidget(m_received);
    m_received->putBelow(QStringLiteral("archive"), m_archive);
    m_received->putBelow(QStringLiteral("password"), m_opener);
    column->addWidget(m_nothing);
    form->addWidget(card);

    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_pages->setFixedHeight(420);
    auto* paper = new QVBoxLayout;
    paper->setSpacing(space::tiny);
    paper->addWidget(m_pages);
    paper->addWidget(new SeenPages(*m_pages, m_form));
    m_reservationTitle->setBuddy(m_reservation);
    m_reservationTitle->setMinimumHeight(30);
    m_reservation->setFixedHeight(84);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    words->addWidget(m_reservationTitle);
    words->addWidget(m_reservation);
    words->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_signature, 3);
    row->addLayout(words, 2);
    form->addLayout(paper);
    form->addWidget(m_manner);
    form->addLayout(row);
    content()->addWidget(m_form);
    content()->addWidget(m_panel);
    onLanguage([this] { showManner(); });
}

void SupervisorSignsPage::enter()
{
    refresh();
    if (m_case.receiptFiles() && !isComplete()) {
        m_desk.check({m_case.receiptFiles()->path});
    }
}

void SupervisorSignsPage::showManner()
{
    const bool isConfirming = m_manner->manner() == receipt::Manner::Signs;
    m_received->setEnabled(isConfirming);
    m_reservationTitle->setText(isConfirming ? tr("Reservation (optional)") : tr("Reason (optional)"));
    m_reservation->setAccessibleName(m_reservationTitle->text());
    m_signature->setPolicy(m_case.policy());
    const QString witness = m_manner->witness();
    m_signature->setSigner(witness.isEmpty() ? m_case.people().supervisor.name : witness);
}

QString SupervisorSignsPage::title() const
{
    return tr("What have you received?");
}

QString SupervisorSignsPage::lead() const
{
    return tr("For %1. Confirm only what you have in hand. You see no private messages here, only how many there were.")
        .arg(m_case.people().supervisor.name);
}

QString SupervisorSignsPage::why() const
{
    return tr("You confirm the receipt of the ticked things and nothing else: no waiver, no settlement of claims. What "
              "is not ticked counts as not received.");
}

QString SupervisorSignsPage::primaryText() const
{
    return m_manner->deed();
}

bool SupervisorSignsPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && !isComplete() && m_pages->isAllSeen() && m_manner->isComplete() &&
           m_signature->isComplete();
}

QString SupervisorSignsPage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    if (!m_pages->isAllSeen()) {
        return tr("Please scroll to the end of the receipt.");
    }
    return m_manner->isComplete() ? m_signature->missing() : m_manner->missing();
}

void SupervisorSignsPage::refresh()
{
    showManner();
    m_form->setEnabled(!m_panel->isBusy());
    m_received->setRecord(m_case.record());
    showArchive();
    showPassword();
    m_nothing->setVisible(m_received->isEmpty());
}

void SupervisorSignsPage::showArchive()
{
    ReceivedRow* row = m_received->row(QStringLiteral("archive"));
    m_check->setVisible(row != nullptr && m_checked != ArchiveOpener::Found::Intact);
    if (row == nullptr || !m_case.archive()) {
        return;
    }
    const handover::ArchiveOutcome& outcome = *m_case.archive();
    const QString label = m_case.archiveChoice().mediumLabel;
    QStringList details;
    details += label.isEmpty() ? QFileInfo(outcome.path).fileName() : tr("on the medium “%1”").arg(label);
    details += ArchiveOpener::words(m_checked);
    const QString digest = QString::fromLatin1(outcome.sha256.toHex());
    if (!digest.isEmpty()) {
        details +=
            tr("SHA-256 %1 %2 … %3 %4").arg(digest.mid(0, 4), digest.mid(4, 4), digest.mid(56, 4), digest.mid(60, 4));
    }
    row->setTexts(tr("Business archive: %n message(s), %1", "", static_cast<int>(outcome.messages))
                      .arg(QLocale().formattedDataSize(outcome.bytes)),
                  details.join(QStringLiteral(" · ")));
}

void SupervisorSignsPage::showPassword()
{
    const std::optional<handover::PasswordOutcome>& outcome = m_case.password();
    ReceivedRow* row = m_received->row(QStringLiteral("password"));
    m_unseal->setVisible(row != nullptr && outcome && !outcome->sealPath.isEmpty());
    if (row == nullptr || !outcome) {
        return;
    }
    const directory::PasswordChangeReport& report = outcome->report;
    QStringList details;
    details += report.newAccepted == directory::Proof::Yes ? tr("new one accepted") : tr("new one not verified");
    details +=
        report.oldRefused == directory::Proof::Yes ? tr("old one refused") : tr("old one not verified as refused");
    details += outcome->letterNumber.isEmpty()
                   ? tr("sealed for you in %1").arg(outcome->sealPath)
                   : tr("sealed for you in the printed letter %1").arg(outcome->letterNumber);
    if (m_isSealOpened) {
        details += tr("opened here; the receipt will say so");
    }
    row->setTexts(tr("Sealed password, changed on %1").arg(momentText(report.changedAt)),
                  details.join(QStringLiteral(" · ")));
    m_opener->setSeal(outcome->sealPath, m_case.caseNumber(),
                      m_case.passwordChoice().sealBy != handover::PasswordChoice::SealBy::Code);
}

void SupervisorSignsPage::checkArchive()
{
    if (m_acts.knowsArchivePassphrase()) {
        beginArchiveCheck({});
        return;
    }
    // It was kept until the program ended, or never: it stands on paper.
    m_archive->askForPassphrase(true);
    m_archive->show();
    m_check->setEnabled(false);
}

void SupervisorSignsPage::beginArchiveCheck(Secret passphrase)
{
    m_isChecking = true;
    m_archive->showFailure(nullptr);
    m_panel->expect(tr("If you cancel, the archive stays as it is."));
    m_acts.startArchiveCheck(std::move(passphrase));
}

/** Said beside the button: the panel stands below all that is to be signed. */
void SupervisorSignsPage::noteCheckFailure(const Failure& failure)
{
    if (!std::exchange(m_isChecking, false)) {
        return;
    }
    m_panel->showFailure(nullptr);
    m_archive->askForPassphrase(m_case.archive() && m_case.archive()->isEncrypted);
    m_archive->showFailure(&failure);
    m_archive->show();
    m_check->setEnabled(false);
}

void SupervisorSignsPage::noteCheck(const archive::ArchiveCheck& check, bool isTheOne)
{
    m_checked = ArchiveOpener::foundBy(check, isTheOne);
    m_archive->hide();
    m_check->setEnabled(true);
    showArchive();
}

void SupervisorSignsPage::act()
{
    handover::SignInput input = m_signature->take();
    input.confirmation.received = m_received->received();
    input.confirmation.reservation = m_reservation->toPlainText().trimmed();
    m_manner->fill(input.confirmation);
    input.confirmation.isSealOpened = m_isSealOpened && input.confirmation.has("password");
    m_panel->expect(tr("If you cancel, nothing is signed."));
    m_acts.startSupervisorSignature(std::move(input));
}

} // namespace staffelstab::wizard_pages
