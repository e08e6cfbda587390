// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/password_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/directory_login_form.h"
#include "wizard_pages/widgets/it_reset_form.h"
#include "wizard_pages/widgets/password_result.h"
#include "wizard_pages/widgets/password_style_field.h"
#include "wizard_pages/widgets/seal_form.h"
#include "wizard_pages/widgets/way_chooser.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

PasswordPage::PasswordPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                           QWidget* parent)
    : CasePage(handover, handover::Step::Password, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_choice(new WayChooser(this)), m_result(new PasswordResult(this)),
      m_panel(new ActPanel(acts, handover::Step::Password, this)), m_letterCheck(makeLetterCheck())
{
    for (const Way way : allowedWays()) {
        addWay(way);
    }
    connect(m_choice, &WayChooser::changed, this, &PasswordPage::changed);
    content()->addWidget(m_result);
    content()->addWidget(m_choice);
    content()->addWidget(m_panel);
    content()->addWidget(m_letterCheck);
    connect(&acts, &handover::HandoverActs::letterPrinted, m_letterCheck, &QWidget::show);
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        m_letterCheck->hide();
        refresh();
        Q_EMIT changed();
    });
    fillIn();
}

std::vector<PasswordPage::Way> PasswordPage::allowedWays() const
{
    std::vector<Way> ways;
    for (const policy::PasswordWay way : m_case.policy().account.passwordWays) {
        ways.push_back(way == policy::PasswordWay::Helpdesk    ? Way::Helpdesk
                       : way == policy::PasswordWay::Directory ? Way::Directory
                                                               : Way::It);
    }
    ways.push_back(Way::Later);
    return ways;
}

void PasswordPage::addWay(Way way)
{
    const char* const names[] = {"wayDirectory", "wayIt", "wayLater", "wayHelpdesk"};
    const int id = static_cast<int>(way);
    ChoiceButton* const button = m_choice->addWay(id, QLatin1String(names[id]), makeForm(way));
    onLanguage([button, way] {
        switch (way) {
        case Way::Helpdesk:
            button->setTexts(tr("The helpdesk resets it here"),
                             tr("Somebody with the right signs in. A new password must be chosen at the next sign-in, "
                                "and nobody holds one in your name."));
            break;
        case Way::Directory:
            button->setTexts(tr("Change it now"), tr("The program sets a fresh password, checks that it works and the "
                                                     "old one does not, and seals it for the supervisor."));
            break;
        case Way::It:
            button->setTexts(tr("IT resets it"), tr("You write down who does it and when."));
            break;
        case Way::Later:
            button->setTexts(tr("Leave it open"), tr("The receipt will name it as an open point."));
            break;
        }
    });
}

QWidget* PasswordPage::makeForm(Way way)
{
    return way == Way::Directory  ? makeDirectoryForm()
           : way == Way::Helpdesk ? makeHelpdeskForm()
           : way == Way::It       ? makeItForm()
                                  : nullptr;
}

QWidget* PasswordPage::makeDirectoryForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_login = new DirectoryLoginForm(QStringLiteral("directory"), DirectoryLoginForm::Who::Leaver, m_prompts, card);
    m_login->demandPassword();
    m_style = new PasswordStyleField(card);
    m_seal = new SealForm(m_prompts, card);
    column->addWidget(m_login);
    column->addWidget(
        makeSmall([] { return tr("It signs you in once and is forgotten. It is not stored, shown or handed over."); }));
    column->addWidget(m_style);
    column->addWidget(m_seal);
    connect(m_login, &DirectoryLoginForm::changed, this, &PasswordPage::changed);
    connect(m_seal, &SealForm::changed, this, &PasswordPage::changed);
    return card;
}

QWidget* PasswordPage::makeHelpdeskForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_helpdesk = new DirectoryLoginForm(QStringLiteral("helpdesk"), DirectoryLoginForm::Who::Helpdesk, m_prompts, card);
    column->addWidget(m_helpdesk);
    column->addWidget(makeSmall([] {
        return tr(
            "The helpdesk's password signs in once and is forgotten. The password that is set is made here, tried "
            "and forgotten as well.");
    }));
    connect(m_helpdesk, &DirectoryLoginForm::changed, this, &PasswordPage::changed);
    return card;
}

QWidget* PasswordPage::makeItForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_it = new ItResetForm(card);
    column->addWidget(m_it);
    connect(m_it, &ItResetForm::changed, this, &PasswordPage::changed);
    connect(m_it, &ItResetForm::changed, this, &PasswordPage::typed);
    return card;
}

QWidget* PasswordPage::makeLetterCheck()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    card->hide();
    column->addWidget(makeHeading([] { return tr("Is the letter in your hand?"); }));
    column->addWidget(makeLabel([] {
        return tr("Look whether the line in the frame is printed whole, fold the letter as it says and close it. Your "
                  "password is changed only after you confirm. If it did not come out, cancel: nothing changes then.");
    }));
    QPushButton* here =
        makeButton(QStringLiteral("letterHere"), {}, [] { return tr("The letter is closed: change the password"); });
    column->addWidget(here, 0, Qt::AlignLeft);
    connect(here, &QPushButton::clicked, this, [this] {
        m_letterCheck->hide();
        m_acts.confirmLetter();
    });
    return card;
}

