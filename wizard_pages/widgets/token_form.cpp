// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/token_form.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

TokenForm::TokenForm(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_list(new QComboBox(this)), m_again(new QPushButton(this)),
      m_pinLabel(new QLabel(this)), m_pin(new SecretField(this)), m_hint(new QLabel(this)),
      m_notice(new FailureNotice(this))
{
    m_list->setObjectName(QStringLiteral("tokenCertificate"));
    m_again->setObjectName(QStringLiteral("tokenLookAgain"));
    m_pin->setObjectName(QStringLiteral("tokenPin"));
    build();
    connect(m_again, &QPushButton::clicked, this, &TokenForm::look);
    connect(m_pin, &QLineEdit::textChanged, this, &TokenForm::changed);
    connect(m_list, &QComboBox::currentIndexChanged, this, [this] {
        retranslate();
        Q_EMIT changed();
    });
    connect(&m_desk, &handover::TokenDesk::found, this, [this](const auto& certificates) {
        m_notice->show(nullptr);
        show(certificates);
    });
    connect(&m_desk, &handover::TokenDesk::failed, this, [this](const Failure& failure) {
        m_notice->show(&failure);
        show({});
    });
    retranslate();
}

void TokenForm::build()
{
    m_hint->setFont(smallFont());
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_label->setBuddy(m_list);
    m_pinLabel->setBuddy(m_pin);
    m_again->setAutoDefault(false);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(24);
    auto* first = new QHBoxLayout;
    first->setSpacing(space::small);
    first->addWidget(m_list, 1);
    first->addWidget(m_again);
    auto* second = new QHBoxLayout;
    second->setSpacing(space::medium);
    second->addWidget(m_pinLabel);
    second->addWidget(m_pin, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_label);
    column->addLayout(first);
    column->addWidget(m_notice);
    column->addLayout(second);
    column->addWidget(m_hint);
}

void TokenForm::look()
{
    m_notice->show(nullptr);
    m_desk.look(m_policy);
    retranslate();
}

void TokenForm::show(const std::vector<receipt::TokenCertificate>& certificates)
{
    m_certificates = certificates;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const receipt::TokenCertificate& one : certificates) {
            m_list->addItem(QStringLiteral("%1 · %2").arg(one.name, one.token));
        }
    }
    retranslate();
    Q_EMIT changed();
}

std::optional<receipt::TokenCertificate> TokenForm::chosen() const
{
    const int at = m_list->currentIndex();
    return at < 0 || at >= static_cast<int>(m_certificates.size())
               ? std::nullopt
               : std::optional(m_certificates[static_cast<std::size_t>(at)]);
}

bool TokenForm::isComplete() const
{
    const auto certificate = chosen();
    return certificate && !certificate->isLocked && (certificate->asksAtReader || m_pin->isFilled());
}

Secret TokenForm::takePin()
{
    return m_pin->take();
}

void TokenForm::retranslate()
{
    const auto certificate = chosen();
    m_label->setText(tr("Certificate on the card"));
    m_list->setAccessibleName(tr("Certificate on the card"));
    m_list->setEnabled(!m_certificates.empty());
    m_list->setPlaceholderText(m_desk.isLooking() ? tr("Looking …") : tr("No card found"));
    m_again->setText(tr("Look again"));
    m_again->setEnabled(!m_desk.isLooking());
    m_pinLabel->setText(tr("PIN of the card"));
    const bool asksHere = certificate && !certificate->asksAtReader && !certificate->isLocked;
    m_pin->setVisible(asksHere);
    m_pinLabel->setVisible(asksHere);
    QStringList hints;
    if (certificate) {
        hints += tr("Issued by %1, valid until %2.")
                     .arg(certificate->issuer,
                          QLocale().toString(certificate->validUntil.toLocalTime().date(), QLocale::ShortFormat));
        if (certificate->isLocked) {
            hints += tr("The card is locked. Please unlock it with its PUK.");
        } else if (certificate->isLastTry) {
            hints += tr("Only one try is left: another wrong PIN locks the card.");
        } else if (certificate->asksAtReader) {
            hints += tr("The reader itself asks for the PIN when you sign.");
        }
    }
    m_hint->setText(hints.join(QLatin1Char(' ')));
    m_hint->setVisible(!hints.isEmpty());
}

void TokenForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
