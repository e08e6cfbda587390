// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/contacts.h"

#include "separation/addresses.h"

#include <algorithm>
#include <tuple>

namespace staffelstab::separation {

namespace {

constexpr int recentMonths = 12;

struct Sums
{
    Contact contact;
    qint64 newest = MessageTable::noDate;
    bool isProtected = false;
};

/** What a person wrote, or was written to by hand. */
bool isPersonal(const MessageTable& table, Row row)
{
    return table.isOutgoing(row) || (!table.isAutomatic(row) && table.listId(row).isEmpty());
}

void count(const SeparationPlan& plan, Row row, const ContactQuestion& question, qint64 recentFrom, Sums& sums)
{
    const MessageTable& table = plan.table();
    const Verdict verdict = plan.verdict(row);
    sums.isProtected = sums.isProtected || verdict == Verdict::Protected;
    if (verdict != question.verdict) {
        sums.contact.isMixed = sums.contact.isMixed || verdict == Verdict::Private || verdict == Verdict::Business;
        return;
    }
    if (!isPersonal(table, row)) {
        return;
    }
    const qint64 date = table.date(row);
    ++sums.contact.messages;
    sums.contact.recent += date != MessageTable::noDate && date >= recentFrom ? 1 : 0;
    sums.newest = std::max(sums.newest, date);
}

/** Letters only, in lower case. */
QString lettersOf(const QString& text)
{
    QString letters;
    for (const QChar each : text) {
        if (each.isLetter()) {
            letters += each.toLower();
        }
    }
    return letters;
}

/** "Mia Muster", or an address like "mia.muster77@". */
bool bearsName(const Contact& contact, const QString& leaverName)
{
    const QStringList parts = leaverName.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() < 2) {
        return false;
    }
    const QString local = lettersOf(contact.address.section(QLatin1Char('@'), 0, 0));
    const QString first = lettersOf(parts.front());
    const QString last = lettersOf(parts.back());
    return contact.name.simplified().compare(leaverName.simplified(), Qt::CaseInsensitive) == 0 ||
           local == first + last || local == last + first;
}

bool isWanted(const SeparationPlan& plan, const Sums& sums, const ContactQuestion& question)
{
    const QString& address = sums.contact.address;
    return sums.contact.messages > 0 && !sums.isProtected && !domainOf(address).isEmpty() &&
           !question.without.contains(address, Qt::CaseInsensitive) && !plan.isProtectedAddress(address);
}

bool isInternal(const QString& address, const QStringList& companyDomains)
{
    return std::any_of(companyDomains.begin(), companyDomains.end(),
                       [domain = domainOf(address)](const QString& own) { return isWithin(domain, own.toLower()); });
}

} // namespace

std::vector<Contact> contactsOf(const SeparationPlan& plan, const ContactQuestion& question)
{
    const MessageTable& table = plan.table();
    const qint64 recentFrom = question.now.addMonths(-recentMonths).toMSecsSinceEpoch();
    std::vector<Sums> all(table.correspondents());
    for (Row row = 0; row < table.size(); ++row) {
        count(plan, row, question, recentFrom, all[table.correspondent(row)]);
    }
    std::vector<Contact> contacts;
    for (quint32 i = 0; i < table.correspondents(); ++i) {
        Sums& sums = all[i];
        sums.contact.address = table.correspondentAddress(i).toLower();
        if (!isWanted(plan, sums, question)) {
            continue;
        }
        sums.contact.name = table.correspondentName(i);
        sums.contact.isInternal = isInternal(sums.contact.address, question.companyDomains);
        if (!sums.contact.isInternal && bearsName(sums.contact, question.leaverName)) {
            continue;
        }
        if (sums.newest != MessageTable::noDate) {
            sums.contact.last = QDateTime::fromMSecsSinceEpoch(sums.newest, Qt::UTC).date();
        }
        contacts.push_back(std::move(sums.contact));
    }
    std::sort(contacts.begin(), contacts.end(), [](const Contact& a, const Contact& b) {
        return std::tie(b.recent, b.messages, b.last, a.address) < std::tie(a.recent, a.messages, a.last, b.address);
    });
    return contacts;
}

} // namespace staffelstab::separation
