// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/account_plan_page.h"

#include "checklists/follow_ups.h"
#include "wizard_pages/account_plan_text.h"
#include "wizard_pages/widgets/account_plan_form.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/directory_login_form.h"
#include "wizard_pages/widgets/rotation_table.h"
#include "wizard_pages/widgets/way_chooser.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

AccountPlanPage::AccountPlanPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                                 QWidget* parent)
    : CasePage(handover, handover::Step::AccountPlan, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_ways(new WayChooser(this)), m_panel(new ActPanel(acts, handover::Step::AccountPlan, this))
{
    m_result = makeResult();
    m_plan = makePlan();
    addWays();
    content()->addWidget(m_result);
    content()->addWidget(m_plan);
    content()->addWidget(m_ways);
    content()->addWidget(m_panel);
    content()->addWidget(makeRotation());
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    fillIn();
}

QWidget* AccountPlanPage::makePlan()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_form = new AccountPlanForm(m_prompts, card);
    column->addWidget(m_form);
    column->addWidget(makeSmall([] {
        return tr("The deletion is only planned: this program never does it, and until then the account can be brought "
                  "back.");
    }));
    connect(m_form, &AccountPlanForm::changed, this, &AccountPlanPage::changed);
    return card;
}

void AccountPlanPage::addWays()
{
    if (!m_case.policy().account.delegatedRights.isEmpty()) {
        ChoiceButton* here =
            m_ways->addWay(static_cast<int>(Way::Helpdesk), QStringLiteral("planHelpdesk"), makeHelpdeskForm());
        onLanguage([here] {
            here->setTexts(tr("Carry it out here"), tr("Somebody with the necessary rights signs in. Each change is "
                                                       "read back, and the files for IT are written as well."));
        });
    }
    ChoiceButton* files = m_ways->addWay(static_cast<int>(Way::Files), QStringLiteral("planFiles"), makeFilesForm());
    ChoiceButton* later = m_ways->addWay(static_cast<int>(Way::Later), QStringLiteral("planLater"), nullptr);
    onLanguage([files, later] {
        files->setTexts(tr("Write it down for IT"),
                        tr("A calendar with reminders and a text; with one sign-in of yours "
                           "the change files for the directory as well."));
        later->setTexts(tr("Leave it open"), tr("The receipt will name it as an open point."));
    });
    connect(m_ways, &WayChooser::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
}

QWidget* AccountPlanPage::makeHelpdeskForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_helpdesk = new DirectoryLoginForm(QStringLiteral("plan"), DirectoryLoginForm::Who::Helpdesk, m_prompts, card);
    m_atOnce = new QCheckBox(card);
    m_atOnce->setObjectName(QStringLiteral("planAtOnce"));
    m_unlock = new QCheckBox(card);
    m_unlock->setObjectName(QStringLiteral("planUnlock"));
    onLanguage([this] {
        m_atOnce->setText(tr("Disable it and end the group memberships now, not on the date"));
        m_unlock->setText(tr("Unlock it first, if it is locked"));
    });
    column->addWidget(m_helpdesk);
    column->addWidget(m_atOnce);
    column->addWidget(m_unlock);
    m_unlock->setVisible(m_case.policy().account.has(policy::DelegatedRight::Unlock));
    connect(m_helpdesk, &DirectoryLoginForm::changed, this, &AccountPlanPage::changed);
    return card;
}

QWidget* AccountPlanPage::makeFilesForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_withChanges = new QCheckBox(card);
    m_withChanges->setObjectName(QStringLiteral("planWithChanges"));
    onLanguage([this] { m_withChanges->setText(tr("Write the change files too; sign in once")); });
    m_own = new DirectoryLoginForm(QStringLiteral("own"), DirectoryLoginForm::Who::Leaver, m_prompts, card);
    column->addWidget(m_withChanges);
    column->addWidget(m_own);
    m_own->setVisible(false);
    connect(m_withChanges, &QCheckBox::toggled, this, [this](bool isOn) {
        m_own->setVisible(isOn);
        Q_EMIT changed();
    });
    connect(m_own, &DirectoryLoginForm::changed, this, &AccountPlanPage::changed);
    return card;
}

QWidget* AccountPlanPage::makeRotation()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Other passwords and keys you know"); }));
    column->addWidget(makeSmall([] {
        return tr("Shared accounts, Wi-Fi, second factors, keys: whoever stays replaces them. Only names belong here, "
                  "never the password itself.");
    }));
    m_rotation = new RotationTable(card);
    column->addWidget(m_rotation);
    connect(m_rotation, &RotationTable::edited, this,
            [this] { accept(m_case.setTopic<handover::RotationList>(handover::RotationList{m_rotation->lines()})); });
    return card;
}

QWidget* AccountPlanPage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_summary = makeHeading([] { return QString(); });
    m_summary->setObjectName(QStringLiteral("planSummary"));
    m_deeds = makeLabel([] { return QString(); });
    m_deeds->setObjectName(QStringLiteral("planDeeds"));
    m_files = makeSmall([] { return QString(); });
    m_files->setObjectName(QStringLiteral("planWritten"));
    column->addWidget(m_summary);
    column->addWidget(m_deeds);
    column->addWidget(m_files);
    return card;
}

