// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/contact_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/letter_journal.h"
#include "handover/open_points.h"
#include "handover/topics/files_topics.h"
#include "handover/topics/reply_topics.h"
#include "receipt/sections/contacts_section.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace staffelstab::handover {

namespace {

using reply::Audience;
using separation::Contact;
using Way = ContactsChoice::Way;
using Security = reply::SmtpServer::Security;

constexpr int mostPerMinute = 120;

QJsonObject letterToJson(const reply::Farewell& letter)
{
    return {{"subject", letter.subject}, {"body", letter.body}};
}

reply::Farewell letterFrom(const QJsonValue& value)
{
    const QJsonObject json = value.toObject();
    return {json["subject"].toString(), json["body"].toString()};
}

QString wayName(Way way)
{
    static constexpr const char* names[]{"sent", "drafts", "files", "none"};
    return QString::fromLatin1(names[static_cast<int>(way)]);
}

receipt::ContactsSection::Letters lettersFor(const HandoverCase& handover, Audience audience)
{
    const LetterCounts counts = countLetters(handover, audience);
    return {counts.sent, counts.handed, counts.refused, counts.unclear};
}

/** How many friends somebody has is nobody's business: only that there were letters of a kind. */
receipt::ContactsSection::Letters withoutNumbers(const receipt::ContactsSection::Letters& letters)
{
    return {qMin(letters.sent, 1U), qMin(letters.handed, 1U), qMin(letters.refused, 1U), qMin(letters.unclear, 1U)};
}

std::vector<Contact> contactsFor(const HandoverCase& handover, Verdict verdict)
{
    const People& people = handover.people();
    separation::ContactQuestion question;
    question.verdict = verdict;
    question.companyDomains = handover.policy().companyDomains;
    question.without = {people.leaver.email, handover.topic<ContactsChoice>().privateAddress,
                        handover.topic<ReplyChoice>().privateAddress};
    question.leaverName = people.leaver.name;
    if (verdict == Verdict::Business) {
        question.without += {people.supervisor.email, people.successor.email};
    }
    question.now = handover.clock().now();
    std::vector<Contact> contacts = separation::contactsOf(handover.plan(), question);
    // What cannot stand in a header is no receiver.
    std::erase_if(contacts, [](const Contact& contact) { return !reply::isOneAddress(contact.address); });
    return contacts;
}

/** Submission where the firm says, else on the host of the first mailbox on a server. */
reply::SmtpServer proposedServer(const HandoverCase& handover)
{
    reply::SmtpServer server;
    for (const mail::MailboxSource& source : handover.mailboxes()) {
        if (source.kind == mail::StoreKind::Imap) {
            server.host = source.host;
            server.user = source.user;
            server.caFile = source.caFile;
            break;
        }
    }
    const QString& address = handover.people().leaver.email;
    if (const auto provider = handover.policy().providerFor(address); provider && !provider->smtp.isEmpty()) {
        server.host = provider->smtp.host;
        server.port = static_cast<quint16>(provider->smtp.port);
        server.security =
            provider->smtp.security == policy::MailServer::Security::Tls ? Security::Tls : Security::StartTls;
        const bool isWhole = provider->user == policy::MailProvider::User::Address;
        server.user = server.user.isEmpty() ? (isWhole ? address : address.section(u'@', 0, 0)) : server.user;
    }
    server.caFile = server.caFile.isEmpty() ? handover.policy().caFile : server.caFile;
    return server;
}

/** `path` is `folder` or lies in it. */
bool isInside(const QString& path, const QString& folder)
{
    const QString inner = QDir::cleanPath(QFileInfo(path).absoluteFilePath()) + u'/';
    return inner.startsWith(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) + u'/');
}

/** Letters to friends must not lie where the supervisor gets things. */
bool isAtTheSupervisors(const HandoverCase& handover, const ContactsChoice& choice)
{
    const QStringList theirs{choice.listTarget, handover.archiveChoice().target, handover.passwordChoice().sealTarget,
                             handover.topic<FilesChoice>().businessTarget};
    return std::any_of(theirs.begin(), theirs.end(), [&choice](const QString& folder) {
        return !folder.isEmpty() && isInside(choice.lettersTarget, folder);
    });
}

} // namespace

QJsonObject ContactsChoice::toJson() const
{
    return {{"way", static_cast<int>(way)},
            {"host", server.host},
            {"port", server.port},
            {"security", static_cast<int>(server.security)},
            {"user", server.user},
            {"ca_file", server.caFile},
            {"per_minute", perMinute},
            {"mailbox", mailbox},
            {"letters_target", lettersTarget},
            {"private_address", privateAddress},
            {"farewell", letterToJson(farewell)},
            {"farewell_to", toArray(farewellTo)},
            {"business", toArray(business)},
            {"list_target", listTarget},
            {"notice_wanted", isNoticeWanted},
            {"notice", letterToJson(notice)}};
}

ContactsChoice ContactsChoice::fromJson(const QJsonObject& json)
{
    ContactsChoice choice;
    choice.way = enumFrom(json["way"], Way::None);
    choice.server = {json["host"].toString(), static_cast<quint16>(json["port"].toInt()),
                     enumFrom(json["security"], Security::Tls), json["user"].toString(), json["ca_file"].toString()};
    choice.perMinute = json["per_minute"].toInt(usualPerMinute);
    choice.mailbox = json["mailbox"].toInt();
    choice.lettersTarget = json["letters_target"].toString();
    choice.privateAddress = json["private_address"].toString();
    choice.farewell = letterFrom(json["farewell"]);
    choice.farewellTo = textsFrom(json["farewell_to"]);
    choice.business = textsFrom(json["business"]);
    choice.listTarget = json["list_target"].toString();
    choice.isNoticeWanted = json["notice_wanted"].toBool();
    choice.notice = letterFrom(json["notice"]);
    return choice;
}

