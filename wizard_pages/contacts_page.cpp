// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/contacts_page.h"

#include "handover/acts/contacts_act.h"
#include "wizard_pages/contacts_text.h"
#include "wizard_pages/field_limits.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/contact_list.h"
#include "wizard_pages/widgets/letter_form.h"
#include "wizard_pages/widgets/letter_ways.h"
#include "wizard_pages/widgets/path_field.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using handover::ContactsChoice;
using handover::ContactsOutcome;
using reply::Audience;

namespace {

LetterForm* makeLetter(const QString& name, QVBoxLayout* column)
{
    auto* form = new LetterForm(name);
    column->addWidget(form);
    return form;
}

} // namespace

ContactsPage::ContactsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                           QWidget* parent)
    : CasePage(handover, handover::Step::Contacts, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_panel(new ActPanel(acts, handover::Step::Contacts, this))
{
    m_result = makeResult();
    m_choice = new QWidget(this);
    auto* column = new QVBoxLayout(m_choice);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {makePrivate(), makeBusiness(), makeWays()}) {
        column->addWidget(part);
    }
    for (QWidget* part : {m_result, static_cast<QWidget*>(m_panel), m_choice}) {
        content()->addWidget(part);
    }
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, update);
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        fillLists(choice());
        m_ways->showFailure(failure);
    });
    fillIn();
}

QWidget* ContactsPage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("What was done"); }));
    m_proof = makeLabel([] { return QString(); });
    m_proof->setObjectName(QStringLiteral("contactsProof"));
    column->addWidget(m_proof);
    auto* row = new QHBoxLayout;
    QPushButton* again = makeButton(QStringLiteral("contactsAgain"), {}, [] { return tr("Change or write to more"); });
    row->addWidget(again);
    row->addStretch();
    column->addLayout(row);
    connect(again, &QPushButton::clicked, this, [this] {
        if (accept(m_case.setTopic<ContactsOutcome>(std::nullopt))) {
            fillIn();
            refresh();
            Q_EMIT changed();
        }
    });
    return card;
}

QWidget* ContactsPage::makePrivate()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Private: your farewell"); }));
    column->addWidget(makeSmall(
        [] { return tr("People of your private mail. Neither the supervisor nor the receipt learns who they are."); }));
    m_privateAddress = new QLineEdit(card);
    m_privateAddress->setMaxLength(limits::address);
    m_privateAddress->setObjectName(QStringLiteral("newPrivateAddress"));
    QLabel* label = makeLabel([] { return tr("Your new private e-mail address"); });
    label->setBuddy(m_privateAddress);
    m_private = new ContactList(QStringLiteral("privateContacts"), card);
    column->addWidget(label);
    column->addWidget(m_privateAddress);
    column->addWidget(m_private);
    m_farewell = makeLetter(QStringLiteral("farewell"), column);
    onLanguage([this] { m_private->setName(tr("People of the private mail")); });
    connect(m_privateAddress, &QLineEdit::textChanged, this, &ContactsPage::edited);
    connect(m_private, &ContactList::changed, this, &ContactsPage::edited);
    connect(m_farewell, &LetterForm::changed, this, &ContactsPage::edited);
    return card;
}

QWidget* ContactsPage::makeBusiness()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Business: who is responsible from now on"); }));
    column->addWidget(makeSmall([] {
        return tr("The people you wrote with most come first. Anyone who also has private mail with you is listed only "
                  "if you choose so; protected contacts never are.");
    }));
    m_business = new ContactList(QStringLiteral("businessContacts"), card);
    m_listTarget = new PathField(QStringLiteral("contactListTarget"), PathField::Kind::Folder, m_prompts, card);
    QLabel* label = makeLabel([] { return tr("Folder for the supervisor's list (CSV and vCard; empty: no list)"); });
    label->setBuddy(m_listTarget);
    m_noticeWanted = new QCheckBox(card);
    m_noticeWanted->setObjectName(QStringLiteral("noticeWanted"));
    for (QWidget* part : {static_cast<QWidget*>(m_business), static_cast<QWidget*>(label),
                          static_cast<QWidget*>(m_listTarget), static_cast<QWidget*>(m_noticeWanted)}) {
        column->addWidget(part);
    }
    m_notice = makeLetter(QStringLiteral("notice"), column);
    onLanguage([this] {
        m_business->setName(tr("People of the business mail"));
        m_listTarget->setTexts(tr("Folder for the supervisor's list"));
        m_noticeWanted->setText(tr("Write to these people, too"));
    });
    connect(m_business, &ContactList::changed, this, &ContactsPage::edited);
    connect(m_listTarget, &PathField::changed, this, &ContactsPage::edited);
    connect(m_noticeWanted, &QCheckBox::toggled, this, &ContactsPage::edited);
    connect(m_notice, &LetterForm::changed, this, &ContactsPage::edited);
    return card;
}

QWidget* ContactsPage::makeWays()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("How the letters go out"); }));
    m_ways = new LetterWays(m_prompts, card);
    column->addWidget(m_ways);
    connect(m_ways, &LetterWays::changed, this, &ContactsPage::edited);
    return card;
}

void ContactsPage::edited()
{
    judge();
    if (!m_isFilling) {
        typed();
    }
}

