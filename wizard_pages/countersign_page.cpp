// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/countersign_page.h"

#include "receipt/sections/password_section.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/dropped_files.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/manner_input.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/received_archive.h"
#include "wizard_pages/widgets/received_list.h"
#include "wizard_pages/widgets/received_row.h"
#include "wizard_pages/widgets/seal_opener.h"
#include "wizard_pages/widgets/seen_pages.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

namespace staffelstab::wizard_pages {

CountersignPage::CountersignPage(UserPrompts& prompts, const Clock& clock, policy::CompanyPolicy policy,
                                 QWidget* parent)
    : StepPage(Body::Scrolling, parent), m_prompts(prompts), m_clock(clock), m_policy(std::move(policy)),
      m_notice(new FailureNotice(this)),
      m_fileLabel(makeLabel([] { return tr("Half-signed receipt (*.pending.pdf)"); })),
      m_file(new PathField(QStringLiteral("pendingFile"), PathField::Kind::File, prompts, this)),
      m_form(new QWidget(this)), m_state(new ChipLabel(this)), m_words(makeLabel([] { return QString(); })),
      m_next(makeLabel([] {
          return tr("Now send the final receipt to the person leaving and to HR, and keep a copy yourself. The "
                    "half-signed file is no longer needed: it has been replaced.");
      })),
      m_paper(new QWidget(this)), m_pages(new PageView(this)), m_seen(new SeenPages(*m_pages, this)),
      m_received(new ReceivedList(this)),
      m_check(makeButton(QStringLiteral("checkArchive"), {}, [] { return tr("Open and check …"); })),
      m_archive(new ReceivedArchive(m_check, prompts, this)),
      m_unseal(makeButton(QStringLiteral("unseal"), {}, [] { return tr("Open the seal …"); })),
      m_opener(new SealOpener(m_sealDesk, prompts, this)),
      m_reservationTitle(makeHeading([] { return tr("Reservation (optional)"); })),
      m_reservation(new QPlainTextEdit(this)), m_manner(new MannerInput(this)),
      m_signature(new SignatureInput(prompts, this))
{
    setAcceptDrops(true);
    m_signature->setPolicy(m_policy);
    build();
    connect(m_manner, &MannerInput::changed, this, [this] {
        showManner();
        Q_EMIT changed();
    });
    connect(m_pages, &PageView::seenChanged, this, &CountersignPage::changed);
    connect(m_file, &PathField::changed, this, [this] {
        if (QFileInfo(m_file->path()).isFile()) {
            choose(m_file->path());
        }
    });
    connect(m_signature, &SignatureInput::changed, this, &CountersignPage::changed);
    connect(&m_desk, &handover::ReceiptDesk::checked, this, &CountersignPage::show);
    connect(&m_desk, &handover::ReceiptDesk::countersigned, this, [this](const handover::ReceiptFiles& files) {
        m_isBusy = false;
        m_written = files.path;
        m_signature->clear();
        refresh();
        m_desk.check({files.path});
    });
    connect(&m_desk, &handover::ReceiptDesk::failed, this, [this](const Failure& failure) {
        m_isBusy = false;
        m_notice->show(&failure);
        refresh();
        Q_EMIT changed();
    });
}

void CountersignPage::build()
{
    m_reservation->setObjectName(QStringLiteral("supervisorReservation"));
    m_reservation->setTabChangesFocus(true);
    m_reservation->setFixedHeight(84);
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_words->setObjectName(QStringLiteral("receiptWords"));
    m_pages->setMinimumHeight(460);
    content()->addWidget(m_fileLabel);
    content()->addWidget(m_file);
    content()->addWidget(m_notice);
    QVBoxLayout* column = nullptr;
    QFrame* state = makeCard(column);
    column->addWidget(m_state);
    column->addWidget(m_next);
    column->addWidget(m_words);
    auto* left = new QVBoxLayout(m_paper);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(space::tiny);
    left->addWidget(m_pages, 1);
    left->addWidget(m_seen);
    auto* right = new QVBoxLayout(m_form);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(space::medium);
    QFrame* received = makeCard(column);
    m_unseal->hide();
    m_opener->hide();
    connect(m_received, &ReceivedList::rowMade, this, [this](const QString& code, ReceivedRow* row) {
        if (code == QLatin1String("archive")) {
            row->addButton(m_check);
        } else if (code == QLatin1String("password")) {
            row->addButton(m_unseal);
        }
    });
    connect(m_archive, &ReceivedArchive::foundChanged, this, &CountersignPage::refresh);
    connect(m_unseal, &QPushButton::clicked, this, &CountersignPage::askForSeal);
    connect(m_opener, &SealOpener::opened, this, [this] {
        m_isSealOpened = true;
        refresh();
    });
    column->addWidget(m_received);
    m_received->putBelow(QStringLiteral("archive"), m_archive);
    m_received->putBelow(QStringLiteral("password"), m_opener);
    right->addWidget(received);
    m_reservationTitle->setBuddy(m_reservation);
    right->addWidget(m_manner);
    right->addWidget(m_reservationTitle);
    right->addWidget(m_reservation);
    right->addWidget(m_signature);
    right->addStretch();
    auto* side = new QVBoxLayout;
    side->setSpacing(space::medium);
    side->addWidget(state);
    side->addWidget(m_form);
    side->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_paper, 1);
    row->addLayout(side, 1);
    content()->addLayout(row);
    onLanguage([this] {
        m_file->setTexts(tr("Half-signed receipt"), tr("Half-signed receipts (*.pending.pdf *.pdf)"));
        showManner();
    });
}

