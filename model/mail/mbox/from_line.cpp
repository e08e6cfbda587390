// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/from_line.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace staffelstab::mail {

namespace {

constexpr qsizetype longestFromLine = 1000;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isTime(QByteArrayView word)
{
    const qsizetype colon = word.indexOf(':');
    return (colon == 1 || colon == 2) && word.size() >= colon + 3 && isDigit(word.at(0)) &&
           isDigit(word.at(colon - 1)) && isDigit(word.at(colon + 1)) && isDigit(word.at(colon + 2));
}

bool isYear(QByteArrayView word)
{
    return word.size() == 4 && std::all_of(word.begin(), word.end(), isDigit) &&
           (word.startsWith("19") || word.startsWith("20") || word.startsWith("21"));
}

struct FromLine
{
    bool hasDate = false;
    bool hasSender = false;
};

FromLine parse(QByteArrayView line)
{
    bool hasTime = false;
    bool hasYear = false;
    int words = 0;
    FromLine found;
    qsizetype at = 5;
    while (at < line.size()) {
        qsizetype end = at;
        while (end < line.size() && static_cast<unsigned char>(line.at(end)) > ' ') {
            ++end;
        }
        const QByteArrayView word = line.sliced(at, end - at);
        if (!word.isEmpty()) {
            hasTime = hasTime || isTime(word);
            hasYear = hasYear || isYear(word);
            found.hasSender = found.hasSender || (words == 0 && (word.contains('@') || word == QByteArrayView("-") ||
                                                                 word == QByteArrayView("MAILER-DAEMON")));
            ++words;
        }
        at = end + 1;
    }
    found.hasDate = hasTime && hasYear;
    found.hasSender = found.hasSender || words == 1;
    return found;
}

/** Name of the header field in `line`; empty if it holds none. */
QByteArray fieldName(QByteArrayView line)
{
    const qsizetype colon = line.first(std::min<qsizetype>(line.size(), 100)).indexOf(':');
    if (colon <= 0) {
        return {};
    }
    const QByteArrayView name = line.first(colon);
    const bool isName = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
    return isName ? name.toByteArray().toLower() : QByteArray();
}

bool isUsualFirstField(const QByteArray& name)
{
    static constexpr std::array<const char*, 22> usual{"received",
                                                       "return-path",
                                                       "from",
                                                       "to",
                                                       "date",
                                                       "subject",
                                                       "message-id",
                                                       "delivered-to",
                                                       "sender",
                                                       "reply-to",
                                                       "mime-version",
                                                       "status",
                                                       "content-type",
                                                       "content-length",
                                                       "envelope-to",
                                                       "received-spf",
                                                       "cc",
                                                       "dkim-signature",
                                                       "authentication-results",
                                                       "arc-seal",
                                                       "user-agent",
                                                       "references"};
    return name.startsWith("x-") ||
           std::any_of(usual.begin(), usual.end(), [&name](const char* other) { return name == other; });
}

/** The first field behind the From_ line; some programs repeat that line as ">From ". */
QByteArray firstField(QByteArrayView rest)
{
    for (int i = 0; i < 3 && rest.startsWith(">From "); ++i) {
        rest = rest.sliced(lineLength(rest));
    }
    return fieldName(rest.first(lineLength(rest)));
}

} // namespace

qsizetype lineLength(QByteArrayView text)
{
    const qsizetype newline = text.indexOf('\n');
    return newline < 0 ? text.size() : newline + 1;
}

bool mayBeginMbox(QByteArrayView text)
{
    return text.startsWith("From ") && text.first(std::min(text.size(), longestFromLine)).contains('\n');
}

bool isSeparator(QByteArrayView text, bool isBlankBefore)
{
    if (!text.startsWith("From ")) {
        return false;
    }
    const qsizetype length = lineLength(text.first(std::min(text.size(), longestFromLine)));
    if (text.at(length - 1) != '\n') {
        return false;
    }
    const FromLine line = parse(text.first(length));
    const QByteArray field = firstField(text.sliced(length));
    if (field.isEmpty()) {
        return false;
    }
    if (line.hasDate) {
        return isBlankBefore || isUsualFirstField(field);
    }
    return isBlankBefore && line.hasSender && isUsualFirstField(field);
}

} // namespace staffelstab::mail
