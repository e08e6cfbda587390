// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/smtp/farewell.h"

#include "core/sha256.h"
#include "reply/letter.h"

#include <QLocale>
#include <QRegularExpression>

namespace staffelstab::reply {

namespace {

constexpr qsizetype longestLine = 76;
constexpr qsizetype longestSubject = 200;
constexpr qsizetype longestBody = 8000;

/** RFC 2047: words of at most 75 characters, none of them cutting a character. */
QByteArray encodedHeader(const QString& text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
    if (isAscii && text.size() < longestLine - 16) {
        return text.toLatin1();
    }
    QByteArrayList words;
    QByteArray part;
    const auto flush = [&words, &part] {
        words.append("=?utf-8?B?" + part.toBase64() + "?=");
        part.clear();
    };
    for (const uint letter : text.toUcs4()) {
        const char32_t one = letter < 32 ? U' ' : static_cast<char32_t>(letter);
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (part.size() + bytes.size() > 45) {
            flush();
        }
        part += bytes;
    }
    flush();
    return words.join("\r\n ");
}

QByteArray mailbox(const QString& name, const QString& address)
{
    if (name.trimmed().isEmpty() || name == address) {
        return '<' + address.toUtf8() + '>';
    }
    QString plain = name.simplified();
    plain.remove(QLatin1Char('"')).remove(QLatin1Char('\\'));
    const QByteArray encoded = encodedHeader(plain);
    return (encoded.startsWith("=?") ? encoded : '"' + encoded + '"') + " <" + address.toUtf8() + '>';
}

QByteArray base64Lines(const QByteArray& text)
{
    const QByteArray encoded = text.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += longestLine) {
        lines += encoded.mid(at, longestLine) + "\r\n";
    }
    return lines;
}

} // namespace

Farewell proposeFarewell(const QString& language, const QString& own)
{
    const Letter letter = own.isEmpty() ? letterResource(QStringLiteral("farewell"), language) : letterOf(own);
    return {letter.subject, letter.body};
}

Farewell proposeNotice(const QString& language)
{
    const Letter letter = letterResource(QStringLiteral("notice"), language);
    return {letter.subject, letter.body};
}

bool isOneAddress(const QString& address)
{
    static const QRegularExpression form(
        QStringLiteral("^[^@\\s\"<>()\\[\\],;:\\\\\\x00-\\x1f]+@[^@\\s\"<>(),;:\\\\\\x00-\\x1f]+$"));
    return address.size() <= 254 && address.contains(form);
}

namespace {

QMap<QString, QString> placesOf(const LetterFrame& frame, const QString& name)
{
    const People& people = frame.people;
    return {{QStringLiteral("name"), name},
            {QStringLiteral("leaver"), people.leaver.name},
            {QStringLiteral("last_day"), lastDay(people.lastWorkingDay, frame.language)},
            {QStringLiteral("private_address"), frame.privateAddress},
            {QStringLiteral("successor"), people.successor.name},
            {QStringLiteral("successor_email"), people.successor.email},
            {QStringLiteral("neutral_mailbox"), frame.neutralMailbox}};
}

/** A text with a line for the case that there is no address may go without one. */
bool promisesAddress(const Farewell& farewell)
{
    const QString text = farewell.subject + u'\n' + farewell.body;
    return text.contains(QStringLiteral("{private_address}")) && !text.contains(QStringLiteral("{!private_address}"));
}

} // namespace

std::vector<LetterFault> faultsOf(const Farewell& farewell, const LetterFrame& frame)
{
    const QMap<QString, QString> places = placesOf(frame, QStringLiteral("?"));
    std::vector<LetterFault> faults;
    const auto note = [&faults](bool isWrong, LetterFault fault) {
        if (isWrong) {
            faults.push_back(fault);
        }
    };
    note(farewell.subject.trimmed().isEmpty(), LetterFault::NoSubject);
    note(fillPlaces(farewell.body, places).trimmed().isEmpty(), LetterFault::NoText);
    note(farewell.subject.size() > longestSubject || farewell.body.size() > longestBody, LetterFault::TooLong);
    note(hasPlaces(fillPlaces(farewell.subject, places)) || hasPlaces(fillPlaces(farewell.body, places)),
         LetterFault::UnknownPlace);
    note(!frame.privateAddress.isEmpty() && !isOneAddress(frame.privateAddress), LetterFault::BadPrivateAddress);
    note(frame.audience == Audience::Private && frame.privateAddress.isEmpty() && promisesAddress(farewell),
         LetterFault::NoPrivateAddress);
    note(!isOneAddress(frame.people.leaver.email), LetterFault::NoSender);
    return faults;
}

Farewell filledFor(const Farewell& farewell, const LetterFrame& frame, const Addressee& to)
{
    const QString name = to.name == to.address ? QString() : to.name.simplified();
    const auto places = placesOf(frame, name);
    const auto filled = [&](QString text) {
        if (name.isEmpty() && !text.contains(QStringLiteral("{!name}"))) {
            text.remove(QStringLiteral(" {name}"));
        }
        return fillPlaces(text, places);
    };
    return {filled(farewell.subject).simplified(), filled(farewell.body).trimmed()};
}

QByteArray farewellMessage(const Farewell& farewell, const LetterFrame& frame, const Addressee& to,
                           const QDateTime& now)
{
    const People& people = frame.people;
    const Farewell filled = filledFor(farewell, frame, to);
    const QString audience = frame.audience == Audience::Business ? QStringLiteral("\nbusiness") : QString();
    const QByteArray id =
        Sha256::of((frame.caseNumber + QLatin1Char('\n') + to.address.toLower() + audience).toUtf8()).toHex().left(32);
    const QByteArray host = people.leaver.email.section(QLatin1Char('@'), 1).toUtf8();
    QString body = filled.body + QLatin1Char('\n');
    body.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    return "From: " + mailbox(people.leaver.name, people.leaver.email) + "\r\nTo: " + mailbox(to.name, to.address) +
           "\r\nSubject: " + encodedHeader(filled.subject) +
           "\r\nDate: " + QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() +
           " +0000\r\nMessage-ID: <" + id + "@" + (host.isEmpty() ? QByteArray("staffelstab.invalid") : host) +
           ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n" +
           base64Lines(body.toUtf8());
}

} // namespace staffelstab::reply
