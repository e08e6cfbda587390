// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy_rules.h"

#include <QDate>
#include <QList>
#include <QString>

namespace staffelstab::checklists {

/** What the leaver said to one consent. Nothing is ticked in advance; "no" counts like "yes" (Art. 4 Nr. 11, 7 GDPR).
 */
struct ConsentAnswer
{
    enum class Answer { Open, Yes, No };
    /** ConsentOffer::id. */
    QString id;
    Answer answer = Answer::Open;
    /** For offers that ask for an address. It stands on the consent and nowhere else. */
    QString address;
    /** Days the leaver grants, at most the offer's; 0: the offer's. */
    int days = 0;
    bool operator==(const ConsentAnswer&) const = default;
};

/** An answer beside what it answers. */
struct Consent
{
    policy::ConsentOffer offer;
    ConsentAnswer answer;

    /** Through this day; invalid without a last working day. */
    [[nodiscard]] QDate until(QDate lastWorkingDay) const;
    /** Said yes or no, with the address a yes needs. */
    [[nodiscard]] bool isSettled() const;
};

/** One per offer, in the order of the policy; answers to offers that are no longer there are left out. */
QList<Consent> consentsOf(const QList<policy::ConsentOffer>& offers, const QList<ConsentAnswer>& answers);

/** True if `text` can be an e-mail address: one @, a domain with a dot, no blank. */
bool isAddress(const QString& text);

} // namespace staffelstab::checklists
