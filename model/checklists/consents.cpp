// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/consents.h"

#include <QRegularExpression>

namespace staffelstab::checklists {

QDate Consent::until(QDate lastWorkingDay) const
{
    return lastWorkingDay.addDays(answer.days > 0 ? std::min(answer.days, offer.days) : offer.days);
}

bool Consent::isSettled() const
{
    return answer.answer == ConsentAnswer::Answer::No ||
           (answer.answer == ConsentAnswer::Answer::Yes && (!offer.asksAddress || isAddress(answer.address)));
}

QList<Consent> consentsOf(const QList<policy::ConsentOffer>& offers, const QList<ConsentAnswer>& answers)
{
    QList<Consent> consents;
    for (const policy::ConsentOffer& offer : offers) {
        Consent consent{offer, {}};
        consent.answer.id = offer.id;
        for (const ConsentAnswer& answer : answers) {
            if (answer.id == offer.id) {
                consent.answer = answer;
            }
        }
        consents.append(consent);
    }
    return consents;
}

bool isAddress(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]+\\z"));
    return form.match(text.trimmed()).hasMatch();
}

} // namespace staffelstab::checklists
