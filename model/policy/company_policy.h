// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "policy/policy_rules.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace staffelstab::policy {

enum class PrivateUse { Allowed, Tolerated, Forbidden, NotRegulated };

/**
 * Start here. What the firm has laid down: a TOML file it distributes, or the built-in one. Values only; the sentences
 * about them are legal texts with a version of their own (resources/policy).
 */
struct CompanyPolicy
{
    QString name;
    QString version;
    QString companyName;
    PrivateUse privateUse = PrivateUse::NotRegulated;
    /** "firma.example"; sub-domains included. */
    QStringList companyDomains;
    /** Addresses or patterns ("betriebsrat@*") of bodies whose mail the employer may never read. */
    QStringList protectedCorrespondents;
    QString dpoContact;
    /** PEM file with the certificate of the data protection officer; empty: none. */
    QString dpoCertificate;
    QString worksCouncilContact;
    /** Who is told what IT has to do and when: address or telephone. */
    QString itContact;
    /** The works agreement the rules rest on, as it is cited; empty: none. */
    QString agreement;
    /** PNG or SVG file; empty: none. */
    QString logoFile;
    /** RFC 3161 server; empty: none. */
    QString tsa;
    /** ldaps:// or ldap:// address offered on the Password page; empty: typed. */
    QString directoryUrl;
    /** PEM file of the company's CA; empty: the system's CAs. */
    QString caFile;
    QList<MailProvider> mailProviders;
    /** Files in Thunderbird's autoconfig format (clientConfig 1.1), asked after mailProviders. */
    QStringList autoconfigFiles;

    QList<OptionalPage> pagesOff;
    AccountRules account;
    SignatureRules signature;
    OutOfOfficeRules outOfOffice;
    QList<RetentionClass> retention;
    /** Id of the class the business archive is labelled with; empty: the firm has laid down nothing. */
    QString archiveRetention;
    /** Id of the class of the receipt itself; empty: nothing laid down. */
    QString receiptRetention;
    QList<EquipmentItem> equipment;
    QList<ConsentOffer> consents;
    PolicyTexts texts;
    bool isBuiltIn = false;

    [[nodiscard]] bool isOff(OptionalPage page) const { return pagesOff.contains(page); }
    /** Nothing if there is no class of this id. */
    [[nodiscard]] std::optional<RetentionClass> retentionClass(const QString& id) const;
    /** The provider for an address, or nothing. */
    [[nodiscard]] std::optional<MailProvider> providerFor(const QString& address) const;
    bool operator==(const CompanyPolicy&) const = default;
};

/**
 * Reads a policy file; relative paths in it count from the file. BadInput names line and column. Lists a firm leaves
 * out (retention, equipment, consents) are the built-in ones; its protected bodies are added to the built-in ones.
 */
Result<CompanyPolicy> readPolicy(const QString& file);
/** The same from bytes that were read from `file`. */
Result<CompanyPolicy> parsePolicy(const QByteArray& text, const QString& file);
/** No policy is larger. */
constexpr qint64 policySizeLimit = qint64{1024} * 1024;

struct PolicyCheck
{
    /** Nothing if it cannot be used. */
    std::optional<CompanyPolicy> policy;
    /** Every mistake, "line:column: text" in its detail; files named in the policy that are not there are mistakes too.
     */
    std::vector<Failure> faults;
};
/** For whoever writes a policy. Fails only if the file cannot be read. */
Result<PolicyCheck> checkPolicy(const QString& file);
CompanyPolicy builtInPolicy();

/** A text with its version, in the asked language ("de", "en"), from resources/policy. */
struct LegalText
{
    QString version;
    QString text;
};
/** What follows from the firm's rule on private use, in three sentences, the legal dispute included. */
LegalText privateUseText(PrivateUse use, const QString& language);
/** Reminder of the duty of secrecy before the farewell (ORP.2.A2): the company's, or the program's. */
LegalText secrecyReminder(const CompanyPolicy& policy, const QString& language);
/** How a consent is withdrawn, and that doing so costs nothing (Art. 7 (3) GDPR). */
LegalText revocationNotice(const CompanyPolicy& policy, const QString& language);
/** Art. 13 GDPR notice of this program's processing; %1 company, %2 DPO contact filled in. */
LegalText privacyNotice(const CompanyPolicy& policy, const QString& language);

} // namespace staffelstab::policy
