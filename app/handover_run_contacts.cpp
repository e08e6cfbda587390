// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"
#include "app/handover_run.h"
#include "app/run_inputs.h"
#include "handover/acts/contacts_act.h"

#include <algorithm>

namespace staffelstab::app {

namespace {

using handover::ContactsChoice;

void takeLetter(reply::Farewell& letter, const reply::Farewell& given)
{
    letter.subject = given.subject.isEmpty() ? letter.subject : given.subject;
    letter.body = given.body.isEmpty() ? letter.body : given.body;
}

void leaveOut(QStringList& addresses, const QStringList& without)
{
    addresses.removeIf([&without](const QString& address) { return without.contains(address); });
}

/** What is absent takes what the page would propose. */
ContactsChoice contactsChoice(const handover::HandoverCase& handover, const Answers::Contacts& answers)
{
    ContactsChoice choice = handover::proposedContacts(handover);
    choice.way = answers.way;
    if (!answers.server.host.isEmpty()) {
        choice.server = answers.server;
    }
    choice.perMinute = answers.perMinute;
    const auto& mailboxes = handover.mailboxes();
    const auto first = std::find_if(mailboxes.begin(), mailboxes.end(),
                                    [](const auto& source) { return source.kind == mail::StoreKind::Imap; });
    choice.mailbox = answers.mailbox >= 0       ? answers.mailbox
                     : first == mailboxes.end() ? -1
                                                : static_cast<int>(first - mailboxes.begin());
    choice.lettersTarget = answers.lettersTarget;
    choice.privateAddress = answers.privateAddress;
    takeLetter(choice.farewell, answers.farewell);
    takeLetter(choice.notice, answers.notice);
    choice.isNoticeWanted = answers.isNoticeWanted;
    choice.listTarget = answers.listTarget;
    for (const separation::Contact& contact : handover::privateContacts(handover)) {
        choice.farewellTo.append(contact.address);
    }
    leaveOut(choice.farewellTo, answers.without);
    leaveOut(choice.business, answers.without);
    return choice;
}

} // namespace

Status HandoverRun::contacts()
{
    const bool isDone = m_case->topicIfSet<handover::ContactsOutcome>().has_value();
    if (!m_answers.contacts || isDone || !m_case->mayEnter(handover::Step::Contacts)) {
        tell("contacts", isDone ? "already_done" : "open");
        return Done{};
    }
    if (Status set = m_case->setTopic<ContactsChoice>(contactsChoice(*m_case, *m_answers.contacts)); !set) {
        return set;
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    auto password = optionalSecret(m_answers.contacts->passwordFile);
    if (!password) {
        return password.failure();
    }
    tell("contacts", "begins");
    Status told = handover::HandoverActs::run(
        handover::contactsAct(m_acts->context(), std::move(passwords).value(), std::move(password).value()), m_job);
    if (told) {
        tell("contacts", "done");
    }
    return told;
}

} // namespace staffelstab::app
