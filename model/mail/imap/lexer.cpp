// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/lexer.h"

#include <algorithm>
#include <limits>

namespace staffelstab::mail::imap {

namespace {

constexpr qint64 longestBodyLiteral = std::numeric_limits<qint64>::max() / 4;

bool isDigit(int byte)
{
    return byte >= '0' && byte <= '9';
}

bool endsWord(int byte)
{
    return byte <= ' ' || byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == '{' || byte == '"' ||
           byte == 0x7f;
}

/** The n of a line that ends in "{n}", or nothing. */
std::optional<qint64> literalAtEnd(const QByteArray& line)
{
    if (!line.endsWith('}')) {
        return std::nullopt;
    }
    const qsizetype brace = line.lastIndexOf('{');
    if (brace < 0) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 size = line.mid(brace + 1, line.size() - brace - 2).toLongLong(&isNumber);
    return isNumber && size >= 0 ? std::optional(size) : std::nullopt;
}

} // namespace

Lexer::Lexer(More more, LexerLimits limits) : m_more(std::move(more)), m_limits(limits) {}

void Lexer::fail(const Failure& failure)
{
    if (!m_failure) {
        m_failure = failure;
    }
}

void Lexer::fail(const char* what)
{
    fail(Failure{Failure::Kind::ProtocolError, {}, QString::fromLatin1(what)});
}

bool Lexer::fill()
{
    if (failed()) {
        return false;
    }
    if (hasBuffered()) {
        return true;
    }
    Result<QByteArray> more = m_more();
    if (!more) {
        fail(more.failure());
        return false;
    }
    m_buffer = std::move(*more);
    m_position = 0;
    if (m_buffer.isEmpty()) {
        fail("the stream gave no bytes");
        return false;
    }
    return true;
}

void Lexer::countText()
{
    if (++m_textBytes > m_limits.responseText) {
        fail(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("a response line of more than 1 MiB")});
    }
}

int Lexer::peek()
{
    return fill() ? static_cast<unsigned char>(m_buffer.at(m_position)) : -1;
}

int Lexer::take()
{
    const int byte = peek();
    if (byte >= 0) {
        ++m_position;
        countText();
    }
    return failed() ? -1 : byte;
}

bool Lexer::takeIf(char byte)
{
    if (peek() != static_cast<unsigned char>(byte)) {
        return false;
    }
    take();
    return !failed();
}

void Lexer::expect(char byte)
{
    if (!takeIf(byte)) {
        fail("unexpected byte in a response");
    }
}

void Lexer::endOfLine()
{
    takeIf('\r');
    if (!takeIf('\n')) {
        fail("a response does not end where it should");
    }
}

QByteArray Lexer::restOfLine()
{
    QByteArray line;
    for (int byte = take(); byte >= 0 && byte != '\n'; byte = take()) {
        line += static_cast<char>(byte);
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return failed() ? QByteArray() : line;
}

void Lexer::skipResponse()
{
    for (;;) {
        const std::optional<qint64> size = literalAtEnd(restOfLine());
        if (!size || failed()) {
            return;
        }
        if (*size > m_limits.skippedLiteral) {
            fail(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("a literal in an unknown response")});
            return;
        }
        literalBytes(*size, [](QByteArrayView) -> Status { return Done{}; });
    }
}

QByteArray Lexer::word()
{
    QByteArray word;
    while (!endsWord(peek()) && !failed()) {
        word += static_cast<char>(take());
    }
    return failed() ? QByteArray() : word;
}

quint64 Lexer::number(quint64 most)
{
    if (!isDigit(peek())) {
        fail("a number is missing");
        return 0;
    }
    quint64 value = 0;
    while (isDigit(peek())) {
        const quint64 digit = static_cast<quint64>(take() - '0');
        if (value > (most - std::min(digit, most)) / 10) {
            fail("a number is too large");
            return 0;
        }
        value = value * 10 + digit;
    }
    return failed() ? 0 : value;
}

QByteArray Lexer::quoted()
{
    QByteArray text;
    expect('"');
    for (int byte = take(); byte >= 0 && byte != '"'; byte = take()) {
        if (byte == '\\') {
            byte = take();
        }
        if (byte == '\r' || byte == '\n') {
            fail("a line ends inside quotes");
        }
        text += static_cast<char>(byte);
    }
    return failed() ? QByteArray() : text;
}

bool Lexer::isAtLiteral()
{
    return peek() == '{' || peek() == '~';
}

qint64 Lexer::literalSize(qint64 most)
{
    takeIf('~');
    expect('{');
    const auto size = static_cast<qint64>(number(static_cast<quint64>(longestBodyLiteral)));
    takeIf('+');
    expect('}');
    endOfLine();
    if (size > most) {
        fail(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("a literal of %1 bytes").arg(size)});
    }
    return failed() ? 0 : size;
}

void Lexer::literalBytes(qint64 size, const Piece& piece)
{
    while (size > 0 && fill()) {
        const qsizetype here = static_cast<qsizetype>(std::min<qint64>(size, m_buffer.size() - m_position));
        if (Status taken = piece(QByteArrayView(m_buffer).sliced(m_position, here)); !taken) {
            fail(taken.failure());
            return;
        }
        m_position += here;
        size -= here;
    }
}

std::optional<QByteArray> Lexer::string(bool isAtomAllowed)
{
    if (peek() == '"') {
        return quoted();
    }
    if (peek() == '{' || (!isAtomAllowed && peek() == '~')) {
        QByteArray bytes;
        literalBytes(literalSize(m_limits.keptLiteral), [&bytes](QByteArrayView piece) -> Status {
            bytes += piece;
            return Done{};
        });
        m_literalBytes += bytes.size();
        return bytes;
    }
    QByteArray text = word();
    while (isAtomAllowed && (peek() == '[' || peek() == ']')) {
        text += static_cast<char>(take());
        text += word();
    }
    if (text.compare("NIL", Qt::CaseInsensitive) == 0) {
        return std::nullopt;
    }
    if (text.isEmpty() || !isAtomAllowed) {
        fail("a string is missing");
    }
    return text;
}

void Lexer::skipValue()
{
    int depth = 0;
    do {
        const int byte = peek();
        if (byte == '(') {
            take();
            if (++depth > m_limits.nesting) {
                fail(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("a response nested too deep")});
            }
        } else if (byte == ')' && depth > 0) {
            take();
            --depth;
        } else if (byte == '~' || byte == '[' || byte == ']' || (byte == ' ' && depth > 0)) {
            take();
        } else if (byte == '"') {
            quoted();
        } else if (byte == '{') {
            literalBytes(literalSize(m_limits.skippedLiteral), [](QByteArrayView) -> Status { return Done{}; });
        } else if (word().isEmpty()) {
            fail("a value is missing");
        }
    } while (!failed() && (depth > 0 || peek() == '[' || peek() == ']' || peek() == '{'));
}

} // namespace staffelstab::mail::imap