void PasswordPage::fillIn()
{
    const handover::PasswordChoice& saved = m_case.passwordChoice();
    directory::DirectoryLogin login = saved.login;
    if (login.url.isEmpty()) {
        login.url = QUrl(m_case.policy().directoryUrl);
    }
    if (login.caFile.isEmpty()) {
        login.caFile = m_case.policy().caFile;
    }
    if (m_helpdesk != nullptr) {
        const bool isSaved = saved.way == Way::Helpdesk && !saved.account.isEmpty();
        m_helpdesk->setLogin(isSaved ? login : directory::DirectoryLogin{login.url, {}, login.caFile},
                             isSaved ? saved.account : m_case.people().leaver.email);
    }
    if (m_login != nullptr) {
        if (login.user.isEmpty() || saved.way == Way::Helpdesk) {
            login.user = m_case.people().leaver.email;
        }
        m_login->setLogin(login);
        m_style->setStyle(login.user == saved.login.user ? saved.style : directory::wordsOf(m_case.language()));
        m_seal->setChoice(saved, m_case.archiveChoice().target);
        if (m_case.passwordChangeOpenSince().isValid()) {
            m_seal->askForNotedCode();
        }
    }
    if (m_it != nullptr) {
        m_it->set(saved.itName, saved.itDate);
    }
    m_choice->choose(static_cast<int>(saved.way));
}

QString PasswordPage::title() const
{
    return isComplete() ? tr("Your password is settled") : tr("Replace your password");
}

QString PasswordPage::lead() const
{
    return tr(
        "Your own password is nobody's business. It is replaced by a fresh one; nobody is ever told the old one.");
}

QString PasswordPage::why() const
{
    return tr("The company needs to reach the account after you have left, and you need to be able to say that nobody "
              "acted in your name. Both hold when the password is new, sealed and not yours.");
}

QString PasswordPage::primaryText() const
{
    if (isComplete()) {
        return tr("Next");
    }
    switch (way()) {
    case Way::It:
        return tr("Record that IT resets it");
    case Way::Later:
        return tr("Leave it open");
    case Way::Helpdesk:
        return tr("Reset the password now");
    case Way::Directory:
        break;
    }
    return tr("Change the password now");
}

PasswordPage::Way PasswordPage::way() const
{
    return static_cast<Way>(m_choice->chosen());
}

bool PasswordPage::isReady() const
{
    switch (way()) {
    case Way::It:
        return !m_it->name().isEmpty() && m_it->date().isValid() && !isResetTooEarly();
    case Way::Later:
        return true;
    case Way::Helpdesk:
        return m_helpdesk->isReady();
    case Way::Directory:
        break;
    }
    return m_login->isReady() && m_seal->isReady();
}

bool PasswordPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || isReady());
}

/** A reset before the handover began cannot be the one that ends it. */
bool PasswordPage::isResetTooEarly() const
{
    return m_it->date().isValid() && m_it->date() < m_case.createdAt().toLocalTime().date();
}

QString PasswordPage::missing() const
{
    if (m_panel->isBusy()) {
        return {};
    }
    return way() == Way::It && isResetTooEarly() ? tr("The day of the reset is before this handover began.")
                                                 : tr("Please fill in what the chosen way needs.");
}

void PasswordPage::refresh()
{
    const bool isSettled = m_case.password().has_value();
    m_result->setVisible(isSettled);
    m_choice->setVisible(!isSettled && !m_panel->isBusy());
    if (!isSettled) {
        return;
    }
    m_result->show(*m_case.password(), m_case.passwordChoice());
}

handover::PasswordChoice PasswordPage::choice() const
{
    handover::PasswordChoice choice;
    choice.way = way();
    if (choice.way == Way::Directory) {
        choice.login = m_login->login();
        choice.style = m_style->style();
        m_seal->addTo(choice);
    } else if (choice.way == Way::Helpdesk) {
        choice.login = m_helpdesk->login();
        choice.account = m_helpdesk->account();
    } else if (choice.way == Way::It) {
        choice.itName = m_it->name();
        choice.itDate = m_it->date();
    }
    return choice;
}

void PasswordPage::leave()
{
    // While the end of a change is unknown, the choice tells where its seal lies.
    const bool isFree = !isComplete() && !m_panel->isBusy() && !m_case.passwordChangeOpenSince().isValid();
    if (isFree && m_case.mayEnter(handover::Step::Password) && choice().toJson() != m_case.passwordChoice().toJson()) {
        accept(m_case.setPasswordChoice(choice()));
    }
}

void PasswordPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    if (!accept(m_case.setPasswordChoice(choice()))) {
        return;
    }
    if (way() == Way::It || way() == Way::Later) {
        if (accept(m_case.settlePasswordOutside())) {
            Q_EMIT finished();
        }
        return;
    }
    m_panel->expect(tr("If you cancel before the server has answered, your old password stays valid."));
    const bool isReset = way() == Way::Helpdesk;
    m_acts.startPasswordChange(isReset ? m_helpdesk->takePassword() : m_login->takePassword(),
                               isReset ? Secret() : m_seal->takeCode());
}

} // namespace staffelstab::wizard_pages
