// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

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
    QString worksCouncilContact;
    /** RFC 3161 server; empty: none. */
    QString tsa;
    /** ldaps:// or ldap:// address offered on the Password page; empty: typed. */
    QString directoryUrl;
    /** PEM file of the company's CA; empty: the system's CAs. */
    QString caFile;
    bool isBuiltIn = false;
};

/** Reads a policy file; relative paths in it count from the file. BadInput names line and column. */
Result<CompanyPolicy> readPolicy(const QString& file);
CompanyPolicy builtInPolicy();

/** A text with its version, in the asked language ("de", "en"), from resources/policy. */
struct LegalText
{
    QString version;
    QString text;
};
/** What follows from the firm's rule on private use, in three sentences, the legal dispute included. */
LegalText privateUseText(PrivateUse use, const QString& language);
/** Art. 13 GDPR notice of this program's processing; %1 company, %2 DPO contact filled in. */
LegalText privacyNotice(const CompanyPolicy& policy, const QString& language);

} // namespace staffelstab::policy
