// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_page.h"

#include "handover/acts/signature_acts.h"
#include "handover/follow_up_dates.h"
#include "handover/medium_label_file.h"
#include "receipt/sections/archive_section.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/receipt_printing.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/page_view.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrlQuery>

#include <algorithm>

namespace staffelstab::wizard_pages {

ReceiptPage::ReceiptPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                         QWidget* parent)
    : CasePage(handover, handover::Step::Receipt, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_pages(new PageView(this)), m_state(new ChipLabel(this)), m_words(makeLabel([] { return QString(); })),
      m_file(makeSmall([] { return QString(); })),
      m_open(
          makeButton(QStringLiteral("openReceiptFolder"), QStringLiteral("link"), [] { return tr("Show in folder"); })),
      m_calendar(makeButton(QStringLiteral("saveCalendar"), QStringLiteral("link"),
                            [] { return tr("Save the coming dates for the calendar …"); })),
      m_mail(makeButton(QStringLiteral("mailDigest"), QStringLiteral("link"),
                        [] { return tr("Mail the file's checksum to both …"); })),
      m_label(makeButton(QStringLiteral("saveLabel"), QStringLiteral("link"),
                         [] { return tr("Save label and cover sheet of the medium …"); })),
      m_print(makeButton(QStringLiteral("printReceipt"), {}, [] { return tr("Print …"); })),
      m_save(makeButton(QStringLiteral("saveReceipt"), {}, [] { return tr("Save a copy …"); }))
{
    m_print->hide();
    m_save->hide();
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_pages->setMinimumHeight(400);
    m_words->setObjectName(QStringLiteral("receiptWords"));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(m_state);
    column->addWidget(m_words);
    column->addWidget(m_file);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_calendar, 0, Qt::AlignLeft);
    column->addWidget(m_mail, 0, Qt::AlignLeft);
    column->addWidget(m_label, 0, Qt::AlignLeft);
    auto* side = new QVBoxLayout;
    side->addWidget(card);
    side->addWidget(makeSmall([] {
        return tr("Each of you keeps a copy, and HR receives one. The picture at the left is a copy for the eye; what "
                  "counts is the file.");
    }));
    side->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_pages, 3);
    row->addLayout(side, 2);
    content()->addLayout(row, 1);
    connect(&m_desk, &handover::ReceiptDesk::checked, this, &ReceiptPage::show);
    connect(&m_desk, &handover::ReceiptDesk::failed, this, [this](const Failure& failure) { showFailure(&failure); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { m_prompts.openOutside(QFileInfo(m_checked.file).absolutePath()); });
    connect(m_calendar, &QPushButton::clicked, this, &ReceiptPage::saveCalendar);
    connect(m_mail, &QPushButton::clicked, this, &ReceiptPage::mailDigest);
    connect(m_label, &QPushButton::clicked, this, &ReceiptPage::saveLabel);
    connect(m_print, &QPushButton::clicked, this, &ReceiptPage::print);
    connect(m_save, &QPushButton::clicked, this, &ReceiptPage::saveCopy);
}

QString ReceiptPage::title() const
{
    return m_case.isClosed() || isComplete() ? signedTitle() : tr("The receipt waits for the countersignature");
}

/** By what the supervisor really declared. */
QString ReceiptPage::signedTitle() const
{
    const receipt::ReceiptFinding& finding = m_checked.finding;
    if (finding.signatures.size() < 2 || !finding.record) {
        return tr("The handover is signed");
    }
    const receipt::Confirmation& said = finding.signatures.back().confirmation;
    if (said.manner != receipt::Manner::Signs) {
        return tr("The handover is signed, but not confirmed");
    }
    if (!said.reservation.isEmpty()) {
        return tr("The handover is signed, with a reservation");
    }
    const std::vector<receipt::Receivable> things = receipt::receivables(*finding.record, QStringLiteral("en"));
    const bool isAll = std::all_of(things.begin(), things.end(), [&said](const receipt::Receivable& thing) {
        return said.received.contains(thing.code);
    });
    return isAll ? tr("The handover is confirmed") : tr("The handover is signed, not everything is confirmed");
}

QString ReceiptPage::lead() const
{
    return m_case.isClosed()
               ? tr("This handover is closed. Everything private has been wiped from this computer's handover file.")
           : isComplete()
               ? tr("Print the receipt, save a copy for both of you, then close the handover.")
               : tr("It counts only with both signatures. Pass the file on, or let the supervisor sign here.");
}

QString ReceiptPage::why() const
{
    return tr("Closing wipes subjects, addresses, decisions and logins from this computer's handover file and key "
              "store. The receipt, the private copy and the archive stay where they are.");
}

