// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/letter_journal.h"

#include "core/sha256.h"
#include "handover/topics/contact_topics.h"

namespace staffelstab::handover {

namespace {

constexpr const char* beginEvent = "letter_begins";
constexpr const char* endEvent = "letter_ended";

struct Noted
{
    reply::Audience audience = reply::Audience::Private;
    LetterState state = LetterState::Open;
};

/** The last word on each letter, by its name in the journal. */
QHash<QString, Noted> lastWords(const std::vector<JournalEntry>& entries)
{
    QHash<QString, Noted> letters;
    for (const JournalEntry& entry : entries) {
        const bool isEnd = entry.what == QLatin1String(endEvent);
        if (!isEnd && entry.what != QLatin1String(beginEvent)) {
            continue;
        }
        const bool isPrivate = entry.facts["audience"].toString() == QLatin1String("private");
        letters.insert(entry.facts["to"].toString(),
                       {isPrivate ? reply::Audience::Private : reply::Audience::Business,
                        static_cast<LetterState>(
                            qBound(0, entry.facts["state"].toInt(), static_cast<int>(LetterState::Drafting)))});
    }
    return letters;
}

} // namespace

LetterCounts& LetterCounts::operator+=(const LetterCounts& other)
{
    sent += other.sent;
    handed += other.handed;
    refused += other.refused;
    unclear += other.unclear;
    return *this;
}

Result<LetterJournal> LetterJournal::open(Journal& journal, QByteArray key)
{
    const Result<std::vector<JournalEntry>> entries = journal.entries();
    if (!entries) {
        return entries.failure();
    }
    LetterJournal letters(journal, std::move(key));
    const QHash<QString, Noted> noted = lastWords(*entries);
    for (auto letter = noted.begin(); letter != noted.end(); ++letter) {
        letters.m_states.insert(letter.key(), letter->state);
    }
    return letters;
}

QString LetterJournal::nameOf(reply::Audience audience, const QString& address) const
{
    Sha256 hash;
    hash.add(m_key);
    hash.add(audience == reply::Audience::Private ? "private\n" : "business\n");
    hash.add(address.toLower().toUtf8());
    return QString::fromLatin1(hash.finish().toHex().left(32));
}

LetterState LetterJournal::stateOf(reply::Audience audience, const QString& address) const
{
    return m_states.value(nameOf(audience, address), LetterState::Open);
}

Status LetterJournal::write(const char* event, reply::Audience audience, const QString& address, LetterState state)
{
    const QString name = nameOf(audience, address);
    const bool isPrivate = audience == reply::Audience::Private;
    Status noted = m_journal->write(QString::fromLatin1(event),
                                    {{"to", name},
                                     {"audience", isPrivate ? QStringLiteral("private") : QStringLiteral("business")},
                                     {"state", static_cast<int>(state)}});
    if (noted) {
        m_states.insert(name, state);
    }
    return noted;
}

Status LetterJournal::begin(reply::Audience audience, const QString& address, LetterState state)
{
    return write(beginEvent, audience, address, state);
}

Status LetterJournal::end(reply::Audience audience, const QString& address, LetterState state)
{
    return write(endEvent, audience, address, state);
}

QHash<QString, LetterState> letterStates(HandoverCase& handover, reply::Audience audience,
                                         const std::vector<separation::Contact>& contacts)
{
    QHash<QString, LetterState> states;
    const Result<LetterJournal> letters = LetterJournal::open(handover.journal(), handover.topic<LetterKey>().key);
    for (const separation::Contact& contact : contacts) {
        states.insert(contact.address, letters ? letters->stateOf(audience, contact.address) : LetterState::Open);
    }
    return states;
}

LetterCounts countLetters(const HandoverCase& handover, reply::Audience audience)
{
    LetterCounts counts;
    const Result<std::vector<JournalEntry>> entries = handover.journal().entries();
    if (!entries) {
        return counts;
    }
    for (const auto letters = lastWords(*entries); const Noted& letter : letters) {
        if (letter.audience != audience) {
            continue;
        }
        counts.sent += letter.state == LetterState::Sent ? 1 : 0;
        counts.handed += letter.state == LetterState::Handed ? 1 : 0;
        counts.refused += letter.state == LetterState::Refused ? 1 : 0;
        const bool isUnclear = letter.state == LetterState::Unclear || letter.state == LetterState::Drafting;
        counts.unclear += isUnclear ? 1 : 0;
    }
    return counts;
}

} // namespace staffelstab::handover
