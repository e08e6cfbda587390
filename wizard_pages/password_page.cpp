// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/password_page.h"

#include "secrets/seal.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/date_field.h"
#include "wizard_pages/widgets/noted_secret.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace staffelstab::wizard_pages {

namespace {

QString proofLine(directory::Proof proof, const QString& yes, const QString& no, const QString& unverifiable)
{
    switch (proof) {
    case directory::Proof::Yes:
        return QStringLiteral("✓ ") + yes;
    case directory::Proof::No:
        return QStringLiteral("✕ ") + no;
    case directory::Proof::Unverifiable:
        break;
    }
    return QStringLiteral("– ") + unverifiable;
}

} // namespace

PasswordPage::PasswordPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                           QWidget* parent)
    : CasePage(handover, handover::Step::Password, Body::Scrolling, parent), m_acts(acts), m_prompts(prompts),
      m_panel(new ActPanel(acts, handover::Step::Password, this))
{
    m_result = makeResult();
    m_choice = makeChoice();
    content()->addWidget(m_result);
    content()->addWidget(m_choice);
    content()->addWidget(m_panel);
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    fillIn();
}

QLabel* PasswordPage::addRow(QFormLayout* form, QWidget* field, Say label)
{
    QLabel* text = makeLabel(std::move(label));
    text->setBuddy(field);
    text->setMinimumWidth(200);
    form->addRow(text, field);
    return text;
}

QWidget* PasswordPage::makeChoice()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* group = new QButtonGroup(box);
    const std::pair<const char*, std::function<std::pair<QString, QString>()>> ways[] = {
        {"wayDirectory",
         [] {
             return std::pair(tr("Change it now"), tr("The program sets a fresh password, checks that it works and the "
                                                      "old one does not, and seals it for the supervisor."));
         }},
        {"wayIt", [] { return std::pair(tr("IT resets it"), tr("You write down who does it and when.")); }},
        {"wayLater", [] { return std::pair(tr("Leave it open"), tr("The receipt will name it as an open point.")); }}};
    for (int i = 0; i < 3; ++i) {
        m_ways[i] = new ChoiceButton(box);
        m_ways[i]->setObjectName(QLatin1String(ways[i].first));
        m_ways[i]->setCheckable(true);
        group->addButton(m_ways[i], i);
        onLanguage([button = m_ways[i], texts = ways[i].second] { button->setTexts(texts().first, texts().second); });
        column->addWidget(m_ways[i]);
        if (i == 0) {
            m_directory = makeDirectoryForm();
            column->addWidget(m_directory);
        } else if (i == 1) {
            m_it = makeItForm();
            column->addWidget(m_it);
        }
    }
    connect(group, &QButtonGroup::idToggled, this, [this] {
        m_directory->setVisible(way() == Way::Directory);
        m_it->setVisible(way() == Way::It);
        Q_EMIT changed();
    });
    return box;
}

QWidget* PasswordPage::makeDirectoryForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    m_url = new QLineEdit(card);
    m_url->setObjectName(QStringLiteral("directoryUrl"));
    m_url->setPlaceholderText(QStringLiteral("ldaps://dc.firma.example"));
    m_user = new QLineEdit(card);
    m_user->setObjectName(QStringLiteral("directoryUser"));
    m_ca = new PathField(QStringLiteral("directoryCa"), PathField::Kind::File, m_prompts, card);
    m_old = new SecretField(card);
    m_old->setObjectName(QStringLiteral("oldPassword"));
    addRow(form, m_url, [] { return tr("Directory server"); });
    addRow(form, m_user, [] { return tr("Your user name"); });
    addRow(form, m_old, [] { return tr("Your present password"); });
    addRow(form, m_ca, [] { return tr("CA file (optional)"); });
    column->addLayout(form);
    column->addWidget(
        makeSmall([] { return tr("It signs you in once and is forgotten. It is not stored, shown or handed over."); }));
    addSeal(column);
    for (QLineEdit* edit : {m_url, m_user, static_cast<QLineEdit*>(m_old)}) {
        connect(edit, &QLineEdit::textChanged, this, &PasswordPage::changed);
    }
    return card;
}