QJsonObject ContactTraces::toJson() const
{
    return {{"lists", toArray(listFiles)}, {"logins", toArray(logins)}};
}

ContactTraces ContactTraces::fromJson(const QJsonObject& json)
{
    return {textsFrom(json["lists"]), textsFrom(json["logins"])};
}

QJsonObject ContactsOutcome::toJson() const
{
    return {{"at", dateText(at)},
            {"way", static_cast<int>(way)},
            {"listed", static_cast<qint64>(listed)},
            {"csv", csvFile},
            {"csv_sha256", hex(csvSha256)},
            {"card", cardFile},
            {"card_sha256", hex(cardSha256)}};
}

ContactsOutcome ContactsOutcome::fromJson(const QJsonObject& json)
{
    return {
        dateFrom(json["at"]),        enumFrom(json["way"], Way::None), static_cast<quint32>(json["listed"].toInteger()),
        json["csv"].toString(),      fromHex(json["csv_sha256"]),      json["card"].toString(),
        fromHex(json["card_sha256"])};
}

std::vector<Blocker> ContactsOutcome::blockers(const HandoverCase& handover)
{
    return handover.topicIfSet<ContactsOutcome>() ? std::vector<Blocker>{}
                                                  : std::vector<Blocker>{{Blocker::Kind::ContactsOpen}};
}

void ContactsOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    open.addIf(handover.scanReport() && !handover.topicIfSet<ContactsOutcome>(), "no_contacts");
    // What became of private letters is no open point between the parties.
    const LetterCounts business = countLetters(handover, Audience::Business);
    open.addIf(business.refused > 0, "letters_refused", business.refused);
    open.addIf(business.unclear > 0, "letters_unclear", business.unclear);
}

void ContactsOutcome::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    receipt::ContactsSection facts;
    facts.farewells = withoutNumbers(lettersFor(handover, Audience::Private));
    facts.notices = lettersFor(handover, Audience::Business);
    const auto& outcome = handover.topicIfSet<ContactsOutcome>();
    // Letters that left before a stop are told even if the page was not finished.
    if (!outcome && facts.farewells.isEmpty() && facts.notices.isEmpty()) {
        return;
    }
    facts.way = wayName(outcome ? outcome->way : handover.topic<ContactsChoice>().way);
    if (outcome && outcome->listed > 0) {
        facts.listed = outcome->listed;
        facts.csvFile = QFileInfo(outcome->csvFile).fileName();
        facts.csvSha256 = outcome->csvSha256;
        facts.cardFile = QFileInfo(outcome->cardFile).fileName();
        facts.cardSha256 = outcome->cardSha256;
    }
    record.set(facts);
}

std::vector<Contact> privateContacts(const HandoverCase& handover)
{
    return contactsFor(handover, Verdict::Private);
}

std::vector<Contact> businessContacts(const HandoverCase& handover)
{
    return contactsFor(handover, Verdict::Business);
}

reply::LetterFrame letterFrame(const HandoverCase& handover, Audience audience)
{
    const bool isPrivate = audience == Audience::Private;
    return {audience,
            handover.people(),
            isPrivate ? handover.topic<ContactsChoice>().privateAddress : QString(),
            handover.policy().outOfOffice.neutralMailbox,
            handover.caseNumber(),
            handover.language()};
}

ContactsChoice proposedContacts(const HandoverCase& handover)
{
    ContactsChoice choice;
    choice.server = proposedServer(handover);
    choice.way = choice.server.host.isEmpty() ? Way::Files : Way::Send;
    choice.farewell =
        reply::proposeFarewell(handover.language(), handover.policy().texts.farewell.in(handover.language()));
    choice.notice = reply::proposeNotice(handover.language());
    for (const Contact& contact : businessContacts(handover)) {
        if (!contact.isInternal && !contact.isMixed) {
            choice.business.append(contact.address);
        }
    }
    return choice;
}

std::vector<ContactsFault> faultsOf(const HandoverCase& handover, const ContactsChoice& choice)
{
    std::vector<ContactsFault> faults;
    const auto note = [&faults](bool isWrong, ContactsFault fault) {
        if (isWrong) {
            faults.push_back(fault);
        }
    };
    const auto& mailboxes = handover.mailboxes();
    const auto mailbox = static_cast<std::size_t>(choice.mailbox);
    switch (choice.way) {
    case Way::Send:
        note(choice.server.host.isEmpty() || choice.server.user.isEmpty(), ContactsFault::NoServer);
        note(choice.perMinute < 1 || choice.perMinute > mostPerMinute, ContactsFault::TooFast);
        break;
    case Way::Drafts:
        note(choice.mailbox < 0 || mailbox >= mailboxes.size() || mailboxes[mailbox].kind != mail::StoreKind::Imap,
             ContactsFault::NoMailbox);
        break;
    case Way::Files:
        note(choice.lettersTarget.isEmpty(), ContactsFault::NoFolder);
        note(!choice.lettersTarget.isEmpty() && !choice.farewellTo.isEmpty() && isAtTheSupervisors(handover, choice),
             ContactsFault::PrivateBesideList);
        break;
    case Way::None:
        break;
    }
    return faults;
}

} // namespace staffelstab::handover
