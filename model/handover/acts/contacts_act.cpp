// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/contacts_act.h"

#include "archive/contact_list.h"
#include "handover/acts/letter_round.h"
#include "handover/topics/contact_topics.h"

#include <sodium.h>

#include <algorithm>

namespace staffelstab::handover {

namespace {

using reply::Audience;
using separation::Contact;
using Way = ContactsChoice::Way;

constexpr int keyBytes = 32;

struct Input
{
    ContactsChoice choice;
    ContactTraces traces;
    std::vector<Contact> listed;
    archive::ContactListOptions list;
    std::vector<Letter> letters;
    LetterPost post;
    Secret password;
    std::vector<MailboxLogin> logins;
    QByteArray key;
    QString language;
    QDateTime now;
};

std::vector<Contact> chosen(std::vector<Contact> contacts, const QStringList& addresses)
{
    std::erase_if(contacts, [&addresses](const Contact& contact) { return !addresses.contains(contact.address); });
    return contacts;
}

/** Drawn once for each case. */
Result<QByteArray> letterKey(HandoverCase& handover)
{
    if (const auto& known = handover.topicIfSet<LetterKey>()) {
        return known->key;
    }
    QByteArray key(keyBytes, '\0');
    randombytes_buf(key.data(), static_cast<std::size_t>(key.size()));
    const Status set = handover.setTopic<LetterKey>(LetterKey{key});
    return set ? Result<QByteArray>(std::move(key)) : set.failure();
}

Status addLetters(const HandoverCase& handover, Audience audience, const reply::Farewell& text,
                  const std::vector<Contact>& contacts, Input& input)
{
    const reply::LetterFrame frame = letterFrame(handover, audience);
    if (!contacts.empty() && !reply::faultsOf(text, frame).empty()) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("a letter to the contacts is not complete")};
    }
    for (const Contact& contact : contacts) {
        const reply::Addressee to{contact.name, contact.address};
        input.letters.push_back({audience, to, reply::farewellMessage(text, frame, to, input.now)});
    }
    return Done{};
}

Status collectLetters(const HandoverCase& handover, Input& input)
{
    const ContactsChoice& choice = input.choice;
    if (choice.way == Way::None) {
        return Done{};
    }
    Status added = addLetters(handover, Audience::Private, choice.farewell,
                              chosen(privateContacts(handover), choice.farewellTo), input);
    if (added && choice.isNoticeWanted) {
        added = addLetters(handover, Audience::Business, choice.notice, input.listed, input);
    }
    return added;
}

/** Where nothing is left to be sent, no login is asked for. */
Status leaveOutSettled(Journal& journal, Input& input)
{
    const Result<LetterJournal> noted = LetterJournal::open(journal, input.key);
    if (!noted) {
        return noted.failure();
    }
    const Way way = input.choice.way;
    std::erase_if(input.letters, [&noted, way](const Letter& letter) {
        const LetterState state = noted->stateOf(letter.audience, letter.to.address);
        return state == LetterState::Sent || state == LetterState::Unclear ||
               (state == LetterState::Drafting && way != Way::Drafts) ||
               (state == LetterState::Handed && way != Way::Files);
    });
    return Done{};
}

Status collectLogin(const ActContext& context, MailboxPasswords passwords, Secret password, Input& input)
{
    const ContactsChoice& choice = input.choice;
    if (input.letters.empty()) {
        return Done{};
    }
    if (choice.way == Way::Send) {
        Result<Secret> secret = password.isEmpty()
                                    ? accountPassword(context.handover, context.secrets, smtpKey(choice.server),
                                                      choice.server.host, choice.server.user)
                                    : Result<Secret>(std::move(password));
        if (!secret) {
            return secret.failure();
        }
        input.password = std::move(*secret);
    } else if (choice.way == Way::Drafts) {
        auto logins = collectLogins(context.handover, context.secrets, std::move(passwords.passwords));
        if (!logins) {
            return logins.failure();
        }
        input.logins = std::move(*logins);
    }
    return Done{};
}

Status carryLetters(const Input& input, LetterJournal& journal, JobContext& job)
{
    if (input.letters.empty()) {
        return Done{};
    }
    switch (input.choice.way) {
    case Way::Send:
        return sendLetters(input.letters, input.post, input.password, journal, job);
    case Way::Drafts:
        return saveDrafts(input.letters, input.logins[static_cast<std::size_t>(input.choice.mailbox)], journal, job);
    case Way::Files:
        return writeLetters(input.letters, input.choice.lettersTarget, input.language, journal, job);
    case Way::None:
        break;
    }
    return Done{};
}

