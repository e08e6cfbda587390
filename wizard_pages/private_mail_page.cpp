// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/private_mail_page.h"

#include "core/removable_drives.h"
#include "handover/acts/mail_acts.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/file_targets.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/outlook_list.h"
#include "wizard_pages/widgets/reason_table.h"
#include "wizard_pages/widgets/takeaway_form.h"
#include "wizard_pages/widgets/unfinished_note.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace staffelstab::wizard_pages {

namespace {

/** What was on its way out: another try may end it. */
bool isOneStillThere(const std::vector<handover::UnreadableEntry>& kept)
{
    return std::any_of(kept.begin(), kept.end(), [](const handover::UnreadableEntry& entry) {
        return entry.why.kind == Failure::Kind::StillInMailbox;
    });
}

} // namespace

PrivateMailPage::PrivateMailPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::PrivateMail, Body::Scrolling, parent), m_acts(acts),
      m_nothing(makeLabel([] { return tr("You have called no message private. There is nothing to do here."); })),
      m_form(new TakeawayForm(prompts, this)), m_logins(new MailboxLogins(this)),
      m_panel(new ActPanel(acts, handover::Step::PrivateMail, this))
{
    m_unfinished = new UnfinishedNote(m_case, m_acts, handover::Step::PrivateMail, *m_panel, this);
    content()->addWidget(m_unfinished);
    content()->addWidget(m_nothing);
    content()->addWidget(m_form);
    content()->addWidget(m_logins);
    content()->addWidget(m_panel);
    m_result = makeProof();
    content()->addWidget(m_result);
    m_outlook = new OutlookList(m_case, this);
    content()->addWidget(m_outlook);
    connect(m_outlook, &OutlookList::lookAgain, this, &PrivateMailPage::remove);
    m_removal = makeRemoval();
    content()->addWidget(m_removal);
    content()->addWidget(makeProtectedLine());
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, [this, update] {
        m_unfinished->look(m_case.archiveChoice());
        update();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this, update] {
        m_isChoosing = m_isChoosing && !std::exchange(m_isCopying, false);
        m_logins->hide();
        update();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_isCopying = false;
        m_logins->setMailboxes(m_case.mailboxes());
        m_logins->setVisible(m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
    });
    m_form->setChoice(m_case.takeawayChoice());
    connect(m_form, &TakeawayForm::changed, this, &PrivateMailPage::changed);
}

QWidget* PrivateMailPage::makeProof()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_copied = makeLabel([] { return QString(); });
    m_copied->setObjectName(QStringLiteral("copied"));
    m_removed = makeHeading([] { return QString(); });
    m_removed->setObjectName(QStringLiteral("removed"));
    m_kept = new ReasonTable(QStringLiteral("kept"), card);
    QPushButton* again =
        makeButton(QStringLiteral("chooseAgain"), QStringLiteral("link"), [] { return tr("Choose differently"); });
    connect(again, &QPushButton::clicked, this, [this] {
        m_isChoosing = true;
        refresh();
        Q_EMIT changed();
    });
    onLanguage([this] {
        m_kept->setTexts({tr("Folder"), tr("Why it stayed")}, tr("Messages that stayed in the mailbox"));
    });
    column->addWidget(m_removed);
    column->addWidget(m_copied);
    column->addWidget(m_kept);
    m_removeAgain = makeButton(QStringLiteral("removeAgain"), QStringLiteral("link"),
                               [] { return tr("Try to remove them again"); });
    connect(m_removeAgain, &QPushButton::clicked, this, &PrivateMailPage::remove);
    column->addWidget(m_removeAgain, 0, Qt::AlignLeft);
    column->addWidget(again, 0, Qt::AlignLeft);
    m_leaveRest = makeButton(QStringLiteral("leaveRest"), QStringLiteral("link"),
                             [] { return tr("Leave the rest in the mailbox"); });
    connect(m_leaveRest, &QPushButton::clicked, this, &PrivateMailPage::leaveRest);
    column->addWidget(m_leaveRest, 0, Qt::AlignLeft);
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

bool PrivateMailPage::isStopped() const
{
    return m_case.takeaway() && m_case.takeaway()->begun;
}

bool PrivateMailPage::isAllInOutlook() const
{
    return m_inOutlook > 0 && static_cast<quint32>(m_inOutlook) == privateCount();
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
        return tr("What happens to your private mail?");
    case Stage::Remove:
        if (isAllInOutlook()) {
            return tr("Now delete it in Outlook");
        }
        if (isStopped()) {
            return tr("The removal is not finished");
        }
        return m_case.takeaway()->copied > 0 && m_case.takeawayChoice().action == Action::Take
                   ? tr("Copied. Remove it from the mailbox now?")
                   : tr("Remove it from the mailbox now?");
    case Stage::Proof:
        break;
    }
    return m_case.takeaway()->kept.empty() ? tr("Your private mail is settled")
                                           : tr("Not all private mail could be removed");
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
            return tr("Check whether they are gone");
        }
        return isStopped()
                   ? tr("Remove the rest")
                   : tr("Remove %n message(s) from the mailbox", "", static_cast<int>(m_case.takeaway()->copied));
    case Stage::Choose:
        return m_form->action() == Action::Take     ? tr("Copy %n private message(s)", "", count)
               : m_form->action() == Action::Delete ? tr("Prepare the removal of %n message(s)", "", count)
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
        return m_form->isComplete();
    default:
        return isComplete();
    }
}

