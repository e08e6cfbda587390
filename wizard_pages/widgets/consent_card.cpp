// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/consent_card.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>

namespace staffelstab::wizard_pages {

ConsentCard::ConsentCard(const policy::ConsentOffer& offer, QWidget* parent)
    : QFrame(parent), m_offer(offer), m_title(new QLabel(this)), m_purpose(new QLabel(this)), m_facts(new QLabel(this)),
      m_daysLabel(new QLabel(this)), m_days(new QSpinBox(this)), m_addressLabel(new QLabel(this)),
      m_address(new QLineEdit(this)), m_hint(new QLabel(this)), m_yes(new QPushButton(this)),
      m_no(new QPushButton(this))
{
    setProperty("card", true);
    build();
    for (QPushButton* button : {m_yes, m_no}) {
        button->setCheckable(true);
        button->setAutoDefault(false);
    }
    m_yes->setObjectName(offer.id + QStringLiteral("Yes"));
    m_no->setObjectName(offer.id + QStringLiteral("No"));
    m_days->setObjectName(offer.id + QStringLiteral("Days"));
    m_address->setObjectName(offer.id + QStringLiteral("Address"));
    m_hint->setObjectName(offer.id + QStringLiteral("Hint"));
    m_hint->setWordWrap(true);
    m_days->setRange(1, std::max(1, offer.days));
    m_days->setValue(offer.days);
    m_address->setMaxLength(254);
    connect(m_yes, &QPushButton::clicked, this,
            [this] { answerWith(m_yes->isChecked() ? Answer::Yes : Answer::Open); });
    connect(m_no, &QPushButton::clicked, this, [this] { answerWith(m_no->isChecked() ? Answer::No : Answer::Open); });
    connect(m_days, &QSpinBox::valueChanged, this, &ConsentCard::changed);
    connect(m_address, &QLineEdit::textEdited, this, &ConsentCard::changed);
    connect(m_address, &QLineEdit::editingFinished, this, &ConsentCard::judgeAddress);
}

void ConsentCard::build()
{
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    for (QLabel* label : {m_facts, m_daysLabel, m_addressLabel}) {
        label->setFont(smallFont());
        label->setProperty("tone", QStringLiteral("muted"));
    }
    for (QLabel* label : {m_title, m_purpose, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_daysLabel->setBuddy(m_days);
    m_addressLabel->setBuddy(m_address);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_title);
    column->addWidget(m_purpose);
    column->addWidget(m_facts);
    auto* answers = new QHBoxLayout;
    answers->setSpacing(space::small);
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addSpacing(space::large);
    answers->addWidget(m_daysLabel);
    answers->addWidget(m_days);
    answers->addStretch(1);
    column->addLayout(answers);
    column->addWidget(m_addressLabel);
    column->addWidget(m_address);
    column->addWidget(m_hint);
    setTabOrder(m_yes, m_no);
    setTabOrder(m_no, m_days);
    setTabOrder(m_days, m_address);
}

void ConsentCard::answerWith(Answer answer)
{
    m_yes->setChecked(answer == Answer::Yes);
    m_no->setChecked(answer == Answer::No);
    Q_EMIT changed();
}

checklists::ConsentAnswer ConsentCard::answer() const
{
    checklists::ConsentAnswer answer;
    answer.id = m_offer.id;
    answer.answer = m_yes->isChecked() ? Answer::Yes : m_no->isChecked() ? Answer::No : Answer::Open;
    const bool isYes = answer.answer == Answer::Yes;
    answer.days = isYes && m_days->value() < m_offer.days ? m_days->value() : 0;
    answer.address = isYes && m_offer.asksAddress ? m_address->text().trimmed() : QString();
    return answer;
}

void ConsentCard::show(const checklists::Consent& consent, const QString& language, QDate lastWorkingDay)
{
    const checklists::ConsentAnswer& given = consent.answer;
    const bool isYes = given.answer == Answer::Yes;
    m_title->setText(m_offer.title.in(language));
    m_purpose->setText(m_offer.purpose.in(language));
    m_yes->setText(tr("Yes, I agree"));
    m_no->setText(tr("No"));
    // Neither answer is the bigger one.
    m_no->setMinimumWidth(m_yes->sizeHint().width());
    m_yes->setMinimumWidth(m_yes->sizeHint().width());
    m_yes->setAccessibleDescription(m_title->text());
    m_no->setAccessibleDescription(m_title->text());
    m_yes->setChecked(isYes);
    m_no->setChecked(given.answer == Answer::No);
    if (!m_days->hasFocus()) {
        const QSignalBlocker quiet(m_days);
        m_days->setValue(given.days > 0 ? given.days : m_offer.days);
    }
    if (!m_address->hasFocus()) {
        m_address->setText(given.address);
    }
    const QDate until = consent.until(lastWorkingDay);
    m_facts->setText(tr("Responsible: %1. Until %2.").arg(m_offer.recipient.in(language), dayText(until)));
    m_daysLabel->setText(tr("Days (at most %1)").arg(m_offer.days));
    m_days->setAccessibleName(m_daysLabel->text());
    m_addressLabel->setText(tr("Your private e-mail address for it; it appears on the consent only"));
    m_address->setAccessibleName(m_addressLabel->text());
    m_daysLabel->setVisible(isYes);
    m_days->setVisible(isYes);
    m_addressLabel->setVisible(isYes && m_offer.asksAddress);
    m_address->setVisible(isYes && m_offer.asksAddress);
    m_hint->setText(tr("Your “yes” counts once a complete e-mail address is entered here."));
    m_hint->setVisible(isYes && !consent.isSettled());
    judgeAddress();
}

/** An address that is still being typed is not wrong yet. */
void ConsentCard::judgeAddress()
{
    const bool isWrong =
        !m_address->hasFocus() && !m_address->text().isEmpty() && !checklists::isAddress(m_address->text());
    m_address->setProperty("wrong", isWrong);
    m_address->style()->unpolish(m_address);
    m_address->style()->polish(m_address);
}

} // namespace staffelstab::wizard_pages
