// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/private_mail_page.h"

#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/outlook_list.h"
#include "wizard_pages/widgets/passphrase_input.h"
#include "wizard_pages/widgets/path_field.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

namespace staffelstab::wizard_pages {

PrivateMailPage::PrivateMailPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::PrivateMail, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_nothing(makeLabel([] { return tr("You have called no message private. There is nothing to do here."); })),
      m_logins(new MailboxLogins(this)), m_panel(new ActPanel(acts, handover::Step::PrivateMail, this))
{
    content()->addWidget(m_nothing);
    m_choice = makeChoice();
    content()->addWidget(m_choice);
    content()->addWidget(m_logins);
    content()->addWidget(m_panel);
    m_result = makeProof();
    content()->addWidget(m_result);
    m_outlook = new OutlookList(m_case, this);
    content()->addWidget(m_outlook);
    connect(m_outlook, &OutlookList::lookAgain, this, &PrivateMailPage::remove);
    m_removal = makeRemoval();
    content()->addWidget(m_removal);
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, [this, update] {
        m_isChoosing = false;
        m_logins->hide();
        update();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_logins->setMailboxes(m_case.mailboxes());
        m_logins->setVisible(m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
    });
    const handover::TakeawayChoice& choice = m_case.takeawayChoice();
    m_actions[static_cast<int>(choice.action)]->setChecked(true);
    m_format->setCurrentIndex(static_cast<int>(choice.format));
    m_target->setPath(choice.target);
    m_encrypt->setChecked(choice.isEncrypted);
    m_removeAfter->setChecked(choice.removeFromMailbox);
}

QWidget* PrivateMailPage::makeChoice()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* group = new QButtonGroup(box);
    const std::pair<const char*, std::function<std::pair<QString, QString>()>> actions[] = {
        {"actionTake",
         [] {
             return std::pair(tr("Take them along"),
                              tr("Copied to a folder or drive of yours, in an open format, read back and compared."));
         }},
        {"actionDelete",
         [] {
             return std::pair(tr("Delete them without a copy"),
                              tr("They are removed from the mailbox after you confirm it once more."));
         }},
        {"actionLeave", [] {
             return std::pair(
                 tr("Leave them where they are"),
                 tr("They stay in the company's mailbox. Who may read them there is up to the company's rules."));
         }}};
    for (int i = 0; i < 3; ++i) {
        m_actions[i] = new ChoiceButton(box);
        m_actions[i]->setObjectName(QLatin1String(actions[i].first));
        m_actions[i]->setCheckable(true);
        group->addButton(m_actions[i], i);
        onLanguage(
            [button = m_actions[i], texts = actions[i].second] { button->setTexts(texts().first, texts().second); });
        column->addWidget(m_actions[i]);
        if (i == 0) {
            m_options = makeCopyOptions();
            column->addWidget(m_options);
        }
    }
    connect(group, &QButtonGroup::idToggled, this, [this] {
        m_options->setVisible(action() == Action::Take);
        Q_EMIT changed();
    });
    return box;
}

QWidget* PrivateMailPage::makeCopyOptions()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_target = new PathField(QStringLiteral("takeawayTarget"), PathField::Kind::Folder, m_prompts, card);
    m_format = new QComboBox(card);
    m_format->setObjectName(QStringLiteral("takeawayFormat"));
    m_format->addItems({QString(), QString()});
    m_encrypt = new QCheckBox(card);
    m_encrypt->setObjectName(QStringLiteral("takeawayEncrypt"));
    m_passphrase = new PassphraseInput(card);
    m_passphrase->setVisible(false);
    m_removeAfter = new QCheckBox(card);
    m_removeAfter->setObjectName(QStringLiteral("removeAfter"));
    column->addWidget(makeLabel([] { return tr("Folder or drive"); }));
    column->addWidget(m_target);
    column->addWidget(makeLabel([] { return tr("Format"); }));
    column->addWidget(m_format);
    column->addWidget(m_encrypt);
    column->addWidget(m_passphrase);
    column->addWidget(m_removeAfter);
    onLanguage([this] {
        m_target->setTexts(tr("Folder or drive"));
        m_format->setItemText(0, tr("One file per folder (mbox), for Thunderbird and others"));
        m_format->setItemText(1, tr("One file per message (.eml)"));
        m_format->setAccessibleName(tr("Format"));
        m_encrypt->setText(tr("Lock it with a passphrase that only I know (AES-256 ZIP)"));
        m_removeAfter->setText(tr("Afterwards remove them from the company's mailbox; you will be asked once more"));
        m_passphrase->retranslate();
    });
    connect(m_target, &PathField::changed, this, &PrivateMailPage::changed);
    connect(m_passphrase, &PassphraseInput::changed, this, &PrivateMailPage::changed);
    connect(m_encrypt, &QCheckBox::toggled, this, [this](bool isOn) {
        m_passphrase->setVisible(isOn);
        Q_EMIT changed();
    });
    return card;
}

