// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace staffelstab::reply {

/** A farewell to one person. The text may hold {name}, {leaver}, {last_day} and {private_address}. */
struct Farewell
{
    QString subject;
    QString body;

    bool operator==(const Farewell&) const = default;
};

/** The proposal of resources/letters, or the firm's own: the first line is the subject. */
Farewell proposeFarewell(const QString& language, const QString& own);

/** Whom it goes to. */
struct Addressee
{
    QString name;
    QString address;

    bool operator==(const Addressee&) const = default;
};

/** True for one address that may stand in a header and an envelope: no list, no line break, no brackets. */
bool isOneAddress(const QString& address);

/**
 * The message (RFC 5322), to this one person alone. Its Message-ID is made from the case number and the address, so
 * that the same farewell sent twice by mistake is one message to the receiver's program.
 */
QByteArray farewellMessage(const Farewell& farewell, const People& people, const QString& privateAddress,
                           const Addressee& to, const QString& caseNumber, const QString& language,
                           const QDateTime& now);

} // namespace staffelstab::reply