QString PrivateMailPage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    return stage() == Stage::Remove ? tr("Please tick that you know what happens.") : m_form->missing();
}

void PrivateMailPage::enter()
{
    m_unfinished->look(m_case.archiveChoice());
    refresh();
}

void PrivateMailPage::refresh()
{
    const Stage now = stage();
    const bool isBusy = m_panel->isBusy();
    m_nothing->setVisible(now == Stage::Nothing);
    m_form->setVisible(now == Stage::Choose && !isBusy);
    m_result->setVisible(now == Stage::Remove || now == Stage::Proof);
    m_inOutlook = m_outlook->refresh();
    m_removal->setVisible(now == Stage::Remove && !isBusy && !isAllInOutlook());
    const bool hasKept = now == Stage::Proof && !m_case.takeaway()->kept.empty();
    m_outlook->setVisible((now == Stage::Remove || hasKept) && !isBusy && m_inOutlook > 0);
    m_outlook->setMayLookAgain(hasKept);
    m_removeAgain->setVisible(hasKept && !isBusy && isOneStillThere(m_case.takeaway()->kept));
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
        if (!outcome.removed && staysWithComputer(outcome.path)) {
            text += QStringLiteral("\n\n") + FileTargets::stayingText();
        }
    } else if (m_case.takeawayChoice().action == Action::Delete) {
        text = tr("%n message(s) without a copy.", "", copied);
    } else {
        text = tr("The private messages stay in the mailbox, as you chose.");
    }
    if (outcome.skipped > 0) {
        text += QLatin1Char(' ') +
                tr("%n could not be copied and stay(s) in the mailbox.", "", static_cast<int>(outcome.skipped));
    }
    if (outcome.begun) {
        text += QStringLiteral("\n\n") + stoppedText(*outcome.begun);
    }
    m_copied->setText(text);
    m_removed->setVisible(outcome.removed.has_value());
    const int gone = static_cast<int>(outcome.removed.value_or(0));
    QString removed = gone == 0 && !outcome.kept.empty()
                          ? tr("No message was removed.")
                          : tr("%n message(s) removed, and checked that they are gone.", "", gone);
    if (!outcome.kept.empty()) {
        removed += QLatin1Char(' ') + tr("%n is/are still there, or may be. Below is why, and what you can do.", "",
                                         static_cast<int>(outcome.kept.size()));
    }
    if (const quint32 left = outcome.removed ? outcome.leftByChoice(privateCount()) : 0; left > 0) {
        removed += QLatin1Char(' ') + tr("%n stay(s) in the mailbox, as you chose.", "", static_cast<int>(left));
    }
    m_removed->setText(removed);
    m_removalTitle->setText(isStopped() ? tr("Remove the rest from the mailbox")
                                        : tr("Remove %n message(s) from the mailbox", "", copied));
    std::vector<QStringList> lines;
    for (const handover::UnreadableEntry& entry : outcome.kept) {
        lines.push_back({entry.folder, FailureText::of(entry.why)});
    }
    m_kept->setLines(lines);
    auto* again = findChild<QPushButton*>(QStringLiteral("chooseAgain"));
    again->setVisible(!outcome.isRemovalConfirmed() && !m_panel->isBusy());
    m_leaveRest->setVisible(isStopped() && !m_panel->isBusy());
}

QString PrivateMailPage::stoppedText(quint32 gone)
{
    return (gone > 0 ? tr("%n message(s) are gone from the mailbox so far.", "", static_cast<int>(gone))
                     : tr("The removal was cut short; some messages may be gone from the mailbox already.")) +
           QLatin1Char(' ') + tr("Continuing removes the rest. What is private can no longer be decided differently.");
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
    if (!accept(m_case.setTakeawayChoice(m_form->choice()))) {
        return;
    }
    m_panel->expect(tr("If you cancel, the unfinished copy is removed again; the mailbox is untouched."));
    m_isCopying = true;
    m_acts.startTakeaway(m_logins->take(), m_form->takePassphrase());
}

void PrivateMailPage::leaveRest()
{
    m_panel->expect(tr("Checks which of them are still in the mailbox. Nothing more is removed."));
    m_acts.start(handover::Step::PrivateMail, handover::leaveRestAct(m_acts.context(), m_logins->take()));
}

void PrivateMailPage::remove()
{
    m_understood->setChecked(false);
    m_panel->expect(tr("If you cancel, what is already removed stays removed; its copy is safe. The rest stays."));
    m_acts.startRemoval(m_logins->take());
}

} // namespace staffelstab::wizard_pages
