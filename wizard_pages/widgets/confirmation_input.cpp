// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/confirmation_input.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

QString grouped(const QByteArray& digest)
{
    const QString hex = QString::fromLatin1(digest.toHex());
    return hex.left(4) + QLatin1Char(' ') + hex.mid(4, 4) + QStringLiteral(" … ") + hex.mid(56, 4) + QLatin1Char(' ') +
           hex.right(4);
}

} // namespace

ConfirmationInput::ConfirmationInput(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_nothing(new QLabel(this)), m_archive(makeItem(QStringLiteral("hasArchive"))),
      m_password(makeItem(QStringLiteral("hasPassword"))), m_check(new QPushButton(this)),
      m_reservationLabel(new QLabel(this)), m_reservation(new QPlainTextEdit(this)),
      m_signature(new SignatureInput(prompts, this))
{
    build();
    retranslate();
    connect(m_signature, &SignatureInput::changed, this, &ConfirmationInput::changed);
    connect(m_check, &QPushButton::clicked, this, &ConfirmationInput::archiveCheckWanted);
}

ConfirmationInput::Item ConfirmationInput::makeItem(const QString& name)
{
    Item item{new QFrame(this), nullptr, nullptr};
    item.tick = new QCheckBox(item.line);
    item.tick->setObjectName(name);
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    item.tick->setFont(strong);
    item.detail = new QLabel(item.line);
    item.detail->setFont(smallFont());
    item.detail->setProperty("tone", QStringLiteral("muted"));
    item.detail->setWordWrap(true);
    item.detail->setIndent(26);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(item.tick);
    words->addWidget(item.detail);
    auto* row = new QHBoxLayout(item.line);
    row->setContentsMargins(space::large, space::medium, space::large, space::medium);
    row->addLayout(words, 1);
    return item;
}

void ConfirmationInput::build()
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* lines = new QVBoxLayout(card);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_nothing->setContentsMargins(space::large, space::medium, space::large, space::medium);
    m_nothing->setWordWrap(true);
    lines->addWidget(m_nothing);
    lines->addWidget(m_archive.line);
    lines->addWidget(m_password.line);
    m_check->setObjectName(QStringLiteral("checkArchive"));
    m_check->setAutoDefault(false);
    m_check->setVisible(false);
    m_archive.line->layout()->addWidget(m_check);

    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_reservationLabel->setFont(strong);
    m_reservationLabel->setBuddy(m_reservation);
    m_reservation->setObjectName(QStringLiteral("supervisorReservation"));
    m_reservation->setTabChangesFocus(true);
    auto* reservation = new QVBoxLayout;
    reservation->setSpacing(space::tiny);
    reservation->addWidget(m_reservationLabel);
    reservation->addWidget(m_reservation, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(space::large);
    below->addWidget(m_signature, 9);
    below->addLayout(reservation, 5);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(card);
    column->addLayout(below);
}

void ConfirmationInput::setRecord(const receipt::ReceiptRecord& record)
{
    m_record = record;
    m_signature->setSigner(record.people.supervisor.name);
    retranslate();
}

void ConfirmationInput::offerArchiveCheck(bool isOffered)
{
    m_check->setVisible(isOffered && m_record.archive);
}

void ConfirmationInput::setArchiveState(const QString& sentence)
{
    m_archiveState = sentence;
    describeArchive();
}

bool ConfirmationInput::isComplete() const
{
    return m_signature->isComplete();
}

handover::SignInput ConfirmationInput::take()
{
    handover::SignInput input = m_signature->take();
    input.confirmation.hasArchive = m_record.archive && m_archive.tick->isChecked();
    input.confirmation.hasPassword = m_record.password && m_password.tick->isChecked();
    input.confirmation.reservation = m_reservation->toPlainText().trimmed();
    return input;
}

void ConfirmationInput::describeArchive()
{
    m_archive.line->setVisible(m_record.archive.has_value());
    if (!m_record.archive) {
        return;
    }
    const QLocale locale;
    const receipt::ReceiptRecord::Archive& archive = *m_record.archive;
    m_archive.tick->setText(tr("Business archive: %n message(s), %1", nullptr, static_cast<int>(archive.messages))
                                .arg(locale.formattedDataSize(archive.bytes)));
    QStringList details{archive.fileName};
    if (!archive.mediumLabel.isEmpty()) {
        details.append(tr("medium “%1”").arg(archive.mediumLabel));
    }
    details.append(tr("SHA-256 %1").arg(grouped(archive.sha256)));
    if (!m_archiveState.isEmpty()) {
        details.append(m_archiveState);
    }
    m_archive.detail->setText(details.join(QStringLiteral(" · ")));
}

void ConfirmationInput::describePassword()
{
    m_password.line->setVisible(m_record.password.has_value());
    if (!m_record.password) {
        return;
    }
    const QLocale locale;
    const receipt::ReceiptRecord::Password& password = *m_record.password;
    if (!password.isChanged) {
        m_password.tick->setText(tr("Password: IT resets it"));
        m_password.detail->setText(
            tr("by %1 on %2").arg(password.itName, locale.toString(password.itDate, QLocale::ShortFormat)));
        return;
    }
    m_password.tick->setText(
        tr("Password replaced on %1").arg(locale.toString(password.changedAt.toLocalTime(), QLocale::ShortFormat)));
    QStringList details;
    details.append(password.newAccepted == receipt::ReceiptRecord::Proof::Yes ? tr("new one accepted")
                                                                              : tr("new one not proved"));
    switch (password.oldRefused) {
    case receipt::ReceiptRecord::Proof::Yes:
        details.append(tr("old one refused"));
        break;
    case receipt::ReceiptRecord::Proof::No:
        details.append(tr("old one still accepted for a while"));
        break;
    case receipt::ReceiptRecord::Proof::Unverifiable:
        details.append(tr("old one could not be tried"));
        break;
    }
    details.append(tr("sealed for you: %1").arg(password.sealFileName));
    m_password.detail->setText(details.join(QStringLiteral(" · ")));
}

void ConfirmationInput::retranslate()
{
    m_nothing->setVisible(!m_record.archive && !m_record.password);
    m_nothing->setText(
        tr("Nothing was recorded that you could have received. Your signature then confirms only that you have "
           "this receipt."));
    m_check->setText(tr("Open and check it here"));
    m_reservationLabel->setText(tr("Reservation (optional)"));
    m_reservation->setAccessibleName(tr("Reservation of the supervisor"));
    m_reservation->setPlaceholderText(tr("For example: company car and second key follow by 31 December."));
    describeArchive();
    describePassword();
}

void ConfirmationInput::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
