// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <algorithm>
#include <utility>

/** Messages made by hand for the tests of the separation; everyone in them is invented. */
namespace made {

using namespace staffelstab;
using namespace staffelstab::separation;

inline QDateTime time(int minute)
{
    return QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC).addSecs(minute * 60);
}

inline mail::Address person(const QString& address, const QString& name = {})
{
    return {name, address};
}

struct Mail
{
    quint32 folder = 0;
    QString from;
    QString to;
    QString subject;
    QByteArray id;
    std::vector<QByteArray> references = {};
    QByteArray listId = {};
};

/** Fills a table; keys and dates follow the order of the calls. */
class Mailbox
{
public:
    Mailbox() { table.setOwnAddresses({own}); }

    quint32 addFolder(const QString& path, mail::SpecialUse use = mail::SpecialUse::None, quint16 mailbox = 0)
    {
        return table.addFolder({mailbox, {path, path.toUtf8(), use, -1}});
    }

    [[nodiscard]] MessageFacts factsOf(const Mail& made)
    {
        ++m_count;
        MessageFacts facts;
        facts.folder = made.folder;
        facts.mailbox = made.folder < table.folders().size() ? table.folders()[made.folder].mailbox : quint16(0);
        facts.key = "1." + QByteArray::number(m_count);
        facts.bytes = 1000 + m_count;
        facts.date = time(m_count);
        facts.header.date = facts.date;
        facts.header.subject = made.subject;
        facts.header.messageId = made.id;
        facts.header.references = made.references;
        facts.header.listId = made.listId;
        if (!made.from.isEmpty()) {
            facts.header.from = {person(made.from)};
        }
        for (const QString& to : made.to.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            facts.header.to.push_back(person(to));
        }
        facts.fingerprint = QByteArray::number(m_count) + made.id;
        return facts;
    }

    Row add(const Mail& made) { return table.append(factsOf(made)); }

    const QString own = QStringLiteral("lea@firma.example");
    MessageTable table;

private:
    int m_count = 0;
};

inline SeparationContext context()
{
    SeparationContext context;
    context.leaverName = QStringLiteral("Lea Gehtbald");
    context.leaverEmail = QStringLiteral("lea@firma.example");
    context.companyDomains = {QStringLiteral("firma.example")};
    context.protectedCorrespondents = {QStringLiteral("vertrauen@*")};
    return context;
}

inline bool hasReason(const Suggestion& suggestion, Reason::Kind kind)
{
    return std::any_of(suggestion.reasons.begin(), suggestion.reasons.end(),
                       [&](const Reason& reason) { return reason.kind == kind; });
}

} // namespace made
