// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/policy_page.h"

#include "wizard_pages/theme.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {

QString ruleName(policy::PrivateUse use)
{
    switch (use) {
    case policy::PrivateUse::Allowed:
        return PolicyPage::tr("Private use of the mailbox is allowed");
    case policy::PrivateUse::Tolerated:
        return PolicyPage::tr("Private use of the mailbox is tolerated");
    case policy::PrivateUse::Forbidden:
        return PolicyPage::tr("Private use of the mailbox is forbidden");
    case policy::PrivateUse::NotRegulated:
        break;
    }
    return PolicyPage::tr("Private use of the mailbox is not regulated");
}

} // namespace

PolicyPage::PolicyPage(handover::HandoverCase& handover, QWidget* parent)
    : CasePage(handover, handover::Step::Policy, Body::Scrolling, parent),
      m_rule(makeHeading([] { return QString(); })), m_ruleText(makeLabel([] { return QString(); })),
      m_version(makeSmall([] { return QString(); })), m_notice(makeLabel([] { return QString(); })),
      m_read(new QCheckBox(this))
{
    QVBoxLayout* column = nullptr;
    QFrame* rule = makeCard(column);
    column->addWidget(m_rule);
    column->addWidget(m_ruleText);
    column->addWidget(m_version);
    content()->addWidget(rule);
    QFrame* privacy = makeCard(column);
    column->addWidget(makeHeading([] { return tr("What this program does with your data"); }));
    column->addWidget(m_notice);
    content()->addWidget(privacy);
    m_read->setObjectName(QStringLiteral("policyRead"));
    onLanguage([this] { m_read->setText(tr("I have read both.")); });
    content()->addWidget(m_read);
    connect(m_read, &QCheckBox::clicked, this, [this](bool isRead) {
        accept(m_case.confirmPolicy(isRead));
        refresh();
    });
}

QString PolicyPage::title() const
{
    return tr("What are your company's rules?");
}

QString PolicyPage::lead() const
{
    return tr(
        "This decides what may be taken along and what must stay. You confirm that you have read it, nothing more.");
}

QString PolicyPage::why() const
{
    return tr(
        "The receipt says under which text the handover was made. Reading it is no consent and no waiver of anything.");
}

QString PolicyPage::missing() const
{
    return tr("Please tick that you have read it.");
}

void PolicyPage::refresh()
{
    const policy::CompanyPolicy& policy = m_case.policy();
    const QString language = m_case.language();
    m_rule->setText(ruleName(policy.privateUse));
    m_ruleText->setText(policy::privateUseText(policy.privateUse, language).text);
    m_version->setText(
        policy.isBuiltIn
            ? tr("No policy of your company was found; this is the built-in text, version %1.").arg(policy.version)
        : policy.agreement.isEmpty()
            ? tr("%1, version %2").arg(policy.name, policy.version)
            : tr("%1, version %2, on the basis of %3").arg(policy.name, policy.version, policy.agreement));
    m_notice->setText(policy::privacyNotice(policy, language).text);
    m_read->setChecked(isComplete());
}

} // namespace staffelstab::wizard_pages