QString CountersignPage::title() const
{
    if (!isComplete()) {
        return tr("Countersign a receipt");
    }
    switch (m_manner->manner()) {
    case receipt::Manner::Signs:
        break;
    case receipt::Manner::Refuses:
        return tr("The refusal is on record");
    case receipt::Manner::Absent:
        return tr("The absence is on record");
    }
    return tr("Countersigned");
}

QString CountersignPage::lead() const
{
    return isComplete() ? tr("The final receipt took the place of the half-signed file: %1").arg(m_written)
                        : tr("Confirm only what you have in hand. You need nothing but the file you were given; when "
                             "you sign, the final receipt takes its place.");
}

QString CountersignPage::why() const
{
    return tr("You confirm the receipt of the ticked things and nothing else: no waiver, no settlement of claims. What "
              "is not ticked counts as not received.");
}

QString CountersignPage::primaryText() const
{
    return isComplete() ? tr("Show in folder") : m_manner->deed();
}

bool CountersignPage::isPrimaryReady() const
{
    return isComplete() || (!m_isBusy && m_checked.finding.state == receipt::ReceiptState::Pending &&
                            m_pages->isAllSeen() && m_manner->isComplete() && m_signature->isComplete());
}

QString CountersignPage::missing() const
{
    if (m_isBusy || isComplete()) {
        return {};
    }
    if (m_checked.file.isEmpty()) {
        return tr("Please choose the half-signed receipt.");
    }
    if (m_checked.finding.state != receipt::ReceiptState::Pending) {
        return tr("Only a receipt without the second signature can be countersigned.");
    }
    if (!m_pages->isAllSeen()) {
        return tr("Please scroll to the end of the receipt.");
    }
    return m_manner->isComplete() ? m_signature->missing() : m_manner->missing();
}

void CountersignPage::showManner()
{
    const bool isConfirming = m_manner->manner() == receipt::Manner::Signs;
    m_received->setEnabled(isConfirming);
    m_reservationTitle->setText(isConfirming ? tr("Reservation (optional)") : tr("Reason (optional)"));
    m_reservation->setAccessibleName(m_reservationTitle->text());
    if (m_checked.finding.record) {
        const QString witness = m_manner->witness();
        m_signature->setSigner(witness.isEmpty() ? m_checked.finding.record->people.supervisor.name : witness);
    }
}

void CountersignPage::openFile(const QString& file)
{
    if (m_isBusy) {
        return;
    }
    {
        const QSignalBlocker once(m_file);
        m_file->setPath(file);
    }
    choose(file);
}

