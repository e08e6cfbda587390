// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sieve/answer.h"
#include "reply/sieve/script_syntax.h"
#include "reply/vacation_script.h"

#include <algorithm>
#include <cstdint>

using namespace staffelstab;
using namespace staffelstab::reply;

namespace {

void readAnswers(const QByteArray& bytes, qsizetype chunk)
{
    qsizetype position = 0;
    mail::imap::Lexer lexer([&]() -> Result<QByteArray> {
        if (position >= bytes.size()) {
            return Failure{Failure::Kind::TimedOut, {}, {}};
        }
        const QByteArray piece = bytes.mid(position, chunk);
        position += piece.size();
        return piece;
    });
    while (const auto answer = sieve::readAnswer(lexer)) {
        for (const sieve::AnswerLine& line : answer->lines) {
            if (line.strings.isEmpty()) {
                __builtin_trap();
            }
        }
    }
}

/** Whatever the user's script is: what we make of it is Sieve, and its filters are found in it again. */
void wrapScript(const QByteArray& script)
{
    const auto findings = findingsOf(QStringLiteral("old"), script);
    OutOfOffice reply;
    reply.from = QDate(2026, 12, 31);
    reply.until = QDate(2027, 1, 31);
    reply.addresses = {QStringLiteral("lea@firma.example")};
    reply.external.body = QString::fromUtf8(script);
    const QStringList extensions{QStringLiteral("vacation"), QStringLiteral("date"), QStringLiteral("relational")};
    const QString previous = QString::fromUtf8(script.left(20));
    const bool isName = std::all_of(previous.begin(), previous.end(), [](QChar letter) { return letter.isPrint(); });
    const auto wrapped = vacationScript(reply, previous, script, extensions);
    if (wrapped.isOk() != (findings.isOk() && isName)) {
        __builtin_trap();
    }
    if (!wrapped) {
        return;
    }
    const auto again = findingsOf(QStringLiteral("old"), *wrapped);
    if (!again || again->forwards != findings->forwards || previousScriptOf(*wrapped) != previous) {
        __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 2, static_cast<qsizetype>(size) - 2);
    if (data[0] % 2 == 0) {
        readAnswers(bytes, 1 + data[1] % 64);
    } else {
        wrapScript(bytes);
    }
    return 0;
}
