// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/append_command.h"

#include <QLocale>

#include <algorithm>

namespace staffelstab::mail::imap {

namespace {

// RFC 7888: LITERAL- is for short ones only.
constexpr qint64 longestShortLiteral = 4096;

/** System flags and keywords are atoms; anything else a foreign store may hold is left out. */
bool isFlag(const QByteArray& flag)
{
    const auto isAtomByte = [](char byte) {
        return byte > ' ' && byte < 0x7f && !QByteArrayView("(){%*\"\\]").contains(byte);
    };
    const QByteArrayView word = flag.startsWith('\\') ? QByteArrayView(flag).sliced(1) : QByteArrayView(flag);
    return !word.isEmpty() && word.size() < 100 && std::all_of(word.begin(), word.end(), isAtomByte);
}

/** " (\Seen) "01-Nov-2026 10:00:00 +0000" " */
QByteArray standingText(const MessageStanding& standing)
{
    QByteArrayList flags;
    std::copy_if(standing.flags.begin(), standing.flags.end(), std::back_inserter(flags), isFlag);
    QByteArray text = flags.isEmpty() ? QByteArray(" ") : " (" + flags.join(' ') + ") ";
    const int year = standing.received.toUTC().date().year();
    if (standing.received.isValid() && year >= 1970 && year <= 9999) {
        text += '"' +
                QLocale::c()
                    .toString(standing.received.toUTC(), QStringLiteral("dd-MMM-yyyy HH:mm:ss '+0000'"))
                    .toLatin1() +
                "\" ";
    }
    return text;
}

/** Names outside ASCII come up only after UTF8=ACCEPT, where quotes may hold them (RFC 6855). */
QByteArray quoted(QByteArray name)
{
    return '"' + name.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

/** The size of a literal, in the form that needs no answer where the server allows it. */
Result<bool> announce(Session& session, const QByteArray& tag, const QByteArray& before, qint64 bytes)
{
    const bool isUnasked = session.can("LITERAL+") || (session.can("LITERAL-") && bytes <= longestShortLiteral);
    const QByteArray size = "{" + QByteArray::number(bytes) + (isUnasked ? "+}\r\n" : "}\r\n");
    if (Status written = session.connection->write(before + size); !written) {
        return written.failure();
    }
    ResponseSink nobody;
    return isUnasked ? Result<bool>(true) : session.connection->mayWriteLiteral(tag, nobody);
}

Failure grown()
{
    return {Failure::Kind::Internal, {}, QStringLiteral("a message of two sizes")};
}

Status writeBytes(Connection& connection, const Packed& message)
{
    if (message.source == nullptr) {
        return connection.write(message.bytes);
    }
    LineEnds lines;
    qint64 left = message.print.bytes;
    const auto piece = [&](QByteArrayView bytes) -> Status {
        left -= bytes.size();
        return left < 0 ? Status(grown()) : connection.write(bytes);
    };
    Status written =
        message.source->replay([&](QByteArrayView bytes) -> Status { return piece(lines.convert(bytes)); });
    if (written) {
        written = piece(lines.finish());
    }
    return written && left != 0 ? Status(grown()) : written;
}

} // namespace

Result<StatusLine> append(Session& session, const QByteArray& rawName, std::span<const Packed> messages)
{
    Connection& connection = *session.connection;
    const QByteArray tag = connection.begin();
    QByteArray before = "APPEND " + quoted(rawName);
    for (const Packed& message : messages) {
        const Result<bool> mayGoOn =
            announce(session, tag, before + standingText(message.standing), message.print.bytes);
        if (!mayGoOn) {
            return mayGoOn.failure();
        }
        if (!*mayGoOn) {
            ResponseSink nobody;
            return connection.finish(tag, nobody);
        }
        if (Status written = writeBytes(connection, message); !written) {
            connection.giveUp(); // in the middle of a literal
            return written.failure();
        }
        before.clear();
    }
    if (Status ended = connection.write("\r\n"); !ended) {
        return ended.failure();
    }
    ResponseSink nobody;
    return connection.finish(tag, nobody);
}

} // namespace staffelstab::mail::imap