void AccountPlanPage::fillIn()
{
    const policy::CompanyPolicy& policy = m_case.policy();
    const std::optional<handover::AccountPlan>& saved = m_case.topicIfSet<handover::AccountPlan>();
    handover::AccountPlan plan = saved.value_or(handover::AccountPlan{});
    if (!saved) {
        const People& people = m_case.people();
        plan.disableOn = checklists::disabledOn(policy.account, people.lastWorkingDay, people.endOfContract);
        plan.deleteOn = plan.disableOn.isValid() ? plan.disableOn.addMonths(policy.account.deleteAfterMonths) : QDate();
        plan.leaveGroups = policy.account.leaveGroups;
        plan.login = {QUrl(policy.directoryUrl), {}, policy.caFile};
        plan.target = m_case.archiveChoice().target;
    }
    m_form->setPlan(plan, m_case.topic<handover::DirectoryEntry>().groups);
    directory::DirectoryLogin own = plan.login;
    own.user = m_case.people().leaver.email;
    m_own->setLogin(own);
    if (m_helpdesk != nullptr) {
        m_helpdesk->setLogin(plan.login, plan.account.isEmpty() ? m_case.people().leaver.email : plan.account);
        m_atOnce->setChecked(plan.isAtOnce);
        m_unlock->setChecked(plan.unlocks);
    }
    m_rotation->setUsualDue(m_case.people().lastWorkingDay);
    m_rotation->setLines(m_case.topic<handover::RotationList>().lines);
    m_ways->choose(saved ? static_cast<int>(plan.way) : -1);
}

QString AccountPlanPage::title() const
{
    return isComplete() ? tr("Your account is settled") : tr("What happens to your account?");
}

QString AccountPlanPage::lead() const
{
    return AccountPlanText::mayReturn(m_case)
               ? tr("The account is disabled after your last day, deleted months later, and can come back until then.")
               : tr("The account is disabled after your last day and deleted months later.");
}

QString AccountPlanPage::why() const
{
    return tr("An account that nobody closes can be misused in your name. A date and a name for each step protect you "
              "and the company. After the deletion most of the entry is gone, so a copy of it is kept.");
}

QString AccountPlanPage::primaryText() const
{
    if (isComplete()) {
        return tr("Next");
    }
    switch (way()) {
    case Way::Helpdesk:
        return tr("Carry out the plan");
    case Way::Files:
        return tr("Write the plan for IT");
    case Way::Later:
        break;
    }
    return tr("Leave it open");
}

AccountPlanPage::Way AccountPlanPage::way() const
{
    return static_cast<Way>(m_ways->chosen());
}

bool AccountPlanPage::isReady() const
{
    if (way() == Way::Later) {
        return true;
    }
    const bool isSignedIn = way() == Way::Helpdesk       ? m_helpdesk->isReady()
                            : m_withChanges->isChecked() ? m_own->isReady()
                                                         : true;
    return isSignedIn && m_form->isReady();
}

bool AccountPlanPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || isReady());
}

QString AccountPlanPage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    const QString missing = m_form->missing();
    return missing.isEmpty() ? tr("Please fill in the sign-in.") : missing;
}

void AccountPlanPage::refresh()
{
    const std::optional<handover::AccountPlanOutcome>& outcome = m_case.topicIfSet<handover::AccountPlanOutcome>();
    m_result->setVisible(outcome.has_value());
    m_ways->setVisible(!outcome && !m_panel->isBusy());
    m_plan->setVisible(!outcome && !m_panel->isBusy() && way() != Way::Later);
    if (!outcome) {
        return;
    }
    m_summary->setText(AccountPlanText::summary(*outcome));
    m_deeds->setText(AccountPlanText::deeds(*outcome));
    m_deeds->setVisible(!m_deeds->text().isEmpty());
    m_files->setText(tr("Files for IT: %1").arg(outcome->files.join(QStringLiteral(", "))));
    m_files->setVisible(!outcome->files.isEmpty());
}

handover::AccountPlan AccountPlanPage::plan() const
{
    handover::AccountPlan plan;
    plan.way = way();
    m_form->addTo(plan);
    if (plan.way == Way::Helpdesk) {
        plan.login = m_helpdesk->login();
        plan.account = m_helpdesk->account();
        plan.isAtOnce = m_atOnce->isChecked();
        plan.unlocks = m_unlock->isChecked();
    } else if (m_withChanges->isChecked()) {
        plan.login = m_own->login();
    }
    return plan;
}

void AccountPlanPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    if (!accept(m_case.setTopic<handover::AccountPlan>(plan()))) {
        return;
    }
    if (way() == Way::Later) {
        if (accept(m_case.settleAccountOutside())) {
            Q_EMIT finished();
        }
        return;
    }
    m_panel->expect(
        tr("If you cancel, what was changed so far stays; the plan can be carried out again without harm."));
    m_acts.startAccountPlan(way() == Way::Helpdesk ? m_helpdesk->takePassword() : m_own->takePassword(),
                            AccountPlanText::words(m_case));
}

} // namespace staffelstab::wizard_pages
