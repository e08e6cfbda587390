// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "archive/takeaway.h"
#include "checklists/consents.h"
#include "checklists/equipment.h"
#include "checklists/knowledge.h"
#include "core/people.h"
#include "core/result.h"
#include "directory/password_change.h"
#include "handover/topics/account_topics.h"
#include "handover/topics/contact_topics.h"
#include "handover/topics/reply_topics.h"
#include "handover/topics/successor_topics.h"
#include "mail/mail_store.h"
#include "receipt/confirmation.h"
#include "receipt/receipt_signer.h"
#include "separation/audit.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace staffelstab::app {

/**
 * What an ANSWERS.toml says: the answers of a whole handover that runs without a window. Paths are absolute, counted
 * from the file. No secret stands in it, only the files that hold one (see secret_file.h).
 */
struct Answers
{
    struct Mailbox
    {
        mail::MailboxSource source;
        QString passwordFile;
    };
    /** One line of [separation] rules; exactly one of the criteria is set. */
    struct Rule
    {
        enum class By { Folder, Correspondent, MessageId, List };
        By by = By::Folder;
        /** Folder path, address in lower case, Message-ID without angle brackets, List-Id in lower case. */
        QString value;
        separation::Verdict verdict = separation::Verdict::Undecided;
    };
    /** The sample audit of both piles; see sample_answers.h. */
    struct Audit
    {
        quint32 messages = separation::usualSample;
        /** Which sample is drawn; by the case where it is absent. */
        std::optional<quint32> seed;
        /** What somebody saw who looked at the messages. Empty: the sample is only named. */
        QString answersFile;
    };
    struct Separation
    {
        std::vector<Rule> rules;
        bool acceptsSuggestions = false;
        std::optional<separation::Verdict> rest;
        std::optional<Audit> audit;
    };
    struct Takeaway
    {
        enum class Action { Take, Delete, Leave };
        Action action = Action::Take;
        archive::TakeawayOptions::Format format = archive::TakeawayOptions::Format::Mbox;
        QString target;
        QString passphraseFile;
        bool removesFromMailbox = true;
    };
    struct Archive
    {
        archive::ArchiveOptions::Container container = archive::ArchiveOptions::Container::Zip;
        QString target;
        QString passphraseFile;
        QString mediumLabel;
        QStringList recipients;
    };
    struct Successor
    {
        handover::SuccessorChoice choice;
        /** For a copy; empty where the target is reached by the login of one of the mailboxes. */
        QString passwordFile;
    };
    struct Contacts
    {
        handover::ContactsChoice::Way way = handover::ContactsChoice::Way::None;
        /** Without a host: the policy's, or the mailbox's. */
        reply::SmtpServer server;
        QString passwordFile;
        int perMinute = handover::ContactsChoice::usualPerMinute;
        /** For drafts; -1: the first one on a server. */
        int mailbox = -1;
        QString lettersTarget;
        QString privateAddress;
        /** What is absent takes what the page proposes. */
        reply::Farewell farewell;
        reply::Farewell notice;
        bool isNoticeWanted = false;
        QString listTarget;
        /** Addresses that are neither written to nor listed, in lower case. */
        QStringList without;
    };
    /** A sign-in to the company directory. */
    struct Login
    {
        directory::DirectoryLogin login;
        QString passwordFile;
        /** Whose entry; empty: of whoever signs in. */
        QString account;
    };
    struct AccountPlan
    {
        handover::AccountPlan plan;
        Login login;
        /** False: the policy's groups. */
        bool hasGroups = false;
    };
    struct Password
    {
        bool isByDirectory = false;
        /** Reset by a helpdesk; then `account` says whose. */
        bool isByHelpdesk = false;
        QString account;
        bool usesTicket = false;
        /** To the certificate that the directory keeps of the supervisor. */
        bool sealsToDirectory = false;
        QUrl url;
        QString user;
        QString passwordFile;
        QString caFile;
        /** Either a certificate or a file for the one-time code; the code is drawn if the file does not exist yet. */
        QString sealRecipient;
        QString sealCodeFile;
        QString sealTarget;
        /** Printer for a sealed letter, instead of certificate and code. */
        QString letterPrinter;
        /** Absent: words of the handover's language. */
        std::optional<directory::PasswordStyle> style;
        /** For "it": who resets it and when. */
        QString itName;
        QDate itDate;
    };
    /** One [[equipment]]: a thing, or a list of them that share what `line` says of state, condition and agreement. */
    struct Equipment
    {
        checklists::EquipmentLine line;
        QString csvFile;
    };
    struct Signature
    {
        /** SVG file, or empty: then `typed` is set in type (empty: the person's name). */
        QString drawnFile;
        QString typed;
        QString keyFile;
        QString passphraseFile;
        /** Instead of a key file. */
        std::optional<receipt::TokenChoice> token;
        QString pinFile;
        QString reservation;
        /** Codes of what the supervisor did not receive, "archive" and "password" among them; all else was received. */
        QStringList notReceived;
        /** Refusal or absence, and who signs in the party's place. */
        receipt::Manner manner = receipt::Manner::Signs;
        QString witness;
    };
    struct OutOfOffice
    {
        handover::ReplyChoice::Way way = handover::ReplyChoice::Way::Server;
        /** Without a host: the mailbox's. */
        reply::SieveServer server;
        QString passwordFile;
        /** What is absent takes what the page proposes. */
        QDate from;
        QDate until;
        QStringList addresses;
        QStringList internalDomains;
        QString privateAddress;
        reply::ReplyText internal;
        reply::ReplyText external;
    };
    struct FileRule
    {
        QString path;
        Verdict verdict = Verdict::Undecided;
    };
    struct Files
    {
        QStringList roots;
        std::vector<FileRule> rules;
        bool acceptsSuggestions = false;
        QString privateTarget;
        QString businessTarget;
        bool removesPrivate = true;
        /** If set, the private files go into one ZIP under it. */
        QString passphraseFile;
    };
    struct Receipt
    {
        QString target;
        /** Comes back countersigned from another computer; not there yet: the receipt stays pending. */
        QString countersignedFile;
        QString tsa;
    };

    QString file;
    /** "de" or "en"; empty: not said. */
    QString language;
    QString caseFile;
    QString policyFile;
    People people;
    std::vector<Mailbox> mailboxes;
    Separation separation;
    std::optional<Takeaway> takeaway;
    std::optional<Archive> archive;
    std::optional<Successor> successor;
    std::optional<Contacts> contacts;
    /** Who am I: read before anything else, for the people's empty fields and the business archive. */
    std::optional<Login> directory;
    std::optional<OutOfOffice> outOfOffice;
    std::optional<Files> files;
    std::optional<Password> password;
    std::optional<AccountPlan> account;
    std::vector<secrets::SecretToRotate> secretsToRotate;
    std::optional<checklists::KnowledgeNotes> knowledge;
    /** What the mailbox tells of running matters is added. */
    bool isKnowledgeFromMailbox = false;
    std::vector<Equipment> equipment;
    QList<checklists::ConsentAnswer> consents;
    /** Where the calendar of what follows is written; empty: nowhere. */
    QString calendarFile;
    std::optional<Signature> leaverSignature;
    std::optional<Signature> supervisorSignature;
    Receipt receipt;
};

/** BadInput with line and column for anything that is not known, not possible or contradicts itself. */
Result<Answers> readAnswers(const QString& file);

} // namespace staffelstab::app