QString ReceiptPage::primaryText() const
{
    return m_case.isClosed() ? tr("To the start page") : tr("Close the handover …");
}

bool ReceiptPage::isPrimaryReady() const
{
    return m_case.isClosed() || isComplete();
}

void ReceiptPage::enter()
{
    refresh();
    if (m_case.receiptFiles()) {
        m_desk.check({m_case.receiptFiles()->path}, handover::expectedSigners(m_case));
    }
}

void ReceiptPage::refresh()
{
    const bool hasCopy = !m_checked.copy.isEmpty();
    m_print->setEnabled(hasCopy);
    m_save->setEnabled(m_case.receiptFiles().has_value());
    m_mail->setVisible(m_checked.finding.state == receipt::ReceiptState::Intact && !bothAddresses().isEmpty());
    m_open->setVisible(!m_checked.file.isEmpty());
    m_label->setVisible(m_case.record().find<receipt::ArchiveSection>() != nullptr);
    if (!m_checked.file.isEmpty()) {
        m_state->setChip(FindingText::chip(m_checked.finding));
        m_words->setText(FindingText::lines(m_checked.finding).join(QStringLiteral("\n\n")));
        m_file->setText(m_checked.file);
    }
}

void ReceiptPage::show(const handover::ReceiptDesk::Checked& checked)
{
    m_checked = checked;
    m_pages->setDocument(checked.copy);
    refresh();
    Q_EMIT changed();
}

void ReceiptPage::print()
{
    const ReceiptPrinting::Documents documents{{m_checked.file, m_checked.standing()}};
    ReceiptPrinting::ask(this, m_prompts, documents, [this, documents] {
        ReceiptPrinting::print(this, m_prompts, m_case.caseNumber(), documents, {m_checked.copy});
    });
}

void ReceiptPage::saveCopy()
{
    const QString from = m_case.receiptFiles()->path;
    m_prompts.askSaveFile(this, tr("Save a copy of the receipt"), QFileInfo(from).fileName(),
                          [this, from](const QString& to) { m_desk.saveCopy(from, to); });
}

void ReceiptPage::saveCalendar()
{
    m_prompts.askSaveFile(this, tr("Save the dates"), tr("Dates-%1.ics").arg(m_case.caseNumber()),
                          [this](const QString& file) { accept(handover::writeFollowUpCalendar(m_case, file)); });
}

QStringList ReceiptPage::bothAddresses() const
{
    if (!m_checked.finding.record) {
        return {};
    }
    const People& people = m_checked.finding.record->people;
    QStringList addresses{people.leaver.email, people.supervisor.email};
    addresses.removeAll(QString());
    return addresses;
}

void ReceiptPage::mailDigest()
{
    const QString subject = tr("Handover receipt %1").arg(m_case.caseNumber());
    const QString body =
        tr("The signed receipt is the file %1.\n\nIts SHA-256 checksum is:\n%2\n\nWhoever has the "
           "file can compute it anew, for example with sha256sum or Get-FileHash. If it is the same, "
           "the file is the same.")
            .arg(QFileInfo(m_checked.file).fileName(), QString::fromLatin1(m_checked.finding.fileSha256.toHex()));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("subject"), QString::fromLatin1(QUrl::toPercentEncoding(subject)));
    query.addQueryItem(QStringLiteral("body"), QString::fromLatin1(QUrl::toPercentEncoding(body)));
    QUrl mail;
    mail.setScheme(QStringLiteral("mailto"));
    mail.setPath(bothAddresses().join(QLatin1Char(',')));
    mail.setQuery(query);
    m_prompts.openInBrowser(mail);
}

void ReceiptPage::saveLabel()
{
    // A closed case remembers the receipt alone.
    const QString archive = m_case.record().find<receipt::ArchiveSection>()->fileName;
    m_prompts.askSaveFile(this, tr("Save label and cover sheet"),
                          QFileInfo(handover::labelBeside(archive, m_case.language())).fileName(),
                          [this](const QString& file) { accept(handover::writeMediumLabel(m_case, file)); });
}

void ReceiptPage::act()
{
    if (m_case.isClosed()) {
        Q_EMIT finished();
        return;
    }
    m_prompts.confirm(this, tr("Close this handover?"),
                      tr("Everything private is wiped from the handover file and the key store of this computer. This "
                         "cannot be undone. Receipt, private copy and archive stay."),
                      tr("Close the handover"), [this] {
                          if (accept(m_acts.close())) {
                              refresh();
                              Q_EMIT changed();
                          }
                      });
}

} // namespace staffelstab::wizard_pages
