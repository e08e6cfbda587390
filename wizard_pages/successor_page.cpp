// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/successor_page.h"

#include "handover/acts/successor_act.h"
#include "wizard_pages/field_limits.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/sharing_list.h"
#include "wizard_pages/widgets/successor_result.h"
#include "wizard_pages/widgets/successor_ways.h"
#include "wizard_pages/widgets/target_form.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace staffelstab::wizard_pages {

using handover::SuccessorAccess;
using handover::SuccessorChoice;
using handover::SuccessorOutcome;

SuccessorPage::SuccessorPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                             QWidget* parent)
    : CasePage(handover, handover::Step::Successor, Body::Scrolling, parent), m_acts(acts),
      m_logins(new MailboxLogins(this)), m_panel(new ActPanel(acts, handover::Step::Successor, this)),
      m_ways(new SuccessorWays(this))
{
    m_result = makeResult();
    m_copyCard = makeCopy(prompts);
    m_shareCard = makeShare();
    for (QWidget* part : {m_result, static_cast<QWidget*>(m_ways), m_copyCard, m_shareCard,
                          static_cast<QWidget*>(m_logins), static_cast<QWidget*>(m_panel)}) {
        content()->addWidget(part);
    }
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_ways, &SuccessorWays::changed, this, update);
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, [this, update] {
        m_isChoosingAgain = false;
        m_logins->hide();
        update();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        m_logins->setMailboxes(m_case.mailboxes());
        m_logins->setVisible(m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
    });
    const SuccessorChoice& choice = m_case.topic<SuccessorChoice>();
    m_target->setChoice(choice);
    m_identifier->setText(choice.identifier);
    m_ways->choose(choice.way);
}

QWidget* SuccessorPage::makeCopy(UserPrompts& prompts)
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Where the copy goes"); }));
    m_target = new TargetForm(prompts, card);
    m_target->setPolicy(m_case.policy());
    column->addWidget(m_target);
    column->addWidget(makeSmall(
        [] { return tr("What is there already is not copied again. Each message is read back and compared."); }));
    connect(m_target, &TargetForm::changed, this, &SuccessorPage::changed);
    connect(m_target, &TargetForm::browserWanted, this, [&prompts](const QUrl& url) { prompts.openInBrowser(url); });
    connect(m_logins, &MailboxLogins::browserWanted, this, [&prompts](const QUrl& url) { prompts.openInBrowser(url); });
    return card;
}

QWidget* SuccessorPage::makeShare()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_identifier = new QLineEdit(card);
    m_identifier->setMaxLength(limits::address);
    m_identifier->setObjectName(QStringLiteral("successorIdentifier"));
    QLabel* label = makeLabel([] { return tr("Login name of the successor on the mail server"); });
    label->setBuddy(m_identifier);
    m_folders = new SharingList(QStringLiteral("sharedFolders"), card);
    column->addWidget(label);
    column->addWidget(m_identifier);
    column->addWidget(m_folders);
    onLanguage([this] { m_identifier->setAccessibleName(tr("Login name of the successor on the mail server")); });
    connect(m_folders, &SharingList::changed, this, &SuccessorPage::changed);
    connect(m_identifier, &QLineEdit::textChanged, this, [this] {
        m_folders->setVisible(hasLooked());
        Q_EMIT changed();
    });
    return card;
}

QWidget* SuccessorPage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_outcome = new SuccessorResult(card);
    column->addWidget(m_outcome);
    connect(m_outcome, &SuccessorResult::changeWanted, this, [this] {
        if (m_case.topic<SuccessorOutcome>().way == Way::Share) {
            m_panel->expect(tr("If you cancel, the access may still be there; the list shows it."));
            m_acts.start(handover::Step::Successor, handover::successorRevokeAct(m_acts.context(), m_logins->take()));
            return;
        }
        m_isChoosingAgain = true;
        refresh();
        Q_EMIT changed();
    });
    return card;
}

int SuccessorPage::serverMailbox() const
{
    const auto& mailboxes = m_case.mailboxes();
    const auto found = std::find_if(mailboxes.begin(), mailboxes.end(),
                                    [](const auto& mailbox) { return mailbox.kind == mail::StoreKind::Imap; });
    return found == mailboxes.end() ? -1 : static_cast<int>(found - mailboxes.begin());
}

bool SuccessorPage::hasLooked() const
{
    const auto& access = m_case.topicIfSet<SuccessorAccess>();
    return access && access->identifier == m_identifier->text().trimmed();
}

