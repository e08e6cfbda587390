// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/out_of_office_page.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/forwards_note.h"
#include "wizard_pages/widgets/reply_form.h"
#include "wizard_pages/widgets/sieve_form.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

namespace staffelstab::wizard_pages {

OutOfOfficePage::OutOfOfficePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::OutOfOffice, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_panel(new ActPanel(acts, handover::Step::OutOfOffice, this))
{
    m_result = makeResult();
    m_choice = makeWays();
    content()->addWidget(m_result);
    content()->addWidget(m_panel);
    m_findings = new ForwardsNote(this);
    content()->addWidget(m_findings);
    content()->addWidget(m_choice);
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, update);
    fillIn();
}

QWidget* OutOfOfficePage::makeWays()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* group = new QButtonGroup(box);
    const std::pair<const char*, std::function<std::pair<QString, QString>()>> ways[] = {
        {"replyServer",
         [] {
             return std::pair(
                 tr("Install it on the mail server"),
                 tr("Your own filters stay and come back when you take the reply away. It is read back and checked."));
         }},
        {"replyPasted",
         [] {
             return std::pair(tr("Paste it into the mail program yourself"),
                              tr("For Outlook and Exchange: text and steps."));
         }},
        {"replyNone", [] { return std::pair(tr("No out-of-office reply"), tr("The receipt will say so.")); }}};
    for (int i = 0; i < 3; ++i) {
        m_ways[i] = new ChoiceButton(box);
        m_ways[i]->setObjectName(QLatin1String(ways[i].first));
        m_ways[i]->setCheckable(true);
        group->addButton(m_ways[i], i);
        onLanguage([button = m_ways[i], texts = ways[i].second] { button->setTexts(texts().first, texts().second); });
        column->addWidget(m_ways[i]);
    }
    QVBoxLayout* server = nullptr;
    QFrame* serverCard = makeCard(server);
    m_server = new SieveForm(m_prompts, serverCard);
    server->addWidget(m_server);
    column->insertWidget(1, serverCard);
    m_paste = makePaste();
    column->insertWidget(3, m_paste);
    QVBoxLayout* text = nullptr;
    QFrame* textCard = makeCard(text);
    m_form = new ReplyForm(textCard);
    text->addWidget(m_form);
    column->addWidget(textCard);
    connect(group, &QButtonGroup::idToggled, this, [this, serverCard, textCard] {
        serverCard->setVisible(way() == Way::Server);
        m_paste->setVisible(way() == Way::Pasted);
        textCard->setVisible(way() != Way::None);
        judge();
    });
    connect(m_server, &SieveForm::changed, this, &OutOfOfficePage::edited);
    connect(m_server, &SieveForm::lookWanted, this, &OutOfOfficePage::look);
    connect(m_form, &ReplyForm::changed, this, &OutOfOfficePage::edited);
    connect(m_form, &ReplyForm::proposalWanted, this, &OutOfOfficePage::propose);
    return box;
}

QWidget* OutOfOfficePage::makePaste()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeLabel([] {
        return tr(
            "Outlook: File, Automatic Replies, “Send automatic replies”, tick the time range and enter both days, "
            "paste the text under “Outside My Organization” and, where there is one, the other under “Inside My "
            "Organization”.");
    }));
    column->addWidget(makeLabel([] {
        return tr("Outlook on the web: the gear, Mail, Automatic replies. Look under Rules and Forwarding for forwards "
                  "and switch them off.");
    }));
    auto* row = new QHBoxLayout;
    QPushButton* copy = makeButton(QStringLiteral("copyReply"), {}, [] { return tr("Copy the text"); });
    row->addWidget(copy);
    row->addStretch();
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_form->pasteText()); });
    return card;
}

QWidget* OutOfOfficePage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_summary = makeHeading([] { return QString(); });
    m_summary->setObjectName(QStringLiteral("replySummary"));
    m_proof = makeLabel([] { return QString(); });
    m_proof->setObjectName(QStringLiteral("replyProof"));
    column->addWidget(m_summary);
    column->addWidget(m_proof);
    auto* row = new QHBoxLayout;
    QPushButton* back = makeButton(QStringLiteral("takeReplyBack"), {}, [] { return tr("Take it back"); });
    row->addWidget(back);
    row->addStretch();
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, &OutOfOfficePage::takeBack);
    return card;
}

void OutOfOfficePage::fillIn()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const auto& saved = m_case.topicIfSet<handover::ReplyChoice>();
    const handover::ReplyChoice choice = saved ? *saved : handover::proposedReply(m_case, {});
    m_form->setReply(choice.reply, choice.privateAddress);
    m_server->setServer(choice.server);
    m_ways[static_cast<int>(choice.way)]->setChecked(true);
}

void OutOfOfficePage::propose()
{
    const QString address = m_form->privateAddress();
    m_form->setReply(handover::proposedReply(m_case, address).reply, address);
    judge();
}

