// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::reply {

/**
 * Start here. What answers for the leaver when the desk is empty: an out-of-office reply and farewell mails.
 * OutOfOffice (what is said, when) -> vacationScript() (Sieve, RFC 5230) -> ReplyAccount, which installs it on the mail
 * server by ManageSieve (sieve/), proves it and takes it back. smtp/ sends farewell mails one by one.
 */

struct ReplyText
{
    QString subject;
    QString body;

    bool operator==(const ReplyText&) const = default;
};

struct OutOfOffice
{
    /** Both days included, in the mail server's time zone. */
    QDate from;
    QDate until;
    /** The addresses under which the leaver receives mail; a mail that names none of them gets no reply. */
    QStringList addresses;
    /** "firma.example": who writes from there reads `internal`, everybody else `external`. Empty: all read `external`.
     */
    QStringList internalDomains;
    ReplyText internal;
    ReplyText external;

    bool operator==(const OutOfOffice&) const = default;
};

/** How long a reply may stand. */
struct ReplyLimits
{
    int usualMonths = 1;
    int longestMonths = 3;
};

enum class ReplyFault {
    NoStart,
    NoEnd,
    EndsBeforeItStarts,
    EndsTooLate,
    NoAddress,
    BadAddress,
    BadDomain,
    NoExternalText,
    NoInternalText,
    TextTooLong,
    UnfilledPlace
};

/** What keeps this from being installed; empty: nothing. */
std::vector<ReplyFault> faultsOf(const OutOfOffice& reply, const ReplyLimits& limits);

/** Where writers may turn; each may be empty, and then the text does not speak of it. */
struct ReplyPlaces
{
    /** Named where there is no successor. */
    QString neutralMailbox;
    /** The leaver decides whether strangers may read it. */
    QString privateAddress;
    /** The firm's own letters in place of ours: the first line is the subject. */
    QString ownInternal = {};
    QString ownExternal = {};
};

/** The proposal: from the last working day for as long as is usual, with the texts of resources/letters. */
OutOfOffice proposeReply(const People& people, const QStringList& companyDomains, const ReplyPlaces& places,
                         const QString& language, const ReplyLimits& limits);

} // namespace staffelstab::reply