/** An earlier list may name somebody who is called private by now. */
Status takeBack(const QStringList& lists)
{
    for (const QString& file : lists) {
        if (QFile::exists(file) && !QFile::remove(file)) {
            return Failure{Failure::Kind::FileNotWritable, file, {}};
        }
    }
    return Done{};
}

Result<ContactsOutcome> carryOut(const Input& input, Journal& journal, JobContext& job)
{
    if (Status taken = takeBack(input.traces.listFiles); !taken) {
        return taken.failure();
    }
    ContactsOutcome outcome;
    outcome.way = input.choice.way;
    if (!input.choice.listTarget.isEmpty() && !input.listed.empty()) {
        const Result<archive::ContactListReport> list = archive::writeContactList(input.listed, input.list);
        if (!list) {
            return list.failure();
        }
        outcome.listed = list->contacts;
        outcome.csvFile = list->csvFile;
        outcome.csvSha256 = list->csvSha256;
        outcome.cardFile = list->cardFile;
        outcome.cardSha256 = list->cardSha256;
    }
    Result<LetterJournal> letters = LetterJournal::open(journal, input.key);
    if (!letters) {
        return letters.failure();
    }
    const Status carried = carryLetters(input, *letters, job);
    return carried ? Result<ContactsOutcome>(std::move(outcome)) : carried.failure();
}

Result<std::shared_ptr<Input>> inputFor(const ActContext& context, MailboxPasswords passwords, Secret password)
{
    HandoverCase& handover = context.handover;
    auto input = std::make_shared<Input>();
    input->choice = handover.topic<ContactsChoice>();
    input->traces = handover.topic<ContactTraces>();
    input->language = handover.language();
    input->now = handover.clock().now();
    input->listed = chosen(businessContacts(handover), input->choice.business);
    input->list = {input->choice.listTarget, handover.language(), handover.caseNumber(), handover.people().successor};
    input->post = {input->choice.server, handover.people().leaver.email,
                   std::chrono::milliseconds(std::chrono::minutes(1)) / std::max(1, input->choice.perMinute)};
    Result<QByteArray> key = letterKey(handover);
    if (!key) {
        return key.failure();
    }
    input->key = std::move(*key);
    Status collected = collectLetters(handover, *input);
    if (collected) {
        collected = leaveOutSettled(handover.journal(), *input);
    }
    // How letters go out need not be settled where there is none.
    if (collected && !input->letters.empty() && !faultsOf(handover, input->choice).empty()) {
        collected = Failure{Failure::Kind::BadInput, {}, QStringLiteral("the choice for the contacts is not complete")};
    }
    if (collected) {
        collected = collectLogin(context, std::move(passwords), std::move(password), *input);
    }
    if (!collected) {
        return collected.failure();
    }
    return input;
}

} // namespace

QString smtpKey(const reply::SmtpServer& server)
{
    return QStringLiteral("smtp %1@%2:%3").arg(server.user, server.host).arg(server.port);
}

Result<Act> contactsAct(const ActContext& context, MailboxPasswords passwords, Secret password)
{
    HandoverCase& handover = context.handover;
    const auto& choice = handover.topicIfSet<ContactsChoice>();
    if (!choice || !handover.scanReport() || handover.receiptFiles()) {
        return notNow();
    }
    auto made = inputFor(context, std::move(passwords), std::move(password));
    if (!made) {
        return made.failure();
    }
    return makeAct<ContactsOutcome>(
        [input = *made, &handover](JobContext& job) { return carryOut(*input, handover.journal(), job); },
        [context, input = *made](ContactsOutcome outcome) -> Status {
            ContactTraces traces = input->traces;
            traces.listFiles = outcome.listed > 0 ? QStringList{outcome.csvFile, outcome.cardFile} : QStringList();
            if (const QString key = smtpKey(input->choice.server); !input->password.isEmpty()) {
                // Without a key store the password is asked for again; what was done stands.
                static_cast<void>(context.secrets.write(key, input->password));
                traces.logins.append(key);
                traces.logins.removeDuplicates();
            }
            if (Status noted = context.handover.setTopic<ContactTraces>(std::move(traces)); !noted) {
                return noted;
            }
            outcome.at = context.handover.clock().now();
            return context.handover.setTopic<ContactsOutcome>(std::move(outcome));
        });
}

} // namespace staffelstab::handover
