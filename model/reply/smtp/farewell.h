// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace staffelstab::reply {

/**
 * What one person is told. The text may hold {name}, {leaver}, {last_day}, {private_address}, {successor},
 * {successor_email} and {neutral_mailbox}; see fillPlaces() for lines that name what there is not. "Hello {name},"
 * greets nobody in particular with "Hello," unless the text has a line of its own for that.
 */
struct Farewell
{
    QString subject;
    QString body;

    bool operator==(const Farewell&) const = default;
};

/** The proposal of resources/letters, or the firm's own: the first line is the subject. */
Farewell proposeFarewell(const QString& language, const QString& own);
/** For people the leaver has worked with: whom to turn to from now on. */
Farewell proposeNotice(const QString& language);

/** Whom a letter speaks to: friends, or people of the business. */
enum class Audience { Private, Business };

/** What is the same for all letters of a round. */
struct LetterFrame
{
    Audience audience = Audience::Private;
    People people;
    /** Empty in letters to business contacts. */
    QString privateAddress;
    /** Named where there is no successor; may be empty. */
    QString neutralMailbox;
    QString caseNumber;
    QString language;
};

enum class LetterFault {
    NoSubject,
    NoText,
    TooLong,
    UnknownPlace,
    BadPrivateAddress,
    /** The text gives the new address, and there is none: its lines would be left out without a word. */
    NoPrivateAddress,
    NoSender
};
/** What keeps this from being sent; empty: nothing. */
std::vector<LetterFault> faultsOf(const Farewell& farewell, const LetterFrame& frame);

/** Whom it goes to. */
struct Addressee
{
    QString name;
    QString address;

    bool operator==(const Addressee&) const = default;
};

/** True for one address that may stand in a header and an envelope: no list, no line break, no brackets. */
bool isOneAddress(const QString& address);

/** The text as this person reads it. */
Farewell filledFor(const Farewell& farewell, const LetterFrame& frame, const Addressee& to);

/**
 * The message (RFC 5322), to this one person alone. Its Message-ID is made from the case number, the audience and the
 * address, so that the same farewell sent twice by mistake is one message to the receiver's program.
 */
QByteArray farewellMessage(const Farewell& farewell, const LetterFrame& frame, const Addressee& to,
                           const QDateTime& now);

} // namespace staffelstab::reply
