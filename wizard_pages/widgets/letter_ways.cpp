// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/letter_ways.h"

#include "wizard_pages/contacts_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/mailbox_logins.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/smtp_form.h"
#include "wizard_pages/widgets/way_chooser.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace staffelstab::wizard_pages {

using handover::ContactsChoice;
using Way = ContactsChoice::Way;

LetterWays::LetterWays(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_ways(new WayChooser(this)), m_server(new SmtpForm(prompts, m_ways)),
      m_logins(new MailboxLogins(this)),
      m_folder(new PathField(QStringLiteral("lettersTarget"), PathField::Kind::Folder, prompts, m_ways)),
      m_folderLabel(new QLabel(m_ways)), m_faults(new QLabel(this)),
      m_send(m_ways->addWay(static_cast<int>(Way::Send), QStringLiteral("contactsSend"), m_server)),
      m_drafts(m_ways->addWay(static_cast<int>(Way::Drafts), QStringLiteral("contactsDrafts"), nullptr)),
      m_files(m_ways->addWay(static_cast<int>(Way::Files), QStringLiteral("contactsFiles"), makeFolder())),
      m_none(m_ways->addWay(static_cast<int>(Way::None), QStringLiteral("contactsNone"), nullptr))
{
    m_faults->setObjectName(QStringLiteral("contactsFaults"));
    m_faults->setProperty("tone", QStringLiteral("danger"));
    m_faults->setWordWrap(true);
    m_logins->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_ways);
    column->addWidget(m_logins);
    column->addWidget(m_faults);
    connect(m_ways, &WayChooser::changed, this, &LetterWays::changed);
    connect(m_server, &SmtpForm::changed, this, &LetterWays::changed);
    connect(m_folder, &PathField::changed, this, &LetterWays::changed);
    retranslate();
}

QWidget* LetterWays::makeFolder()
{
    auto* labelled = new QWidget(m_ways);
    auto* column = new QVBoxLayout(labelled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_folderLabel);
    column->addWidget(m_folder);
    m_folderLabel->setBuddy(m_folder);
    return labelled;
}

void LetterWays::show(const ContactsChoice& choice, const std::vector<mail::MailboxSource>& mailboxes)
{
    const auto found = std::find_if(mailboxes.begin(), mailboxes.end(), [](const mail::MailboxSource& source) {
        return source.kind == mail::StoreKind::Imap;
    });
    m_mailbox = found == mailboxes.end() ? -1 : static_cast<int>(found - mailboxes.begin());
    m_drafts->setEnabled(m_mailbox >= 0);
    m_logins->setMailboxes(mailboxes);
    m_server->setServer(choice.server);
    m_folder->setPath(choice.lettersTarget);
    m_ways->choose(static_cast<int>(choice.way));
}

Way LetterWays::way() const
{
    return static_cast<Way>(m_ways->chosen());
}

void LetterWays::fill(ContactsChoice& choice) const
{
    choice.way = way();
    choice.server = m_server->server();
    choice.mailbox = m_mailbox;
    choice.lettersTarget = m_folder->path();
}

void LetterWays::showFaults(const std::vector<handover::ContactsFault>& faults)
{
    QStringList sentences;
    for (const handover::ContactsFault fault : faults) {
        sentences.append(ContactsText::fault(fault));
    }
    m_faults->setText(sentences.join(u' '));
    m_faults->setVisible(!sentences.isEmpty());
}

void LetterWays::showFailure(const Failure& failure)
{
    m_logins->setVisible(way() == Way::Drafts && m_logins->isNeeded() && MailboxLogins::asksForPassword(failure));
}

Secret LetterWays::takePassword()
{
    return m_server->takePassword();
}

handover::MailboxPasswords LetterWays::takeLogins()
{
    return m_logins->take();
}

void LetterWays::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LetterWays::retranslate()
{
    m_send->setTexts(tr("Send them now from your account"),
                     tr("One by one, each to one person only. What was sent cannot be taken back."));
    m_drafts->setTexts(tr("Save them as drafts in the mailbox"),
                       tr("You look through them in your mail program and send them yourself."));
    m_files->setTexts(tr("Write them as files"), tr("Your mail program opens them to be sent; no server is needed."));
    m_none->setTexts(tr("Write to nobody"), tr("The receipt will say so."));
    m_folder->setTexts(tr("Folder for the letters, for you alone"));
    m_folderLabel->setText(tr("Folder for the letters, for you alone"));
}

} // namespace staffelstab::wizard_pages
