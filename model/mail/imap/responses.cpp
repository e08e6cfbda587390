// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/responses.h"

#include "mail/imap/fetch_response.h"

#include <limits>

namespace staffelstab::mail::imap {

namespace {

constexpr quint64 greatestUid = std::numeric_limits<quint32>::max();
constexpr quint64 greatestSize = static_cast<quint64>(std::numeric_limits<qint64>::max());

std::optional<StatusLine::Kind> statusKind(const QByteArray& word)
{
    using Kind = StatusLine::Kind;
    struct Name
    {
        const char* word;
        Kind kind;
    };
    for (const Name& name : {Name{"OK", Kind::Ok}, Name{"NO", Kind::No}, Name{"BAD", Kind::Bad}, Name{"BYE", Kind::Bye},
                             Name{"PREAUTH", Kind::PreAuth}}) {
        if (word == name.word) {
            return name.kind;
        }
    }
    return std::nullopt;
}

/** The rest of a status line; it holds no literals, whatever its text looks like. */
StatusLine readStatus(Lexer& lexer, StatusLine::Kind kind)
{
    StatusLine status;
    status.kind = kind;
    lexer.takeIf(' ');
    QByteArray line = lexer.restOfLine();
    if (line.startsWith('[')) {
        const qsizetype end = line.indexOf(']');
        const QByteArray code = line.mid(1, end < 0 ? -1 : end - 1);
        const qsizetype space = code.indexOf(' ');
        status.code = code.left(space < 0 ? code.size() : space).toUpper();
        status.codeArguments = space < 0 ? QByteArray() : code.mid(space + 1);
        line = end < 0 ? QByteArray() : line.mid(end + 1).trimmed();
    }
    status.text = line;
    return status;
}

QByteArrayList readWords(Lexer& lexer)
{
    QByteArrayList words;
    for (const QByteArray& word : lexer.restOfLine().split(' ')) {
        if (!word.isEmpty()) {
            words << word.toUpper();
        }
    }
    return words;
}

/** (\Flag \Other) and then "/" or NIL and then the name. */
ListedMailbox readListed(Lexer& lexer)
{
    ListedMailbox mailbox;
    lexer.expect('(');
    while (!lexer.failed() && !lexer.takeIf(')')) {
        const QByteArray attribute = lexer.word().toLower();
        if (attribute.isEmpty() && !lexer.takeIf(' ')) {
            lexer.fail("a mailbox attribute is missing");
        } else if (!attribute.isEmpty()) {
            mailbox.attributes << attribute;
        }
    }
    lexer.expect(' ');
    const QByteArray delimiter = lexer.string(false).value_or(QByteArray());
    mailbox.delimiter = delimiter.isEmpty() ? '\0' : delimiter.at(0);
    lexer.expect(' ');
    mailbox.name = lexer.string(true).value_or(QByteArray("NIL"));
    lexer.skipResponse();
    return mailbox;
}

void readMailboxStatus(Lexer& lexer, ResponseSink& sink)
{
    const QByteArray name = lexer.string(true).value_or(QByteArray("NIL"));
    lexer.expect(' ');
    lexer.expect('(');
    std::optional<quint64> messages;
    while (!lexer.failed() && !lexer.takeIf(')')) {
        if (lexer.takeIf(' ')) {
            continue;
        }
        const bool isCount = lexer.word().compare("MESSAGES", Qt::CaseInsensitive) == 0;
        lexer.expect(' ');
        const quint64 value = lexer.number(greatestSize);
        messages = isCount ? std::optional(value) : messages;
    }
    lexer.skipResponse();
    if (messages && !lexer.failed()) {
        sink.mailboxStatus(name, *messages);
    }
}

/** One of the three lists: (("prefix" "/" extensions...)...) or NIL; returns the prefixes. */
QByteArrayList readNamespaceList(Lexer& lexer)
{
    QByteArrayList prefixes;
    if (!lexer.takeIf('(')) {
        lexer.skipValue();
        return prefixes;
    }
    while (!lexer.failed() && !lexer.takeIf(')')) {
        if (lexer.takeIf(' ')) {
            continue;
        }
        lexer.expect('(');
        prefixes << lexer.string(false).value_or(QByteArray());
        while (!lexer.failed() && !lexer.takeIf(')')) {
            lexer.expect(' ');
            lexer.skipValue();
        }
    }
    return prefixes;
}

void readNamespaces(Lexer& lexer, ResponseSink& sink)
{
    const QByteArrayList own = readNamespaceList(lexer);
    lexer.expect(' ');
    QByteArrayList foreign = readNamespaceList(lexer);
    lexer.expect(' ');
    foreign += readNamespaceList(lexer);
    lexer.skipResponse();
    if (!lexer.failed()) {
        sink.ownNamespace(own.value(0));
        sink.foreignNamespaces(foreign);
    }
}

void readFound(Lexer& lexer, ResponseSink& sink)
{
    std::vector<quint32> uids;
    while (!lexer.failed() && lexer.takeIf(' ')) {
        if (lexer.peek() >= '0' && lexer.peek() <= '9') {
            uids.push_back(static_cast<quint32>(lexer.number(greatestUid)));
        } else if (lexer.peek() == '(') {
            lexer.skipValue(); // (MODSEQ n)
        }
    }
    lexer.endOfLine();
    if (!lexer.failed()) {
        sink.found(uids);
    }
}

/** "* 12 EXISTS" and its like. */
void readNumbered(Lexer& lexer, ResponseSink& sink)
{
    const auto number = static_cast<quint32>(lexer.number(greatestUid));
    lexer.expect(' ');
    const QByteArray word = lexer.word().toUpper();
    if (word == "FETCH") {
        readFetch(lexer, sink);
        return;
    }
    lexer.skipResponse();
    if (word == "EXISTS" && !lexer.failed()) {
        sink.exists(number);
    }
}

/** ACL mailbox identifier rights identifier rights ... */
void readAccessList(Lexer& lexer, ResponseSink& sink)
{
    const QByteArray mailbox = lexer.string(true).value_or(QByteArray("NIL"));
    std::vector<AccessEntry> entries;
    while (!lexer.failed() && lexer.takeIf(' ')) {
        AccessEntry entry;
        entry.identifier = lexer.string(true).value_or(QByteArray("NIL"));
        lexer.expect(' ');
        entry.rights = lexer.string(true).value_or(QByteArray());
        entries.push_back(std::move(entry));
    }
    lexer.endOfLine();
    if (!lexer.failed()) {
        sink.accessList(mailbox, entries);
    }
}

void readOwnRights(Lexer& lexer, ResponseSink& sink)
{
    const QByteArray mailbox = lexer.string(true).value_or(QByteArray("NIL"));
    lexer.expect(' ');
    const QByteArray rights = lexer.string(true).value_or(QByteArray());
    lexer.skipResponse();
    if (!lexer.failed()) {
        sink.ownRights(mailbox, rights);
    }
}

void readNamed(Lexer& lexer, const QByteArray& word, ResponseSink& sink)
{
    static const QByteArrayList known{"CAPABILITY", "ENABLED", "LIST", "STATUS", "NAMESPACE", "ACL", "MYRIGHTS"};
    if (word == "SEARCH") {
        readFound(lexer, sink);
        return;
    }
    if (!known.contains(word)) {
        lexer.skipResponse();
        return;
    }
    if (word == "ENABLED" && lexer.peek() != ' ') {
        lexer.endOfLine(); // nothing was
        return;
    }
    lexer.expect(' ');
    if (word == "CAPABILITY" || word == "ENABLED") {
        const QByteArrayList words = readWords(lexer);
        if (!lexer.failed()) {
            word == "CAPABILITY" ? sink.capabilities(words) : sink.enabled(words);
        }
    } else if (word == "ACL") {
        readAccessList(lexer, sink);
    } else if (word == "MYRIGHTS") {
        readOwnRights(lexer, sink);
    } else if (word == "LIST") {
        const ListedMailbox mailbox = readListed(lexer);
        if (!lexer.failed()) {
            sink.listed(mailbox);
        }
    } else if (word == "STATUS") {
        readMailboxStatus(lexer, sink);
    } else {
        readNamespaces(lexer, sink);
    }
}

Response readUntagged(Lexer& lexer, ResponseSink& sink)
{
    Response response;
    lexer.expect(' ');
    if (lexer.peek() >= '0' && lexer.peek() <= '9') {
        readNumbered(lexer, sink);
        return response;
    }
    const QByteArray word = lexer.word().toUpper();
    if (const auto kind = statusKind(word)) {
        response.status = readStatus(lexer, *kind);
        if (!lexer.failed()) {
            sink.untagged(*response.status);
        }
    } else {
        readNamed(lexer, word, sink);
    }
    return response;
}

Response readTagged(Lexer& lexer)
{
    Response response;
    response.kind = Response::Kind::Tagged;
    response.tag = lexer.word();
    lexer.expect(' ');
    const auto kind = statusKind(lexer.word().toUpper());
    if (!kind || *kind == StatusLine::Kind::Bye || *kind == StatusLine::Kind::PreAuth || response.tag.isEmpty()) {
        lexer.fail("a line that is no IMAP response");
        return response;
    }
    response.status = readStatus(lexer, *kind);
    return response;
}

} // namespace

Result<Response> readResponse(Lexer& lexer, ResponseSink& sink)
{
    lexer.beginResponse();
    Response response;
    if (lexer.takeIf('*')) {
        response = readUntagged(lexer, sink);
    } else if (lexer.takeIf('+')) {
        response.kind = Response::Kind::Continuation;
        lexer.takeIf(' ');
        response.challenge = lexer.restOfLine();
    } else {
        response = readTagged(lexer);
    }
    if (lexer.failed()) {
        return lexer.failure();
    }
    return response;
}

} // namespace staffelstab::mail::imap