void CountersignPage::choose(const QString& file)
{
    m_written.clear();
    m_isSealOpened = false;
    m_archive->forget();
    m_opener->hide();
    m_notice->show(nullptr);
    m_desk.check({file});
}

void CountersignPage::show(const handover::ReceiptDesk::Checked& checked)
{
    m_checked = checked;
    m_pages->setDocument(checked.copy);
    showManner();
    refresh();
    if (isComplete()) {
        findChild<QScrollArea*>()->verticalScrollBar()->setValue(0);
    }
    Q_EMIT changed();
}

void CountersignPage::refresh()
{
    const bool hasFile = !m_checked.file.isEmpty();
    const bool isPending =
        hasFile && m_checked.finding.state == receipt::ReceiptState::Pending && m_checked.finding.record;
    m_state->setChip(FindingText::chip(m_checked.finding));
    m_state->parentWidget()->setVisible(hasFile);
    m_words->setText(FindingText::lines(m_checked.finding).join(QStringLiteral("\n\n")));
    m_paper->setVisible(!m_checked.copy.isEmpty());
    m_form->setVisible(isPending && !isComplete());
    for (QWidget* before : {static_cast<QWidget*>(m_fileLabel), static_cast<QWidget*>(m_file)}) {
        before->setVisible(!isComplete());
    }
    m_seen->setVisible(isPending && !isComplete() && m_pages->pageCount() > 0);
    m_next->setVisible(isComplete());
    m_form->setEnabled(!m_isBusy);
    m_file->setEnabled(!m_isBusy);
    if (!isPending) {
        return;
    }
    const receipt::ReceiptRecord& record = *m_checked.finding.record;
    m_received->setRecord(record);
    m_archive->showIn(m_received->row(QStringLiteral("archive")), m_checked);
    showPassword(record);
}

void CountersignPage::showPassword(const receipt::ReceiptRecord& record)
{
    const auto* password = record.find<receipt::PasswordSection>();
    ReceivedRow* row = m_received->row(QStringLiteral("password"));
    m_unseal->setVisible(row != nullptr && password != nullptr && !password->sealFileName.isEmpty());
    if (row != nullptr && password != nullptr) {
        row->setTexts(tr("Sealed password"),
                      m_isSealOpened ? tr("%1 · opened here; the receipt will say so").arg(password->sealFileName)
                                     : password->sealFileName);
    }
}

void CountersignPage::askForSeal()
{
    const receipt::ReceiptRecord& record = *m_checked.finding.record;
    const bool byCertificate = record.find<receipt::PasswordSection>()->sealedBy == QLatin1String("certificate");
    m_prompts.askFile(this, tr("Choose the seal"), tr("Sealed passwords (*.seal)"),
                      [this, number = record.caseNumber, byCertificate](const QString& file) {
                          if (m_checked.caseNumber() == number) { // another receipt may have been dropped meanwhile
                              m_opener->setSeal(file, number, byCertificate);
                              m_opener->show();
                          }
                      });
}

void CountersignPage::act()
{
    if (isComplete()) {
        m_prompts.openOutside(QFileInfo(m_written).absolutePath());
        return;
    }
    const Result<handover::SigningRules> rules = handover::signingRules(m_policy);
    if (!rules) {
        m_notice->show(&rules.failure());
        return;
    }
    handover::SignInput input = m_signature->take();
    input.confirmation.received = m_received->received();
    input.confirmation.reservation = m_reservation->toPlainText().trimmed();
    m_manner->fill(input.confirmation);
    input.confirmation.isSealOpened = m_isSealOpened && input.confirmation.has("password");
    m_isBusy = true;
    refresh();
    Q_EMIT changed();
    m_desk.countersign(m_checked.file, std::move(input), m_clock, *rules);
}

void CountersignPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_isBusy) {
        acceptFiles(event);
    }
}

void CountersignPage::dropEvent(QDropEvent* event)
{
    if (const QStringList files = droppedFiles(event); !files.isEmpty()) {
        openFile(files.front());
    }
}

} // namespace staffelstab::wizard_pages
