// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/company_policy.h"

class QProcessEnvironment;

namespace staffelstab::policy {

/** Folders in which "policy.toml" may lie, in the order in which they are searched: the company's first. */
struct PolicyPlaces
{
    /** Only an administrator writes here. A "policy-signers.pem" in one of them makes a signature compulsory. */
    QStringList companyFolders;
    QStringList userFolders;
};

/** XDG Base Directory Specification 0.8. /etc/xdg is always among them: nobody can talk the program out of it. */
PolicyPlaces xdgPlaces(const QProcessEnvironment& environment);
/** %ProgramData% for the company, %LOCALAPPDATA% for the user. */
PolicyPlaces programDataPlaces(const QProcessEnvironment& environment);
/** Those of the system the program runs on. */
PolicyPlaces policyPlaces();

/** The certificates of those who may sign policies (a PEM file); empty: no signature is asked for. */
QString policySigners(const PolicyPlaces& places);

/**
 * The policy in force: the file asked for, else the first one found, else the built-in one. PolicyNotTrusted if the
 * company wants a signature and there is none that holds.
 */
Result<CompanyPolicy> findPolicy(const PolicyPlaces& places, const QString& asked);

} // namespace staffelstab::policy
