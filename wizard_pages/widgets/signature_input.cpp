// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/signature_input.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/secret_field.h"
#include "wizard_pages/widgets/signature_pad.h"
#include "wizard_pages/widgets/token_form.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace staffelstab::wizard_pages {

namespace {

QPushButton* link(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("kind", QStringLiteral("link"));
    button->setAutoDefault(false);
    return button;
}

} // namespace

SignatureInput::SignatureInput(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_prompts(prompts), m_heading(new QLabel(this)),
      m_undo(link(QStringLiteral("signatureUndo"), this)), m_clear(link(QStringLiteral("signatureClear"), this)),
      m_switch(link(QStringLiteral("signatureSwitch"), this)), m_stack(new QStackedWidget(this)),
      m_pad(new SignaturePad(m_stack)), m_typed(new QLineEdit), m_level(new QLabel(this)),
      m_certificate(link(QStringLiteral("signatureCertificate"), this)),
      m_card(link(QStringLiteral("signatureCard"), this)), m_passphraseLabel(new QLabel(this)),
      m_passphrase(new SecretField(this)), m_token(new TokenForm(this))
{
    m_pad->setObjectName(QStringLiteral("signaturePad"));
    m_typed->setObjectName(QStringLiteral("signatureName"));
    m_typed->setMaxLength(limits::name);
    m_passphrase->setObjectName(QStringLiteral("keyPassphrase"));
    build();
    connect(m_undo, &QPushButton::clicked, m_pad, &SignaturePad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    connect(m_switch, &QPushButton::clicked, this, [this] { setTyping(m_stack->currentIndex() == 0); });
    connect(m_pad, &SignaturePad::changed, this, &SignatureInput::changed);
    connect(m_typed, &QLineEdit::textChanged, this, [this] {
        styleTyped();
        Q_EMIT changed();
    });
    connect(m_passphrase, &QLineEdit::textChanged, this, &SignatureInput::changed);
    connect(m_certificate, &QPushButton::clicked, this, [this] {
        if (!m_keyFile.isEmpty()) {
            setKeyFile({});
            return;
        }
        m_prompts.askFile(this, tr("Choose your certificate"), tr("Key files (*.p12 *.pfx)"),
                          [this](const QString& file) { setKeyFile(file); });
    });
    connect(m_card, &QPushButton::clicked, this, [this] { useCard(!m_isByCard); });
    connect(m_token, &TokenForm::changed, this, [this] {
        retranslate();
        Q_EMIT changed();
    });
    m_token->hide();
    setKeyFile({});
    retranslate();
}

void SignatureInput::build()
{
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);
    m_level->setObjectName(QStringLiteral("signatureWorth"));
    m_level->setFont(smallFont());
    m_level->setProperty("tone", QStringLiteral("muted"));
    m_level->setWordWrap(true);
    m_passphraseLabel->setBuddy(m_passphrase);

    auto* typedCard = new QWidget;
    auto* typedColumn = new QVBoxLayout(typedCard);
    typedColumn->setContentsMargins(0, 0, 0, 0);
    m_typed->setMinimumHeight(56);
    styleTyped();
    typedColumn->addWidget(m_typed);
    typedColumn->addStretch();
    m_stack->addWidget(m_pad);
    m_stack->addWidget(typedCard);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::medium);
    head->addWidget(m_heading, 1);
    head->addWidget(m_undo);
    head->addWidget(m_clear);
    head->addWidget(m_switch);
    auto* key = new QHBoxLayout;
    key->setSpacing(space::medium);
    key->addWidget(m_certificate);
    key->addWidget(m_card);
    key->addWidget(m_passphraseLabel);
    key->addWidget(m_passphrase, 1);
    key->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addLayout(head);
    column->addWidget(m_stack);
    column->addWidget(m_level);
    column->addLayout(key);
    column->addWidget(m_token);
    // Reading order: what is signed with comes before the ways to correct it.
    setTabOrder(m_pad, m_typed);
    setTabOrder(m_typed, m_undo);
    setTabOrder(m_undo, m_clear);
    setTabOrder(m_clear, m_switch);
    setTabOrder(m_switch, m_certificate);
    setTabOrder(m_certificate, m_card);
    setTabOrder(m_card, m_passphrase);
    setTabOrder(m_passphrase, m_token);
}

/** Only what was typed looks like a signature, never the hint in the empty field. */
void SignatureInput::styleTyped()
{
    QFont font = baseFont();
    if (!m_typed->text().isEmpty()) {
        font.setPixelSize(22);
        font.setItalic(true);
    }
    m_typed->setFont(font);
}