SuccessorPage::Stage SuccessorPage::stage() const
{
    if (m_case.topicIfSet<SuccessorOutcome>() && !m_isChoosingAgain) {
        return Stage::Done;
    }
    switch (m_ways->way()) {
    case Way::Copy:
        return Stage::Copy;
    case Way::Share:
        return hasLooked() ? Stage::Grant : Stage::Look;
    default:
        return Stage::Skip;
    }
}

QString SuccessorPage::title() const
{
    return tr("What does the successor get on the mail server?");
}

QString SuccessorPage::lead() const
{
    return tr("In addition to the archive, the business mail can be copied into another mailbox, or the successor can "
              "read folders of yours.");
}

QString SuccessorPage::why() const
{
    return tr("Ongoing matters continue more smoothly when the successor finds them in the mail program. Private and "
              "protected mail is never part of it.");
}

QString SuccessorPage::primaryText() const
{
    switch (stage()) {
    case Stage::Copy:
        return tr("Copy now");
    case Stage::Look:
        return tr("Show who may read now");
    case Stage::Grant:
        return tr("Let the successor read");
    default:
        return tr("Next");
    }
}

bool SuccessorPage::isPrimaryReady() const
{
    if (m_panel->isBusy()) {
        return false;
    }
    switch (stage()) {
    case Stage::Copy:
        return m_target->isComplete();
    case Stage::Look:
        return !m_identifier->text().trimmed().isEmpty();
    case Stage::Grant:
        return !m_folders->chosen().isEmpty() && m_case.isDone(handover::Step::PrivateMail);
    default:
        return true;
    }
}

void SuccessorPage::refresh()
{
    const People& people = m_case.people();
    const bool isChoosing = stage() != Stage::Done && !m_panel->isBusy();
    const int server = serverMailbox();
    m_ways->setSharingPossible(server >= 0);
    m_target->propose(server < 0 ? mail::MailboxSource() : m_case.mailboxes()[static_cast<std::size_t>(server)],
                      people.successor.email, tr("Handover %1").arg(people.leaver.name));
    if (m_identifier->text().isEmpty()) {
        m_identifier->setText(people.successor.email);
    }
    m_ways->setVisible(isChoosing);
    m_copyCard->setVisible(isChoosing && m_ways->way() == Way::Copy);
    m_shareCard->setVisible(isChoosing && m_ways->way() == Way::Share);
    m_folders->setVisible(hasLooked());
    if (hasLooked()) {
        m_folders->show(m_case.topic<SuccessorAccess>().folders, true);
    }
    m_result->setVisible(stage() == Stage::Done);
    if (stage() == Stage::Done) {
        m_outcome->show(m_case);
    }
}

void SuccessorPage::act()
{
    switch (stage()) {
    case Stage::Copy:
        copy();
        return;
    case Stage::Look:
        look();
        return;
    case Stage::Grant:
        grant();
        return;
    case Stage::Skip:
        if (!m_case.isDone(handover::Step::Successor) && !accept(m_case.setTopic<SuccessorChoice>(SuccessorChoice{}))) {
            return;
        }
        break;
    case Stage::Done:
        break;
    }
    Q_EMIT finished();
}

void SuccessorPage::copy()
{
    SuccessorChoice choice;
    choice.way = Way::Copy;
    m_target->fill(choice);
    if (accept(m_case.setTopic<SuccessorChoice>(choice))) {
        m_panel->expect(tr("If you cancel, what has arrived stays there; it is not copied twice when you go on."));
        m_acts.start(handover::Step::Successor,
                     handover::successorCopyAct(m_acts.context(), m_logins->take(), m_target->takePassword()));
    }
}

void SuccessorPage::look()
{
    m_panel->expect(tr("Looking changes nothing."));
    m_acts.start(handover::Step::Successor,
                 handover::successorAccessAct(m_acts.context(), m_logins->take(), m_identifier->text().trimmed(),
                                              serverMailbox()));
}

void SuccessorPage::grant()
{
    SuccessorChoice choice;
    choice.way = Way::Share;
    choice.identifier = m_identifier->text().trimmed();
    choice.mailbox = serverMailbox();
    choice.folders = m_folders->chosen();
    if (accept(m_case.setTopic<SuccessorChoice>(choice))) {
        m_panel->expect(tr("If you cancel, folders that were shared by then stay shared; the list shows them."));
        m_acts.start(handover::Step::Successor, handover::successorShareAct(m_acts.context(), m_logins->take()));
    }
}

} // namespace staffelstab::wizard_pages
