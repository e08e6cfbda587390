// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/lexer.h"

#include <QByteArrayList>

#include <vector>

namespace staffelstab::reply::sieve {

/** One line of data of a server: its strings, and the bare words behind them in upper case ("ACTIVE"). */
struct AnswerLine
{
    QByteArrayList strings;
    QByteArrayList words;
};

/** What a ManageSieve server says to one command (RFC 5804 section 4): lines of data, then OK, NO or BYE. */
struct Answer
{
    enum class Kind { Ok, No, Bye };

    Kind kind = Kind::No;
    /** "QUOTA/MAXSIZE", "NONEXISTENT", ...; upper case, empty if there is none. */
    QByteArray code;
    QByteArray text;
    std::vector<AnswerLine> lines;
};

/** The largest script that is read, and the most of all strings of one answer together. */
constexpr qint64 largestScript = qint64{1024} * 1024;

/** Reads up to the status line. What does not follow the grammar is a ProtocolError, what is too much LimitExceeded. */
Result<Answer> readAnswer(mail::imap::Lexer& lexer);

} // namespace staffelstab::reply::sieve