void SignatureInput::setSigner(const QString& name)
{
    m_signer = name;
    retranslate();
}

void SignatureInput::setPolicy(const policy::CompanyPolicy& policy)
{
    m_token->setPolicy(policy);
}

bool SignatureInput::isSigned() const
{
    return m_stack->currentIndex() == 0
               ? m_pad->isSigned()
               : m_typed->text().simplified().compare(m_signer.simplified(), Qt::CaseInsensitive) == 0;
}

QString SignatureInput::missing() const
{
    if (!isSigned()) {
        return m_stack->currentIndex() == 0 ? tr("Please sign in the field.")
                                            : tr("Please type your name as it appears on the receipt.");
    }
    return m_isByCard ? tr("Please choose the card's certificate.") : tr("Please type the certificate's passphrase.");
}

bool SignatureInput::isComplete() const
{
    return isSigned() && (m_isByCard ? m_token->isComplete() : m_keyFile.isEmpty() || m_passphrase->isFilled());
}

handover::SignInput SignatureInput::take()
{
    handover::SignInput input;
    if (m_stack->currentIndex() == 0) {
        input.drawing = m_pad->toSvg();
    }
    if (const auto certificate = m_isByCard ? m_token->chosen() : std::nullopt) {
        input.token = receipt::TokenChoice{{}, QString::fromLatin1(certificate->sha256.toHex())};
        input.keyPassphrase = m_token->takePin();
    } else {
        input.keyFile = m_keyFile;
        input.keyPassphrase = m_passphrase->take();
    }
    return input;
}

void SignatureInput::clear()
{
    m_pad->clear();
    m_typed->clear();
    m_passphrase->take().clear();
    useCard(false);
}

void SignatureInput::setTyping(bool isTyping)
{
    m_stack->setCurrentIndex(isTyping ? 1 : 0);
    m_undo->setVisible(!isTyping);
    m_clear->setVisible(!isTyping);
    retranslate();
    Q_EMIT changed();
}

void SignatureInput::setKeyFile(const QString& file)
{
    m_keyFile = file;
    m_passphrase->setVisible(!file.isEmpty());
    m_passphraseLabel->setVisible(!file.isEmpty());
    retranslate();
    Q_EMIT changed();
}

void SignatureInput::useCard(bool isUsed)
{
    m_isByCard = isUsed;
    m_token->takePin().clear();
    m_token->setVisible(isUsed);
    if (isUsed) {
        m_token->look();
    }
    setKeyFile({});
}

/** One sentence for each level the signature can reach with what was chosen. */
QString SignatureInput::worth() const
{
    using enum receipt::SignatureLevel;
    if (!m_isByCard) {
        return m_keyFile.isEmpty() ? FindingText::explained(Simple)
                                   : tr("The certificate decides what the signature is worth. %1 %2")
                                         .arg(FindingText::explained(Advanced), FindingText::explained(Qualified));
    }
    const auto certificate = m_token->chosen();
    return certificate ? FindingText::explained(certificate->level) : QString();
}

void SignatureInput::retranslate()
{
    const bool isTyping = m_stack->currentIndex() == 1;
    m_heading->setText(tr("Signature"));
    m_undo->setText(tr("Undo stroke"));
    m_clear->setText(tr("Clear"));
    m_switch->setText(isTyping ? tr("Draw instead") : tr("Type the name instead"));
    m_pad->setAccessibleName(tr("Signature field: draw with mouse, pen or finger, or choose “Type the name instead”"));
    m_typed->setAccessibleName(tr("Your name as signature"));
    m_typed->setPlaceholderText(m_signer.isEmpty() ? QString()
                                                   : tr("Not signed yet. Type your name: %1").arg(m_signer));
    m_passphraseLabel->setText(tr("Passphrase of the certificate"));
    m_certificate->setText(m_keyFile.isEmpty() ? tr("Use a certificate of my own …")
                                               : tr("Do not use %1").arg(QFileInfo(m_keyFile).fileName()));
    m_card->setText(m_isByCard ? tr("Do not use the card") : tr("Use my smart card …"));
    m_certificate->setVisible(!m_isByCard);
    m_card->setVisible(m_keyFile.isEmpty());
    m_level->setText(QStringList{worth(), FindingText::paperHint()}.join(QLatin1Char(' ')).trimmed());
}

void SignatureInput::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