void PasswordPage::addSeal(QVBoxLayout* column)
{
    column->addWidget(makeHeading([] { return tr("How the fresh password is sealed"); }));
    auto* group = new QButtonGroup(this);
    m_byCode = new ChoiceButton(this);
    m_byCertificate = new ChoiceButton(this);
    m_byCode->setObjectName(QStringLiteral("sealByCode"));
    m_byCertificate->setObjectName(QStringLiteral("sealByCertificate"));
    for (ChoiceButton* button : {m_byCode, m_byCertificate}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_code = new NotedSecret([] { return secrets::generateCode(); }, this);
    m_certificate = new PathField(QStringLiteral("sealCertificate"), PathField::Kind::File, m_prompts, this);
    m_sealTarget = new PathField(QStringLiteral("sealTarget"), PathField::Kind::Folder, m_prompts, this);
    column->addWidget(m_byCode);
    column->addWidget(m_code);
    column->addWidget(m_byCertificate);
    column->addWidget(m_certificate);
    column->addWidget(makeLabel([] { return tr("Folder for the sealed file"); }));
    column->addWidget(m_sealTarget);
    onLanguage([this] {
        m_byCode->setTexts(tr("With a one-time code"),
                           tr("Shown once. Give it to the supervisor on paper, apart from the sealed file."));
        m_byCertificate->setTexts(tr("To the supervisor's certificate"), tr("Only the owner of its key can open it."));
        m_ca->setTexts(tr("CA file (optional)"), tr("Certificates (*.pem *.crt *.cer)"));
        m_certificate->setTexts(tr("Certificate of the supervisor"), tr("Certificates (*.pem *.crt *.cer *.der)"));
        m_sealTarget->setTexts(tr("Folder for the sealed file"));
    });
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_code->setVisible(m_byCode->isChecked());
        m_certificate->setVisible(m_byCertificate->isChecked());
        Q_EMIT changed();
    });
    connect(m_code, &NotedSecret::changed, this, &PasswordPage::changed);
    connect(m_certificate, &PathField::changed, this, &PasswordPage::changed);
    connect(m_sealTarget, &PathField::changed, this, &PasswordPage::changed);
}

QWidget* PasswordPage::makeItForm()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(space::large);
    m_itName = new QLineEdit(card);
    m_itName->setObjectName(QStringLiteral("itName"));
    m_itDate = new DateField(card);
    m_itDate->setObjectName(QStringLiteral("itDate"));
    addRow(form, m_itName, [] { return tr("Who resets it"); });
    addRow(form, m_itDate, [] { return tr("On"); });
    onLanguage([this] { m_itDate->retranslate(); });
    column->addLayout(form);
    connect(m_itName, &QLineEdit::textChanged, this, &PasswordPage::changed);
    connect(m_itDate, &QLineEdit::textChanged, this, &PasswordPage::changed);
    return card;
}

QWidget* PasswordPage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_summary = makeHeading([] { return QString(); });
    m_summary->setObjectName(QStringLiteral("passwordSummary"));
    m_proofs = makeLabel([] { return QString(); });
    m_proofs->setObjectName(QStringLiteral("passwordProofs"));
    m_seal = makeLabel([] { return QString(); });
    column->addWidget(m_summary);
    column->addWidget(m_proofs);
    column->addWidget(m_seal);
    return card;
}

void PasswordPage::fillIn()
{
    const handover::PasswordChoice& saved = m_case.passwordChoice();
    m_ways[static_cast<int>(saved.way)]->setChecked(true);
    m_url->setText(saved.login.url.isEmpty() ? m_case.policy().directoryUrl : saved.login.url.toString());
    m_user->setText(saved.login.user.isEmpty() ? m_case.people().leaver.email : saved.login.user);
    m_ca->setPath(saved.login.caFile.isEmpty() ? m_case.policy().caFile : saved.login.caFile);
    m_certificate->setPath(saved.certificateFile);
    m_sealTarget->setPath(saved.sealTarget.isEmpty() ? m_case.archiveChoice().target : saved.sealTarget);
    m_itName->setText(saved.itName);
    m_itDate->setDate(saved.itDate);
    m_certificate->setVisible(false);
    const bool isByCode = saved.sealBy == handover::PasswordChoice::SealBy::Code || saved.certificateFile.isEmpty();
    (isByCode ? m_byCode : m_byCertificate)->setChecked(true);
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
    case Way::Directory:
        break;
    }
    return tr("Change the password now");
}