QWidget* PrivateMailPage::makeProof()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_copied = makeLabel([] { return QString(); });
    m_copied->setObjectName(QStringLiteral("copied"));
    m_removed = makeHeading([] { return QString(); });
    m_removed->setObjectName(QStringLiteral("removed"));
    m_kept = new QTreeWidget(card);
    m_kept->setObjectName(QStringLiteral("kept"));
    m_kept->setRootIsDecorated(false);
    m_kept->setMaximumHeight(160);
    QPushButton* again =
        makeButton(QStringLiteral("chooseAgain"), QStringLiteral("link"), [] { return tr("Choose differently"); });
    connect(again, &QPushButton::clicked, this, [this] {
        m_isChoosing = true;
        refresh();
        Q_EMIT changed();
    });
    onLanguage([this] {
        m_kept->setHeaderLabels({tr("Folder"), tr("Why it stayed")});
        m_kept->setAccessibleName(tr("Messages that stayed in the mailbox"));
    });
    column->addWidget(m_removed);
    column->addWidget(m_copied);
    column->addWidget(m_kept);
    column->addWidget(again, 0, Qt::AlignLeft);
    return card;
}

QWidget* PrivateMailPage::makeRemoval()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_removalTitle = makeHeading([] { return QString(); });
    m_understood = new QCheckBox(card);
    m_understood->setObjectName(QStringLiteral("removalUnderstood"));
    onLanguage([this] { m_understood->setText(tr("I understand that this cannot be undone.")); });
    column->addWidget(m_removalTitle);
    column->addWidget(makeLabel([] {
        return tr("Each message is compared once more before it goes, and looked for afterwards. A message that has "
                  "changed since it was read stays. Backups of the server cannot be reached from here; your IT can say "
                  "how long they are kept.");
    }));
    column->addWidget(m_understood);
    connect(m_understood, &QCheckBox::toggled, this, &PrivateMailPage::changed);
    return card;
}

quint32 PrivateMailPage::privateCount() const
{
    return m_case.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Private)].messages;
}

bool PrivateMailPage::isAllInOutlook() const
{
    return m_inOutlook > 0 && static_cast<quint32>(m_inOutlook) == privateCount();
}

PrivateMailPage::Action PrivateMailPage::action() const
{
    return m_actions[1]->isChecked() ? Action::Delete : m_actions[2]->isChecked() ? Action::Leave : Action::Take;
}

PrivateMailPage::Stage PrivateMailPage::stage() const
{
    if (m_case.takeaway() && !m_isChoosing) {
        return isComplete() ? Stage::Proof : Stage::Remove;
    }
    return privateCount() == 0 ? Stage::Nothing : Stage::Choose;
}

QString PrivateMailPage::title() const
{
    switch (stage()) {
    case Stage::Nothing:
    case Stage::Choose:
        return tr("What becomes of your private mail?");
    case Stage::Remove:
        if (isAllInOutlook()) {
            return tr("Now delete it in Outlook");
        }
        return m_case.takeaway()->copied > 0 && m_case.takeawayChoice().action == Action::Take
                   ? tr("Copied. Remove it from the mailbox now?")
                   : tr("Remove it from the mailbox now?");
    case Stage::Proof:
        break;
    }
    return tr("Your private mail is settled");
}

QString PrivateMailPage::lead() const
{
    return stage() == Stage::Remove && !isAllInOutlook()
               ? tr("This is the only step that takes something out of the mailbox, and it cannot be undone.")
               : tr("%n message(s) are private. Business mail cannot get in here; your copy is for you alone.", "",
                    static_cast<int>(privateCount()));
}

QString PrivateMailPage::why() const
{
    return tr("What is private is yours. It is removed only after its copy was written, read back and compared. The "
              "receipt says how many messages it was, never which.");
}

QString PrivateMailPage::primaryText() const
{
    const int count = static_cast<int>(privateCount());
    switch (stage()) {
    case Stage::Remove:
        if (isAllInOutlook()) {
            return tr("Look whether they are gone");
        }
        return tr("Remove %n message(s) from the mailbox", "", static_cast<int>(m_case.takeaway()->copied));
    case Stage::Choose:
        return action() == Action::Take     ? tr("Copy %n private message(s)", "", count)
               : action() == Action::Delete ? tr("Prepare the removal of %n message(s)", "", count)
                                            : tr("Leave them there");
    default:
        return tr("Next");
    }
}

