// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "directory/account_directory.h"

namespace staffelstab::directory {

/** Whom to ask, and by which server: the domain controller is the KDC as well (port 88, TCP). */
struct KerberosAccount
{
    /** Account name without the realm. */
    QString name;
    /** In upper case, as FIRMA.EXAMPLE. */
    QString realm;
    QString host;
};

/** The realm of "DC=firma,DC=example"; empty if the DN has no DC. */
QString realmOf(const QString& namingContext);

/**
 * Tries a password by pre-authentication (RFC 4120 5.2.7.2). Other than LDAP, Kerberos forgets the previous password at
 * once, and it takes the right one even where it has expired or must be changed. Counts as one wrong attempt where it
 * is refused. A KDC that does not answer is given up after the usual ten seconds, cancelling takes effect within 100
 * ms; the thread that still waits for it ends by itself.
 */
Result<Acceptance> tryPasswordByKerberos(const KerberosAccount& account, const Secret& password, const JobContext& job);

/** "name@REALM" of whoever holds a ticket that is still valid on this computer; NoSuchEntry if nobody. */
Result<QString> ticketHolder();

} // namespace staffelstab::directory
