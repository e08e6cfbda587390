// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/out_of_office.h"

#include "reply/letter.h"

#include <QRegularExpression>

#include <algorithm>

namespace staffelstab::reply {

namespace {

constexpr qsizetype longestText = 8000;
constexpr qsizetype longestSubject = 200;

bool isAddress(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[^@\\s\"<>\\\\,;]+@[^@\\s\"<>\\\\,;]+$"));
    return text.contains(form);
}

bool isDomain(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[^@\\s\"<>\\\\,;*]+$"));
    return text.contains(form);
}

bool isTooLong(const ReplyText& text)
{
    return text.body.size() > longestText || text.subject.size() > longestSubject;
}

bool isUnfilled(const ReplyText& text)
{
    return hasPlaces(text.body) || hasPlaces(text.subject);
}

void checkDates(const OutOfOffice& reply, const ReplyLimits& limits, std::vector<ReplyFault>& faults)
{
    if (!reply.from.isValid()) {
        faults.push_back(ReplyFault::NoStart);
    }
    if (!reply.until.isValid()) {
        faults.push_back(ReplyFault::NoEnd);
    }
    if (!reply.from.isValid() || !reply.until.isValid()) {
        return;
    }
    if (reply.until < reply.from) {
        faults.push_back(ReplyFault::EndsBeforeItStarts);
    } else if (reply.until > reply.from.addMonths(limits.longestMonths)) {
        faults.push_back(ReplyFault::EndsTooLate);
    }
}

ReplyText filled(const QString& own, const QString& name, const QString& language, const QMap<QString, QString>& values)
{
    const Letter letter = own.isEmpty() ? letterResource(name, language) : letterOf(own);
    return {fillPlaces(letter.subject, values), fillPlaces(letter.body, values)};
}

} // namespace

std::vector<ReplyFault> faultsOf(const OutOfOffice& reply, const ReplyLimits& limits)
{
    std::vector<ReplyFault> faults;
    const auto note = [&faults](bool isWrong, ReplyFault fault) {
        if (isWrong) {
            faults.push_back(fault);
        }
    };
    checkDates(reply, limits, faults);
    note(reply.addresses.isEmpty(), ReplyFault::NoAddress);
    note(!std::all_of(reply.addresses.begin(), reply.addresses.end(), isAddress), ReplyFault::BadAddress);
    note(!std::all_of(reply.internalDomains.begin(), reply.internalDomains.end(), isDomain), ReplyFault::BadDomain);
    note(reply.external.body.trimmed().isEmpty(), ReplyFault::NoExternalText);
    note(!reply.internalDomains.isEmpty() && reply.internal.body.trimmed().isEmpty(), ReplyFault::NoInternalText);
    note(isTooLong(reply.external) || isTooLong(reply.internal), ReplyFault::TextTooLong);
    note(isUnfilled(reply.external) || isUnfilled(reply.internal), ReplyFault::UnfilledPlace);
    return faults;
}

OutOfOffice proposeReply(const People& people, const QStringList& companyDomains, const ReplyPlaces& places,
                         const QString& language, const ReplyLimits& limits)
{
    const QMap<QString, QString> values{
        {QStringLiteral("leaver"), people.leaver.name},
        {QStringLiteral("last_day"), lastDay(people.lastWorkingDay, language)},
        {QStringLiteral("successor"), people.successor.name},
        {QStringLiteral("successor_email"), people.successor.email},
        {QStringLiteral("neutral_mailbox"), places.neutralMailbox},
        {QStringLiteral("private_address"), places.privateAddress},
    };
    OutOfOffice reply;
    reply.from = people.lastWorkingDay;
    if (reply.from.isValid()) {
        reply.until = reply.from.addMonths(std::min(limits.usualMonths, limits.longestMonths));
    }
    if (!people.leaver.email.isEmpty()) {
        reply.addresses = {people.leaver.email};
    }
    reply.internalDomains = companyDomains;
    reply.internal = filled(places.ownInternal, QStringLiteral("out_of_office_internal"), language, values);
    reply.external = filled(places.ownExternal, QStringLiteral("out_of_office_external"), language, values);
    return reply;
}

} // namespace staffelstab::reply