bool PrivateMailPage::isPrimaryReady() const
{
    if (m_panel->isBusy()) {
        return false;
    }
    switch (stage()) {
    case Stage::Remove:
        return m_understood->isChecked() || isAllInOutlook();
    case Stage::Choose:
        return action() != Action::Take ||
               (!m_target->path().isEmpty() && (!m_encrypt->isChecked() || m_passphrase->isComplete()));
    default:
        return isComplete();
    }
}

void PrivateMailPage::refresh()
{
    const Stage now = stage();
    const bool isBusy = m_panel->isBusy();
    m_nothing->setVisible(now == Stage::Nothing);
    m_choice->setVisible(now == Stage::Choose && !isBusy);
    m_options->setVisible(action() == Action::Take);
    m_result->setVisible(now == Stage::Remove || now == Stage::Proof);
    m_inOutlook = m_outlook->refresh();
    m_removal->setVisible(now == Stage::Remove && !isBusy && !isAllInOutlook());
    const bool hasKept = now == Stage::Proof && !m_case.takeaway()->kept.empty();
    m_outlook->setVisible((now == Stage::Remove || hasKept) && !isBusy && m_inOutlook > 0);
    m_outlook->setMayLookAgain(hasKept);
    if (now == Stage::Remove || now == Stage::Proof) {
        showOutcome();
    }
}

void PrivateMailPage::showOutcome()
{
    const handover::TakeawayOutcome& outcome = *m_case.takeaway();
    const QLocale locale;
    const int copied = static_cast<int>(outcome.copied);
    QString text;
    if (m_case.takeawayChoice().action == Action::Take) {
        text = tr("%n message(s) copied, read back and compared: %1 in %2.", "", copied)
                   .arg(locale.formattedDataSize(outcome.bytesOnMedium), outcome.path);
        text += QLatin1Char(' ') + (outcome.isEncrypted ? tr("Locked with your passphrase.")
                                                        : tr("Not locked: whoever has the medium can read it."));
    } else if (m_case.takeawayChoice().action == Action::Delete) {
        text = tr("%n message(s) without a copy.", "", copied);
    } else {
        text = tr("The private messages stay in the mailbox, as you chose.");
    }
    if (outcome.skipped > 0) {
        text += QLatin1Char(' ') +
                tr("%n could not be copied and stay(s) in the mailbox.", "", static_cast<int>(outcome.skipped));
    }
    m_copied->setText(text);
    m_removed->setVisible(outcome.removed.has_value());
    m_removed->setText(tr("%n message(s) removed, and checked that they are gone.", "",
                          static_cast<int>(outcome.removed.value_or(0))));
    m_removalTitle->setText(tr("Remove %n message(s) from the mailbox", "", copied));
    m_kept->clear();
    for (const handover::UnreadableEntry& entry : outcome.kept) {
        new QTreeWidgetItem(m_kept, {entry.folder, FailureText::of(entry.why)});
    }
    m_kept->setVisible(!outcome.kept.empty());
    m_kept->resizeColumnToContents(0);
    auto* again = findChild<QPushButton*>(QStringLiteral("chooseAgain"));
    again->setVisible(!outcome.removed && !m_panel->isBusy());
}

void PrivateMailPage::act()
{
    switch (stage()) {
    case Stage::Choose:
        copy();
        break;
    case Stage::Remove:
        remove();
        break;
    default:
        Q_EMIT finished();
    }
}

void PrivateMailPage::copy()
{
    handover::TakeawayChoice choice;
    choice.action = action();
    choice.format = static_cast<archive::TakeawayOptions::Format>(m_format->currentIndex());
    choice.target = m_target->path();
    choice.isEncrypted = choice.action == Action::Take && m_encrypt->isChecked();
    choice.removeFromMailbox = m_removeAfter->isChecked();
    if (!accept(m_case.setTakeawayChoice(choice))) {
        return;
    }
    m_panel->expect(tr("If you cancel, the unfinished copy is taken away again; the mailbox is untouched."));
    m_acts.startTakeaway(m_logins->take(), choice.isEncrypted ? m_passphrase->take() : Secret());
}

void PrivateMailPage::remove()
{
    m_understood->setChecked(false);
    m_panel->expect(tr("If you cancel, what is already removed stays removed; its copy is safe. The rest stays."));
    m_acts.startRemoval(m_logins->take());
}

} // namespace staffelstab::wizard_pages
