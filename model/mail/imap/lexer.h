// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace staffelstab::mail::imap {

/** What a server may make us swallow. */
struct LexerLimits
{
    /** Text of one response, its literals not counted. */
    qint64 responseText = qint64{1024} * 1024;
    /** A literal that is kept in memory whole. */
    qint64 keptLiteral = qint64{64} * 1024;
    /** A literal of an item nobody asked for. */
    qint64 skippedLiteral = qint64{64} * 1024 * 1024;
    int nesting = 100;
};

/**
 * Takes apart what an IMAP server sends (RFC 3501 section 9) while it arrives. The first error is kept and every later
 * call returns nothing, so that a grammar can be written without a check after each step; ask failed() in loops and at
 * the end. Bounded by LexerLimits on any input; nothing recurses.
 */
class Lexer
{
public:
    using More = std::function<Result<QByteArray>()>;
    using Piece = std::function<Status(QByteArrayView)>;

    explicit Lexer(More more, LexerLimits limits = {});

    [[nodiscard]] bool failed() const { return m_failure.has_value(); }
    [[nodiscard]] const Failure& failure() const { return *m_failure; }
    void fail(const Failure& failure);
    /** ProtocolError with `what` in detail. */
    void fail(const char* what);

    /** Starts counting a new response. */
    void beginResponse()
    {
        m_textBytes = 0;
        m_literalBytes = 0;
    }
    /** Of the response at hand, what a caller may keep: its text and the literals of strings. */
    [[nodiscard]] qint64 keptBytes() const { return m_textBytes + m_literalBytes; }
    /** True if the server sent bytes that were not asked for yet. */
    [[nodiscard]] bool hasBuffered() const { return m_position < m_buffer.size(); }

    /** The next byte, -1 after a failure. */
    int peek();
    int take();
    /** True, and taken, if the next byte is `byte`. */
    bool takeIf(char byte);
    void expect(char byte);
    /** CR LF, or LF alone as some servers send. */
    void endOfLine();
    /** Everything up to the end of the line, which is taken too. */
    QByteArray restOfLine();
    /** The same, with literals in it, for a response of unknown kind. */
    void skipResponse();

    /** Bytes up to a space, bracket of any kind, quote, brace or control character; may be empty. */
    QByteArray word();
    /** Decimal number up to `most`; error if there is none or it is greater. */
    quint64 number(quint64 most);
    /** "quoted" or {literal}, or with `isAtomAllowed` a word that may hold brackets. Nothing for NIL. */
    std::optional<QByteArray> string(bool isAtomAllowed);
    /** Any value, lists included. */
    void skipValue();

    /** True if a literal's size comes next. */
    bool isAtLiteral();
    /** "{n}" or "~{n}" and the end of line; up to `most` bytes. */
    qint64 literalSize(qint64 most);
    /** The bytes of a literal, in pieces as they arrive. */
    void literalBytes(qint64 size, const Piece& piece);
    QByteArray quoted();

private:
    bool fill();
    void countText();

    More m_more;
    LexerLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    qint64 m_textBytes = 0;
    qint64 m_literalBytes = 0;
    std::optional<Failure> m_failure;
};

} // namespace staffelstab::mail::imap