void ContactsPage::fillIn()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const auto& saved = m_case.topicIfSet<ContactsChoice>();
    const ContactsChoice choice = saved ? *saved : handover::proposedContacts(m_case);
    fillLists(choice);
    m_privateAddress->setText(choice.privateAddress);
    m_farewell->setLetter(choice.farewell);
    m_listTarget->setPath(choice.listTarget);
    m_noticeWanted->setChecked(choice.isNoticeWanted);
    m_notice->setLetter(choice.notice);
    m_ways->show(choice, m_case.mailboxes());
    judge();
}

void ContactsPage::fillLists(const ContactsChoice& choice)
{
    const auto friends = handover::privateContacts(m_case);
    const auto business = handover::businessContacts(m_case);
    m_private->show(friends, choice.farewellTo, handover::letterStates(m_case, Audience::Private, friends));
    m_business->show(business, choice.business, handover::letterStates(m_case, Audience::Business, business));
}

ContactsChoice ContactsPage::choice() const
{
    ContactsChoice choice = m_case.topic<ContactsChoice>();
    m_ways->fill(choice);
    choice.privateAddress = m_privateAddress->text().trimmed();
    choice.farewell = m_farewell->letter();
    choice.farewellTo = m_private->ticked();
    choice.business = m_business->ticked();
    choice.listTarget = m_listTarget->path();
    choice.isNoticeWanted = m_noticeWanted->isChecked();
    choice.notice = m_notice->letter();
    return choice;
}

void ContactsPage::judge()
{
    const ContactsChoice now = choice();
    const bool isWriting = now.way != Way::None;
    reply::LetterFrame friends = handover::letterFrame(m_case, Audience::Private);
    friends.privateAddress = now.privateAddress;
    const reply::LetterFrame business = handover::letterFrame(m_case, Audience::Business);
    const auto faultsOf = [isWriting](const reply::Farewell& letter, const reply::LetterFrame& frame, bool isUsed) {
        return isWriting && isUsed ? reply::faultsOf(letter, frame) : std::vector<reply::LetterFault>{};
    };
    const auto farewellFaults = faultsOf(now.farewell, friends, !now.farewellTo.isEmpty());
    const auto noticeFaults = faultsOf(now.notice, business, now.isNoticeWanted && !now.business.isEmpty());
    m_farewell->showFaults(farewellFaults);
    m_notice->showFaults(noticeFaults);
    const std::vector<handover::ContactsFault> faults = handover::faultsOf(m_case, now);
    // Nothing is missing yet where nobody is to be written to.
    m_ways->showFaults(openLetters() == 0 ? std::vector<handover::ContactsFault>() : faults);
    m_isFlawless = farewellFaults.empty() && noticeFaults.empty() && (faults.empty() || openLetters() == 0);
    m_notice->setVisible(now.isNoticeWanted);
    m_farewell->showAs(m_private->firstTicked(), friends);
    m_notice->showAs(m_business->firstTicked(), business);
    Q_EMIT changed();
}

int ContactsPage::openLetters() const
{
    return m_private->openLetters() + (m_noticeWanted->isChecked() ? m_business->openLetters() : 0);
}

bool ContactsPage::saveChoice()
{
    return accept(m_case.setTopic<ContactsChoice>(choice()));
}

void ContactsPage::enter()
{
    if (!isComplete()) {
        fillIn(); // the decisions may be others since the last visit
    }
    refresh();
}

void ContactsPage::leave()
{
    if (!isComplete() && !m_panel->isBusy() && m_case.mayEnter(handover::Step::Contacts)) {
        saveChoice();
    }
}

QString ContactsPage::title() const
{
    return tr("Who is told that you are leaving?");
}

QString ContactsPage::lead() const
{
    return tr("Friends get your new address, business contacts the name of the person now responsible. Everybody gets "
              "a letter of their own.");
}

QString ContactsPage::why() const
{
    return tr("People who know where to write do not write to a mailbox that nobody reads any more. Why you are "
              "leaving is nobody's business and is mentioned in none of the letters.");
}

QString ContactsPage::primaryText() const
{
    return isComplete() ? tr("Next")
                        : ContactsText::deed(m_ways->way(), openLetters(), !m_listTarget->path().isEmpty());
}

bool ContactsPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || m_isFlawless);
}

void ContactsPage::refresh()
{
    const bool isSettled = isComplete();
    m_result->setVisible(isSettled);
    m_choice->setVisible(!isSettled && !m_panel->isBusy());
    if (isSettled) {
        handover::LetterCounts all = handover::countLetters(m_case, Audience::Private);
        all += handover::countLetters(m_case, Audience::Business);
        m_proof->setText(ContactsText::proof(*m_case.topicIfSet<ContactsOutcome>(), all,
                                             m_case.topic<ContactsChoice>().lettersTarget));
    }
}

void ContactsPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    if (!saveChoice()) {
        return;
    }
    const int letters = openLetters();
    if (m_ways->way() != Way::Send || letters == 0) {
        begin();
        return;
    }
    m_prompts.confirm(this, tr("Send now"),
                      tr("%n letter(s) will be sent from your account, each to one person. What was sent cannot be "
                         "taken back.",
                         "", letters),
                      primaryText(), [this] { begin(); });
}

void ContactsPage::begin()
{
    m_panel->expect(tr("If you cancel, what was sent stays sent; nobody gets a letter twice when you go on."),
                    tr("Writing letter by letter"));
    m_acts.start(handover::Step::Contacts,
                 handover::contactsAct(m_acts.context(), m_ways->takeLogins(), m_ways->takePassword()));
}

} // namespace staffelstab::wizard_pages
