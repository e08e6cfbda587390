// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sieve/answer.h"

namespace staffelstab::reply::sieve {

namespace {

using mail::imap::Lexer;

constexpr std::size_t mostLines = 2000;
constexpr qsizetype mostWords = 64;

bool isAtString(Lexer& lexer)
{
    return lexer.peek() == '"' || lexer.peek() == '{';
}

/** Quoted or literal; `budget` is what all strings of the answer may still take. */
QByteArray readString(Lexer& lexer, qint64& budget)
{
    QByteArray text;
    if (lexer.peek() == '"') {
        text = lexer.quoted();
    } else {
        lexer.literalBytes(lexer.literalSize(budget), [&text](QByteArrayView piece) -> Status {
            text += piece;
            return Done{};
        });
    }
    budget -= text.size();
    if (budget < 0) {
        lexer.fail(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("an answer of more than 1 MiB")});
    }
    return text;
}

AnswerLine readLine(Lexer& lexer, qint64& budget)
{
    AnswerLine line;
    do {
        if (isAtString(lexer)) {
            line.strings.append(readString(lexer, budget));
        } else if (const QByteArray word = lexer.word(); !word.isEmpty()) {
            line.words.append(word.toUpper());
        } else {
            lexer.fail("an answer with an empty word");
        }
        if (line.strings.size() + line.words.size() > mostWords) {
            lexer.fail("an answer line with too many words");
        }
    } while (!lexer.failed() && lexer.takeIf(' '));
    lexer.endOfLine();
    return line;
}

/** "(" code [values] ")": the code; the values, lists in lists included, are passed over. */
QByteArray readCode(Lexer& lexer)
{
    lexer.expect('(');
    const QByteArray code = lexer.word().toUpper();
    while (!lexer.failed() && lexer.takeIf(' ')) {
        lexer.skipValue();
    }
    lexer.expect(')');
    return code;
}

void readStatus(Lexer& lexer, qint64& budget, Answer& answer)
{
    const QByteArray word = lexer.word().toUpper();
    if (word == "OK") {
        answer.kind = Answer::Kind::Ok;
    } else if (word == "NO") {
        answer.kind = Answer::Kind::No;
    } else if (word == "BYE") {
        answer.kind = Answer::Kind::Bye;
    } else {
        lexer.fail("an answer that is none of OK, NO and BYE");
    }
    bool isSpaced = lexer.takeIf(' ');
    if (isSpaced && lexer.peek() == '(') {
        answer.code = readCode(lexer);
        isSpaced = lexer.takeIf(' ');
    }
    if (isSpaced) {
        if (!isAtString(lexer)) {
            lexer.fail("an answer whose text is no string");
            return;
        }
        answer.text = readString(lexer, budget);
    }
    lexer.endOfLine();
}

} // namespace

Result<Answer> readAnswer(Lexer& lexer)
{
    Answer answer;
    qint64 budget = largestScript;
    lexer.beginResponse();
    while (!lexer.failed() && isAtString(lexer)) {
        if (answer.lines.size() >= mostLines) {
            lexer.fail("an answer with too many lines");
        }
        answer.lines.push_back(readLine(lexer, budget));
    }
    if (!lexer.failed()) {
        readStatus(lexer, budget, answer);
    }
    if (lexer.failed()) {
        return lexer.failure();
    }
    return answer;
}

} // namespace staffelstab::reply::sieve
