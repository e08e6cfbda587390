// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/seal_opener.h"

#include "handover/receipt_desk.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_clipboard.h"
#include "wizard_pages/widgets/secret_display.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

constexpr int visibleSeconds = 60;
constexpr int lentSeconds = 30;

} // namespace

SealOpener::SealOpener(handover::ReceiptDesk& desk, UserPrompts& prompts, QWidget* parent)
    : QFrame(parent), m_desk(desk),
      m_keyFile(new PathField(QStringLiteral("sealKey"), PathField::Kind::File, prompts, this)),
      m_label(new QLabel(this)), m_secret(new SecretField(this)), m_open(new QPushButton(this)),
      m_display(new SecretDisplay(this)), m_copy(new QPushButton(this)), m_clipboard(new SecretClipboard(this)),
      m_hint(new QLabel(this)), m_notice(new FailureNotice(this))
{
    m_secret->setObjectName(QStringLiteral("sealCode"));
    m_open->setObjectName(QStringLiteral("openSeal"));
    m_label->setBuddy(m_secret);
    m_hint->setFont(smallFont());
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_display->hide();
    m_copy->setObjectName(QStringLiteral("copySecret"));
    m_copy->setProperty("kind", QStringLiteral("link"));
    m_copy->setAutoDefault(false);
    m_copy->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_secret, 1);
    row->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 0, 0, space::small);
    column->setSpacing(space::small);
    column->addWidget(m_keyFile);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_display);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addWidget(m_hint);
    connect(m_open, &QPushButton::clicked, this, &SealOpener::open);
    connect(m_secret, &QLineEdit::textChanged, this, [this] { m_open->setEnabled(m_secret->isFilled()); });
    connect(&m_desk, &handover::ReceiptDesk::sealOpened, this, [this](const std::shared_ptr<Secret>& secret) {
        m_notice->show(nullptr);
        m_display->show(std::move(*secret), visibleSeconds);
        m_copy->show();
        Q_EMIT opened();
    });
    connect(&m_desk, &handover::ReceiptDesk::failed, this,
            [this](const Failure& failure) { m_notice->show(&failure); });
    connect(m_display, &SecretDisplay::forgotten, m_copy, &QWidget::hide);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard->lend(m_display->copy(), lentSeconds); });
    m_open->setEnabled(false);
    retranslate();
}

void SealOpener::setSeal(const QString& file, const QString& caseNumber, bool byCertificate)
{
    m_desk.dropOpening();
    m_notice->show(nullptr);
    m_file = file;
    m_caseNumber = caseNumber;
    m_byCertificate = byCertificate;
    m_keyFile->setVisible(byCertificate);
    retranslate();
}

void SealOpener::open()
{
    if (m_byCertificate) {
        m_desk.openSealWithKey(m_file, m_keyFile->path(), m_secret->take(), m_caseNumber);
    } else {
        m_desk.openSealWithCode(m_file, m_secret->take(), m_caseNumber);
    }
}

void SealOpener::retranslate()
{
    m_label->setText(m_byCertificate ? tr("Passphrase of your key") : tr("One-time code"));
    m_keyFile->setTexts(tr("Your key file"), tr("Key files (*.p12 *.pfx)"));
    m_open->setText(tr("Open the seal"));
    m_copy->setText(tr("Copy it for %n second(s)", "", lentSeconds));
    m_hint->setText(tr("The password is shown for one minute and stored nowhere. You may also leave the seal closed "
                       "and open it later."));
}

void SealOpener::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SealOpener::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    m_desk.dropOpening();
    m_clipboard->takeBack();
    m_display->forget();
    m_display->hide();
    m_secret->take().clear();
}

} // namespace staffelstab::wizard_pages
