// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topic_set.h"
#include "reply/smtp/farewell.h"
#include "reply/smtp/mail_sender.h"
#include "separation/contacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::handover {

/** Who is told what, and how. Names people the leaver knows: wiped when the case is closed. */
struct ContactsChoice
{
    enum class Way {
        /** Handed in one by one at the company's mail server, from the leaver's account. */
        Send,
        /** Put into the drafts folder of a mailbox on a server; the leaver sends them. */
        Drafts,
        /** Written as .eml files; the leaver opens and sends them. */
        Files,
        /** Nobody is written to. */
        None,
    };
    Way way = Way::None;

    // for Way::Send
    reply::SmtpServer server;
    int perMinute = usualPerMinute;
    // for Way::Drafts
    /** Index into HandoverCase::mailboxes(). */
    int mailbox = 0;
    // for Way::Files
    QString lettersTarget;

    /** The leaver's new one, for the farewell alone; may be empty. Never on the receipt. */
    QString privateAddress;
    reply::Farewell farewell;
    /** Addresses, out of privateContacts(). */
    QStringList farewellTo;

    /** Addresses, out of businessContacts(): they are on the list. */
    QStringList business;
    /** Where the list for the supervisor goes; empty: none is written. */
    QString listTarget;
    /** The same people are written to. */
    bool isNoticeWanted = false;
    reply::Farewell notice;

    static constexpr int usualPerMinute = 20;
    static constexpr auto topicName = "contacts_choice";
    static constexpr Step step = Step::Contacts;
    [[nodiscard]] QJsonObject toJson() const;
    static ContactsChoice fromJson(const QJsonObject& json);
};

/**
 * A random key under which the journal names the receivers of letters. It is wiped with the case, and then nobody can
 * tell from the journal who they were.
 */
struct LetterKey
{
    QByteArray key;

    static constexpr auto topicName = "letter_key";
    static constexpr Step step = Step::Contacts;
    [[nodiscard]] QJsonObject toJson() const { return {{"key", QString::fromLatin1(key.toHex())}}; }
    static LetterKey fromJson(const QJsonObject& json)
    {
        return {QByteArray::fromHex(json["key"].toString().toLatin1())};
    }
};

/** What the contacts have left outside of the case so far, under whatever choice: taken back when it is made anew. */
struct ContactTraces
{
    /** The newest list for the supervisor: it must name nobody whom the leaver has called private since. */
    QStringList listFiles;
    /** Names of logins in the key store. */
    QStringList logins;

    static constexpr auto topicName = "contact_traces";
    static constexpr Step step = Step::Contacts;
    [[nodiscard]] QJsonObject toJson() const;
    static ContactTraces fromJson(const QJsonObject& json);
};

/** What was done; the letters themselves are counted in the journal, see letter_journal.h. */
struct ContactsOutcome
{
    QDateTime at;
    ContactsChoice::Way way = ContactsChoice::Way::None;
    /** On the list for the supervisor. */
    quint32 listed = 0;
    QString csvFile;
    QByteArray csvSha256;
    QString cardFile;
    QByteArray cardSha256;

    static constexpr auto topicName = "contacts";
    static constexpr Step step = Step::Contacts;
    [[nodiscard]] QJsonObject toJson() const;
    static ContactsOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/** People the leaver has private mail with, by the decisions; none the employer may not know of. */
std::vector<separation::Contact> privateContacts(const HandoverCase& handover);
/** People of the business mail. Those with private mail beside it are marked and not ticked by themselves. */
std::vector<separation::Contact> businessContacts(const HandoverCase& handover);
/** What the letters to these people rest on. */
reply::LetterFrame letterFrame(const HandoverCase& handover, reply::Audience audience);
/**
 * What the page begins with: nobody for the farewell (private mail comes from a landlord or a doctor, too), the
 * business contacts outside of the company that are nothing else, the texts of the firm or ours, the server of the firm
 * or of the first mailbox.
 */
ContactsChoice proposedContacts(const HandoverCase& handover);

enum class ContactsFault {
    /** Letters for private contacts must not lie where the supervisor's list does. */
    PrivateBesideList,
    NoServer,
    NoMailbox,
    NoFolder,
    TooFast,
};
/** What keeps the choice from being carried out, its letters aside; empty: nothing. */
std::vector<ContactsFault> faultsOf(const HandoverCase& handover, const ContactsChoice& choice);

} // namespace staffelstab::handover
