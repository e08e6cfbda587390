// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "handover/journal.h"
#include "reply/smtp/farewell.h"
#include "separation/contacts.h"

#include <QHash>

namespace staffelstab::handover {

/** How far one letter has come. */
enum class LetterState {
    Open,
    Sent,
    /** The leaver has it as a draft or a file. */
    Handed,
    /** The server would not have it; may be tried again. */
    Refused,
    /**
     * It had been handed in when the program or the connection ended: perhaps it arrived. It is never sent again by
     * itself, for nobody shall get it twice.
     */
    Unclear,
    /**
     * Perhaps it lies among the drafts. It is not sent beside them; saving drafts again finds it there and writes none
     * twice.
     */
    Drafting,
};

struct LetterCounts
{
    quint32 sent = 0;
    quint32 handed = 0;
    quint32 refused = 0;
    quint32 unclear = 0;

    LetterCounts& operator+=(const LetterCounts& other);
    bool operator==(const LetterCounts&) const = default;
};

/**
 * Notes each letter in the journal before it is handed in and again when its end is known, so that a kill at any moment
 * sends none twice. Receivers are named by a hash under the case's LetterKey. Safe from any thread; one writer at a
 * time.
 */
class LetterJournal
{
public:
    /** Reads what was noted before. */
    static Result<LetterJournal> open(Journal& journal, QByteArray key);

    [[nodiscard]] LetterState stateOf(reply::Audience audience, const QString& address) const;
    /** `state`: what is true of the letter if nothing more is heard of it, Unclear or Drafting. */
    Status begin(reply::Audience audience, const QString& address, LetterState state = LetterState::Unclear);
    Status end(reply::Audience audience, const QString& address, LetterState state);

private:
    LetterJournal(Journal& journal, QByteArray key) : m_journal(&journal), m_key(std::move(key)) {}
    [[nodiscard]] QString nameOf(reply::Audience audience, const QString& address) const;
    Status write(const char* event, reply::Audience audience, const QString& address, LetterState state);

    Journal* m_journal;
    QByteArray m_key;
    QHash<QString, LetterState> m_states;
};

/** How far the letters to these people are; Open where the journal cannot be read. */
QHash<QString, LetterState> letterStates(HandoverCase& handover, reply::Audience audience,
                                         const std::vector<separation::Contact>& contacts);
/** What the journal says of all letters to this audience. */
LetterCounts countLetters(const HandoverCase& handover, reply::Audience audience);

} // namespace staffelstab::handover