OutOfOfficePage::Way OutOfOfficePage::way() const
{
    return m_ways[1]->isChecked() ? Way::Pasted : m_ways[2]->isChecked() ? Way::None : Way::Server;
}

handover::ReplyChoice OutOfOfficePage::choice() const
{
    return {way(), m_server->server(), m_form->reply(), m_form->privateAddress()};
}

void OutOfOfficePage::judge()
{
    const reply::ReplyLimits limits = handover::replyLimits(m_case);
    m_faults = way() == Way::None ? std::vector<reply::ReplyFault>{} : reply::faultsOf(m_form->reply(), limits);
    m_form->showFaults(m_faults, limits.longestMonths);
    Q_EMIT changed();
}

void OutOfOfficePage::edited()
{
    judge();
    if (!m_isFilling) {
        typed();
    }
}

bool OutOfOfficePage::saveChoice()
{
    return accept(m_case.setTopic<handover::ReplyChoice>(choice()));
}

void OutOfOfficePage::leave()
{
    if (!isComplete() && !m_panel->isBusy() && m_case.mayEnter(handover::Step::OutOfOffice)) {
        saveChoice();
    }
}

QString OutOfOfficePage::title() const
{
    return tr("Who answers when you are gone");
}

QString OutOfOfficePage::lead() const
{
    return tr("From your last working day on, whoever writes to you is told where to turn. The reply ends by itself.");
}

QString OutOfOfficePage::why() const
{
    return tr("Without a reply, mail for you is lost in silence, private mail too. A reply that stands for more than "
              "three months, or forwards to somebody who reads everything, is hard to justify under the GDPR.");
}

QString OutOfOfficePage::primaryText() const
{
    if (isComplete()) {
        return tr("Next");
    }
    switch (way()) {
    case Way::Pasted:
        return tr("I have set it up");
    case Way::None:
        return tr("Go on without a reply");
    case Way::Server:
        break;
    }
    return tr("Install the reply");
}

bool OutOfOfficePage::isPrimaryReady() const
{
    return !m_panel->isBusy() &&
           (isComplete() || (m_faults.empty() && (way() != Way::Server || m_server->isComplete())));
}

void OutOfOfficePage::refresh()
{
    const bool isSettled = isComplete();
    m_result->setVisible(isSettled);
    m_choice->setVisible(!isSettled && !m_panel->isBusy());
    if (!isSettled && !m_case.topicIfSet<handover::ReplyChoice>() && m_form->reply().addresses.isEmpty()) {
        fillIn(); // the people were not known when the page was made
    }
    if (isSettled) {
        showResult();
    }
    m_findings->setFindings(m_case.topicIfSet<handover::ReplyFindings>());
    judge();
}

void OutOfOfficePage::showResult()
{
    const handover::ReplyOutcome& outcome = *m_case.topicIfSet<handover::ReplyOutcome>();
    const auto& choice = m_case.topic<handover::ReplyChoice>();
    if (outcome.way == Way::None) {
        m_summary->setText(tr("No out-of-office reply"));
        m_proof->setText(tr("The receipt says so."));
        return;
    }
    m_summary->setText(tr("Answers from %1 to %2").arg(dayText(choice.reply.from), dayText(choice.reply.until)));
    m_proof->setText(outcome.way == Way::Pasted
                         ? tr("Set up by you in the mail program; the receipt says that nobody checked it.")
                         : tr("✓ Installed on %1, read back and found active on %2.")
                               .arg(choice.server.host, momentText(outcome.at)));
}

void OutOfOfficePage::look()
{
    if (m_server->isComplete() && saveChoice()) {
        m_panel->expect(tr("Nothing is changed by looking."));
        m_acts.start(handover::Step::OutOfOffice,
                     handover::inspectReplyAct(m_acts.context(), m_server->takePassword()));
    }
}

void OutOfOfficePage::takeBack()
{
    if (m_case.topicIfSet<handover::ReplyOutcome>()->way != Way::Server) {
        accept(m_case.setTopic<handover::ReplyOutcome>(std::nullopt));
        return;
    }
    m_panel->expect(tr("If you cancel, the reply stays as it is."));
    m_acts.start(handover::Step::OutOfOffice, handover::takeReplyBackAct(m_acts.context(), m_server->takePassword()));
}

void OutOfOfficePage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    if (!saveChoice()) {
        return;
    }
    if (way() != Way::Server) {
        accept(m_case.setTopic<handover::ReplyOutcome>(handover::ReplyOutcome{m_case.clock().now(), way(), {}, {}}));
        return;
    }
    m_panel->expect(tr("If you cancel, your own filters stay active."));
    m_acts.start(handover::Step::OutOfOffice, handover::installReplyAct(m_acts.context(), m_server->takePassword()));
}

} // namespace staffelstab::wizard_pages
