// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/consents_page.h"

#include "handover/acts/consent_act.h"
#include "handover/topics/consent_topics.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/consent_card.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace staffelstab::wizard_pages {

using handover::ConsentDocument;
using handover::ConsentSheet;

ConsentsPage::ConsentsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                           QWidget* parent)
    : CasePage(handover, handover::Step::Consents, Body::Scrolling, parent), m_acts(acts), m_answers(new QWidget(this)),
      m_unsigned(makeLabel([] { return QString(); })), m_signed(makeLabel([] { return QString(); }))
{
    m_unsigned->setObjectName(QStringLiteral("consentsUnsigned"));
    m_signed->setObjectName(QStringLiteral("consentsSigned"));
    content()->addWidget(m_signed);
    auto* column = new QVBoxLayout(m_answers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    for (const policy::ConsentOffer& offer : m_case.policy().consents) {
        auto* card = new ConsentCard(offer, m_answers);
        m_cards.push_back(card);
        column->addWidget(card);
        connect(card, &ConsentCard::changed, this, &ConsentsPage::save);
    }
    column->addWidget(makeSmall([this] { return policy::revocationNotice(m_case.policy(), m_case.language()).text; }));
    content()->addWidget(m_answers);
    content()->addWidget(m_unsigned);
    addSigning(prompts);
}

void ConsentsPage::addSigning(UserPrompts& prompts)
{
    m_signing = new QWidget(this);
    m_signature = new SignatureInput(prompts, m_signing);
    m_target = new PathField(QStringLiteral("consentsTarget"), PathField::Kind::Folder, prompts, m_signing);
    m_panel = new ActPanel(m_acts, handover::Step::Consents, this);
    auto* column = new QVBoxLayout(m_signing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_signature);
    column->addWidget(makeHeading([] { return tr("Folder for the document with your answers"); }));
    column->addWidget(m_target);
    content()->addWidget(m_signing);
    content()->addWidget(m_panel);
    m_target->setPath(m_case.receiptTarget());
    onLanguage([this] { m_target->setTexts(tr("Folder for the document with your answers")); });
    connect(m_signature, &SignatureInput::changed, this, &ConsentsPage::changed);
    connect(m_target, &PathField::changed, this, &ConsentsPage::changed);
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_panel, &ActPanel::succeeded, this, [this] {
        m_signature->clear();
        // What was achieved stands at the top; shown once the pad has left its room.
        QTimer::singleShot(0, this, [this] { findChild<QScrollArea*>()->ensureWidgetVisible(m_signed); });
    });
}

QString ConsentsPage::title() const
{
    return tr("What do you agree to?");
}

QString ConsentsPage::lead() const
{
    return tr("Each answer stands by itself. Saying no is just as good and has no consequences.");
}

QString ConsentsPage::why() const
{
    return tr(
        "For some things after your last day the company needs your consent, for others it does not. Only the first "
        "kind stands here. Your answers become a document of their own that you alone sign; the receipt only names "
        "it. You can withdraw each consent later.");
}

bool ConsentsPage::isAnswered() const
{
    const QList<checklists::Consent> consents = handover::consentsOf(m_case);
    return std::all_of(consents.begin(), consents.end(), [](const auto& consent) { return consent.isSettled(); });
}

QString ConsentsPage::primaryText() const
{
    return !isComplete() && isAnswered() ? tr("Sign my answers") : tr("Next");
}

bool ConsentsPage::isPrimaryReady() const
{
    const QList<checklists::Consent> consents = handover::consentsOf(m_case);
    const bool lacksAddress = std::any_of(consents.begin(), consents.end(), [](const checklists::Consent& consent) {
        return consent.answer.answer == checklists::ConsentAnswer::Answer::Yes && !consent.isSettled();
    });
    const bool mustSign = !isComplete() && isAnswered();
    return !lacksAddress && !m_panel->isBusy() &&
           (!mustSign || (m_signature->isComplete() && !m_target->path().isEmpty()));
}

void ConsentsPage::refresh()
{
    const QList<checklists::Consent> consents = handover::consentsOf(m_case);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->show(consents[static_cast<qsizetype>(i)], m_case.language(), m_case.people().lastWorkingDay);
    }
    m_signature->setPolicy(m_case.policy());
    m_signature->setSigner(m_case.people().leaver.name);
    m_answers->setEnabled(!m_panel->isBusy());
    m_signing->setVisible(!isComplete() && isAnswered() && !m_panel->isBusy());
    const auto open = static_cast<int>(
        std::count_if(consents.begin(), consents.end(), [](const auto& consent) { return !consent.isSettled(); }));
    const bool isBegun = open > 0 && open < consents.size();
    m_unsigned->setVisible(isBegun);
    m_unsigned->setText(tr("Nothing is signed yet: %n answer(s) are missing.", "", open));
    const auto& document = m_case.topicIfSet<ConsentDocument>();
    m_signed->setVisible(document.has_value());
    if (document) {
        m_signed->setText(tr("Signed on %1: %2. If you change an answer below, you sign anew.")
                              .arg(momentText(document->at), document->path));
    }
}

bool ConsentsPage::save()
{
    QList<checklists::ConsentAnswer> answers;
    for (const ConsentCard* card : m_cards) {
        answers.append(card->answer());
    }
    const auto& saved = m_case.topicIfSet<ConsentSheet>();
    return (saved && saved->answers == answers) || accept(handover::answerConsents(m_case, answers));
}

void ConsentsPage::leave()
{
    if (m_case.topicIfSet<ConsentSheet>() && m_case.mayEnter(handover::Step::Consents)) {
        save();
    }
}

void ConsentsPage::act()
{
    if (!save()) {
        return;
    }
    if (isComplete() || !isAnswered()) {
        Q_EMIT finished();
        return;
    }
    m_panel->expect(tr("If you cancel, nothing is signed."));
    m_acts.start(handover::Step::Consents,
                 handover::consentSignatureAct(m_acts.context(), m_signature->take(), m_target->path()));
}

} // namespace staffelstab::wizard_pages
