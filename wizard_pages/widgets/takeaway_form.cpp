// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/takeaway_form.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/passphrase_input.h"
#include "wizard_pages/widgets/path_field.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

TakeawayForm::TakeawayForm(UserPrompts& prompts, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* group = new QButtonGroup(this);
    constexpr std::array names{"actionTake", "actionDelete", "actionLeave"};
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i] = new ChoiceButton(this);
        m_actions[i]->setObjectName(QLatin1String(names[i]));
        m_actions[i]->setCheckable(true);
        group->addButton(m_actions[i]);
        column->addWidget(m_actions[i]);
        if (i == 0) {
            m_options = makeOptions(prompts);
            column->addWidget(m_options);
        }
    }
    retranslate();
    connect(group, &QButtonGroup::idToggled, this, &TakeawayForm::refresh);
}

QFrame* TakeawayForm::makeOptions(UserPrompts& prompts)
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    m_targetLabel = new QLabel(card);
    m_target = new PathField(QStringLiteral("takeawayTarget"), PathField::Kind::Folder, prompts, card);
    m_target->offerDrives();
    m_formatLabel = new QLabel(card);
    m_format = new QComboBox(card);
    m_format->setObjectName(QStringLiteral("takeawayFormat"));
    m_format->addItems({QString(), QString()});
    m_encrypt = new QCheckBox(card);
    m_encrypt->setObjectName(QStringLiteral("takeawayEncrypt"));
    m_passphrase = new PassphraseInput(card);
    m_passphrase->setVisible(false);
    m_removeAfter = new QCheckBox(card);
    m_removeAfter->setObjectName(QStringLiteral("removeAfter"));
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_targetLabel, m_target, m_formatLabel, m_format,
                                                                 m_encrypt, m_passphrase, m_removeAfter}) {
        column->addWidget(widget);
    }
    connect(m_target, &PathField::changed, this, &TakeawayForm::changed);
    connect(m_passphrase, &PassphraseInput::changed, this, &TakeawayForm::changed);
    connect(m_encrypt, &QCheckBox::toggled, this, &TakeawayForm::refresh);
    return card;
}

void TakeawayForm::retranslate()
{
    m_actions[0]->setTexts(tr("Take them along"),
                           tr("Copied to a folder or drive of yours, in an open format, read back and compared."));
    m_actions[1]->setTexts(tr("Delete them without a copy"),
                           tr("They are removed from the mailbox after you confirm it once more."));
    m_actions[2]->setTexts(
        tr("Leave them where they are"),
        tr("They stay in the company's mailbox. Who may read them there is up to the company's rules."));
    m_targetLabel->setText(tr("Folder or drive"));
    m_target->setTexts(tr("Folder or drive"));
    m_formatLabel->setText(tr("Format"));
    m_format->setItemText(0, tr("One file per folder (mbox), for Thunderbird and others"));
    m_format->setItemText(1, tr("One file per message (.eml)"));
    m_format->setAccessibleName(tr("Format"));
    m_encrypt->setText(tr("Lock it with a passphrase that only I know (AES-256 ZIP)"));
    m_removeAfter->setText(tr("Afterwards remove them from the company's mailbox; you will be asked once more"));
    m_passphrase->retranslate();
}

void TakeawayForm::refresh()
{
    m_options->setVisible(action() == Action::Take);
    m_passphrase->setVisible(m_encrypt->isChecked());
    Q_EMIT changed();
}

void TakeawayForm::setChoice(const handover::TakeawayChoice& choice)
{
    m_actions[static_cast<std::size_t>(choice.action)]->setChecked(true);
    m_format->setCurrentIndex(static_cast<int>(choice.format));
    m_target->setPath(choice.target);
    m_encrypt->setChecked(choice.isEncrypted);
    m_removeAfter->setChecked(choice.removeFromMailbox);
}

handover::TakeawayChoice TakeawayForm::choice() const
{
    handover::TakeawayChoice choice;
    choice.action = action();
    choice.format = static_cast<archive::TakeawayOptions::Format>(m_format->currentIndex());
    choice.target = m_target->path();
    choice.isEncrypted = choice.action == Action::Take && m_encrypt->isChecked();
    choice.removeFromMailbox = m_removeAfter->isChecked();
    return choice;
}

TakeawayForm::Action TakeawayForm::action() const
{
    return m_actions[1]->isChecked() ? Action::Delete : m_actions[2]->isChecked() ? Action::Leave : Action::Take;
}

bool TakeawayForm::isComplete() const
{
    const bool isLockable = !m_encrypt->isChecked() || m_passphrase->isComplete();
    return action() != Action::Take || (!m_target->path().isEmpty() && isLockable);
}

QString TakeawayForm::missing() const
{
    if (isComplete()) {
        return {};
    }
    return m_target->path().isEmpty() ? tr("Please choose a folder or drive.")
                                      : tr("Please type the passphrase twice, the same each time.");
}

Secret TakeawayForm::takePassphrase()
{
    return choice().isEncrypted ? m_passphrase->take() : Secret();
}

void TakeawayForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