PasswordPage::Way PasswordPage::way() const
{
    return m_ways[1]->isChecked() ? Way::It : m_ways[2]->isChecked() ? Way::Later : Way::Directory;
}

bool PasswordPage::isReady() const
{
    switch (way()) {
    case Way::It:
        return !m_itName->text().trimmed().isEmpty() && m_itDate->date().isValid();
    case Way::Later:
        return true;
    case Way::Directory:
        break;
    }
    const bool isSealable = m_byCode->isChecked() ? m_code->isComplete() : !m_certificate->path().isEmpty();
    return !m_url->text().trimmed().isEmpty() && !m_user->text().trimmed().isEmpty() && m_old->isFilled() &&
           !m_sealTarget->path().isEmpty() && isSealable;
}

bool PasswordPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (isComplete() || isReady());
}

void PasswordPage::refresh()
{
    const bool isSettled = m_case.password().has_value();
    m_result->setVisible(isSettled);
    m_choice->setVisible(!isSettled && !m_panel->isBusy());
    m_directory->setVisible(way() == Way::Directory);
    m_it->setVisible(way() == Way::It);
    if (isSettled) {
        showResult();
    }
}

void PasswordPage::showResult()
{
    const handover::PasswordOutcome& outcome = *m_case.password();
    const handover::PasswordChoice& saved = m_case.passwordChoice();
    const QLocale locale;
    m_proofs->setVisible(outcome.way == Way::Directory);
    m_seal->setVisible(outcome.way == Way::Directory);
    if (outcome.way == Way::It) {
        m_summary->setText(tr("%1 of IT resets it on %2.").arg(saved.itName, dayText(saved.itDate)));
        return;
    }
    if (outcome.way == Way::Later) {
        m_summary->setText(tr("Left open; the receipt says so."));
        return;
    }
    const directory::PasswordChangeReport& report = outcome.report;
    m_summary->setText(tr("Changed on %1.").arg(momentText(report.changedAt)));
    QStringList lines{
        proofLine(report.newAccepted, tr("The fresh password was tried and accepted."),
                  tr("The fresh password was tried and refused. Please tell your IT."),
                  tr("Whether the fresh password works could not be tried.")),
        proofLine(report.oldRefused, tr("The old password was tried and refused."),
                  tr("The old password still worked right afterwards; many servers keep it valid for up to an hour."),
                  tr("Whether the old password is refused could not be tried."))};
    if (report.isChangedTwice) {
        lines +=
            QStringLiteral("✓ ") + tr("It was changed twice, so that your own one is not kept as the previous one.");
    }
    m_proofs->setText(lines.join(QLatin1Char('\n')));
    m_seal->setText(tr("Sealed for the supervisor: %1").arg(outcome.sealPath));
}

handover::PasswordChoice PasswordPage::choice() const
{
    handover::PasswordChoice choice;
    choice.way = way();
    choice.login = {QUrl(m_url->text().trimmed()), m_user->text().trimmed(), m_ca->path()};
    choice.sealBy =
        m_byCode->isChecked() ? handover::PasswordChoice::SealBy::Code : handover::PasswordChoice::SealBy::Certificate;
    choice.certificateFile = m_certificate->path();
    choice.sealTarget = m_sealTarget->path();
    choice.itName = m_itName->text().simplified();
    choice.itDate = m_itDate->date();
    return choice;
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
    if (way() != Way::Directory) {
        if (accept(m_case.settlePasswordOutside())) {
            Q_EMIT finished();
        }
        return;
    }
    m_panel->expect(tr("If you cancel before the server has answered, your old password stays valid."));
    m_acts.startPasswordChange(m_old->take(), m_byCode->isChecked() ? m_code->take() : Secret());
}

} // namespace staffelstab::wizard_pages
