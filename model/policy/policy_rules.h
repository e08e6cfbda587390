// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace staffelstab::policy {

/** A text in both languages of the program. A firm that writes one text only gives it for both. */
struct LocalText
{
    QString de;
    QString en;

    /** `language` as in "de" or "de_DE"; anything but German is English. */
    [[nodiscard]] const QString& in(const QString& language) const
    {
        return language.startsWith(QStringLiteral("de")) ? de : en;
    }
    [[nodiscard]] bool isEmpty() const { return de.isEmpty() && en.isEmpty(); }
    bool operator==(const LocalText&) const = default;
};

/** Pages a firm may do without; they disappear from the step list and the receipt. */
enum class OptionalPage { Contacts, OutOfOffice, Files, Knowledge, Equipment, Consents, Password, AccountPlan };

/** How a password may be replaced. */
enum class PasswordWay {
    /** The leaver changes it now, with the old one typed once. */
    Directory,
    /** An account with delegated rights resets it; it must be changed at the next logon. */
    Helpdesk,
    /** IT does it outside this program. */
    Outside,
};

/** What the company's directory allows the account at this desk to do to the leaver's account. */
enum class DelegatedRight { ResetPassword, Disable, SetExpiry, RemoveGroups, Unlock };

struct AccountRules
{
    /** Allowed ways; the first is the recommended one. Never empty. */
    QList<PasswordWay> passwordWays{PasswordWay::Helpdesk, PasswordWay::Directory, PasswordWay::Outside};
    /** None unless the firm says so. */
    QList<DelegatedRight> delegatedRights;
    /** The account is disabled at the end of this day. */
    enum class DisableOn { LastWorkingDay, EndOfContract };
    DisableOn disableOn = DisableOn::LastWorkingDay;
    /** Months from the day it is disabled until IT deletes the account; it can be re-activated until then. */
    int deleteAfterMonths = 3;
    /** Names of groups the account leaves on that day. */
    QStringList leaveGroups;

    [[nodiscard]] bool allows(PasswordWay way) const { return passwordWays.contains(way); }
    [[nodiscard]] bool has(DelegatedRight right) const { return delegatedRights.contains(right); }
    bool operator==(const AccountRules&) const = default;
};

struct SignatureRules
{
    /** eIDAS Art. 3 Nr. 10 to 12; in rising order. */
    enum class Level { Simple, Advanced, Qualified };
    Level requiredLevel = Level::Simple;
    /** PEM files of the CAs that vouch for signers' certificates; empty: nobody vouches. */
    QStringList trustedCaFiles;
    /** Without a time stamp of CompanyPolicy::tsa nothing may be signed. */
    bool isTimestampRequired = false;
    /** PEM files of the CAs that vouch for the TSA. */
    QStringList timestampCaFiles;
    /** PKCS#11 library for smart cards; empty: all that the system has registered. */
    QString tokenModule;
    bool operator==(const SignatureRules&) const = default;
};

/** How long a class of documents is kept; § 147 (3), (4) AO and § 257 (4), (5) HGB are the built-in ones. */
struct RetentionClass
{
    QString id;
    LocalText name;
    int years = 0;
    /** The rule it rests on, as printed. */
    QString basis;

    /** Kept through this day: the period starts at the end of the calendar year in which the document arose. */
    [[nodiscard]] QDate keptUntil(QDate arose) const { return {arose.year() + years, 12, 31}; }
    bool operator==(const RetentionClass&) const = default;
};

struct OutOfOfficeRules
{
    int defaultMonths = 1;
    /** Never over three (Belgian DPA 133/2021, 01/2024). */
    int longestMonths = 3;
    /** "info@firma.example": offered beside the successor; empty: none. */
    QString neutralMailbox;
    bool operator==(const OutOfOfficeRules&) const = default;
};

struct MailServer
{
    enum class Security { Tls, StartTls };
    QString host;
    /** 0: the protocol's usual one for this security. */
    int port = 0;
    Security security = Security::Tls;

    [[nodiscard]] bool isEmpty() const { return host.isEmpty(); }
    bool operator==(const MailServer&) const = default;
};

/** Sign-in in the browser (RFC 6749 with RFC 7636 and RFC 8252). */
struct OAuthClient
{
    QString clientId;
    /** Some providers want one of desktop programs too; it protects nothing there (RFC 8252, 8.5). */
    QString clientSecret;
    QString authorizationUrl;
    QString tokenUrl;
    QStringList scopes;

    [[nodiscard]] bool isEmpty() const { return clientId.isEmpty(); }
    bool operator==(const OAuthClient&) const = default;
};

/** Where the mailboxes of some domains live, so that nobody has to type it. */
struct MailProvider
{
    /** "firma.example" of the addresses it is for; sub-domains not included. */
    QStringList domains;
    /** The login name is the whole address, or what stands before the @. */
    enum class User { Address, LocalPart };
    User user = User::Address;
    MailServer imap;
    MailServer smtp;
    /** ManageSieve; always STARTTLS. */
    MailServer sieve;
    OAuthClient oauth;
    bool operator==(const MailProvider&) const = default;
};

/** A line of the equipment list every leaver starts with. */
struct EquipmentItem
{
    LocalText name;
    LocalText accessories;
    /** Locks that bind the thing to the leaver and must be taken off before it is returned. */
    enum class Lock { Activation, SimPin, DevicePin, FirmwarePassword, DiskEncryption };
    QList<Lock> locks;
    bool operator==(const EquipmentItem&) const = default;
};

/** A consent the firm asks for. Each stands by itself, unticked; "no" has no consequence (Art. 4 Nr. 11, 7 GDPR). */
struct ConsentOffer
{
    /** Stable name, "mailbox_open". */
    QString id;
    LocalText title;
    LocalText purpose;
    LocalText recipient;
    /** Counted from the last working day. */
    int days = 0;
    /** The leaver has to give an address, e.g. where late private mail goes. */
    bool asksAddress = false;
    bool operator==(const ConsentOffer&) const = default;
};

/** Sentences a firm puts in place of the program's. Empty: the program's own. */
struct PolicyTexts
{
    /** Stands on the receipt; needed as soon as one of the texts is given. */
    QString version;
    /** Reminder of the duty of secrecy (ORP.2.A2). */
    LocalText secrecy;
    LocalText farewell;
    LocalText outOfOfficeInternal;
    LocalText outOfOfficeExternal;
    /** What the company adds to the Art. 13 notice. */
    LocalText privacyAddition;
    /** Where a consent is withdrawn. */
    LocalText revocation;
    bool operator==(const PolicyTexts&) const = default;
};

} // namespace staffelstab::policy
