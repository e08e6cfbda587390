// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"
#include "core/result.h"
#include "separation/contacts.h"

#include <span>

namespace staffelstab::archive {

struct ContactListOptions
{
    /** Folder; made if it is missing. */
    QString target;
    /** "de" or "en". */
    QString language;
    QString caseNumber;
    /** Whom the contacts should turn to from now on; the name may be empty. */
    Person successor;
};

struct ContactListReport
{
    quint32 contacts = 0;
    QString csvFile;
    QByteArray csvSha256;
    QString cardFile;
    QByteArray cardSha256;
};

/**
 * Writes business contacts in their order for the supervisor: a table (CSV, RFC 4180, UTF-8 with BOM) and cards to
 * import (vCard 3.0, RFC 2426). Both are read back and compared before they get their names; an earlier list of the
 * same case gives way.
 */
Result<ContactListReport> writeContactList(std::span<const separation::Contact> contacts,
                                           const ContactListOptions& options);

} // namespace staffelstab::archive
