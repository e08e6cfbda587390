// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/responses.h"

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
    readNamespaceList(lexer); // one's own
    lexer.expect(' ');
    QByteArrayList foreign = readNamespaceList(lexer);
    lexer.expect(' ');
    foreign += readNamespaceList(lexer);
    lexer.skipResponse();
    if (!lexer.failed()) {
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

struct ItemName
{
    /** Upper case. */
    QByteArray word;
    /** Inside the brackets, upper case; nothing without brackets. */
    std::optional<QByteArray> section;
    qint64 origin = -1;
};

/** RFC822.SIZE, BODY[], BODY[HEADER.FIELDS ("A" B)]<0>, ... */
ItemName readItemName(Lexer& lexer)
{
    ItemName name;
    name.word = lexer.word().toUpper();
    if (lexer.takeIf('[')) {
        QByteArray section;
        for (int byte = lexer.take(); byte >= 0 && byte != ']'; byte = lexer.take()) {
            if (byte == '\r' || byte == '\n') {
                lexer.fail("a section has no end");
            }
            section += static_cast<char>(byte);
        }
        name.section = section.toUpper();
        if (lexer.takeIf('<')) {
            name.origin = static_cast<qint64>(lexer.number(greatestSize));
            lexer.expect('>');
        }
    }
    if (name.word.isEmpty()) {
        lexer.fail("a fetch item is missing");
    }
    return name;
}

/** nstring, handed on while it arrives. */
void readSection(Lexer& lexer, SectionStart start, const FetchItems& items, ResponseSink& sink)
{
    const auto begin = [&] {
        if (lexer.failed()) {
            return;
        }
        if (Status begun = sink.sectionBegins(items, start); !begun) {
            lexer.fail(begun.failure());
        }
    };
    const auto piece = [&sink](QByteArrayView bytes) { return sink.sectionPiece(bytes); };
    if (lexer.isAtLiteral()) {
        start.bytes = lexer.literalSize(std::numeric_limits<qint64>::max());
        begin();
        if (!lexer.failed()) {
            lexer.literalBytes(start.bytes, piece);
        }
        return;
    }
    const std::optional<QByteArray> text = lexer.string(false);
    if (!text) {
        sink.sectionIsNil(start.section);
        return;
    }
    start.bytes = text->size();
    begin();
    if (Status taken = lexer.failed() || text->isEmpty() ? Status(Done{}) : piece(*text); !taken) {
        lexer.fail(taken.failure());
    }
}

void readItem(Lexer& lexer, FetchItems& items, ResponseSink& sink)
{
    const ItemName name = readItemName(lexer);
    lexer.expect(' ');
    const bool isBody = name.word == "BODY" && name.section;
    if (name.word == "UID") {
        items.uid = static_cast<quint32>(lexer.number(greatestUid));
    } else if (name.word == "RFC822.SIZE") {
        items.size = static_cast<qint64>(lexer.number(greatestSize));
    } else if (name.word == "INTERNALDATE") {
        items.received = parseInternalDate(lexer.string(false).value_or(QByteArray()));
    } else if (isBody && (name.section->isEmpty() || *name.section == "HEADER")) {
        SectionStart start;
        start.section = name.section->isEmpty() ? Section::Whole : Section::Header;
        start.origin = name.origin;
        readSection(lexer, start, items, sink);
    } else {
        lexer.skipValue();
    }
}

void readFetch(Lexer& lexer, ResponseSink& sink)
{
    lexer.expect(' ');
    lexer.expect('(');
    FetchItems items;
    sink.fetchBegins();
    while (!lexer.failed() && !lexer.takeIf(')')) {
        if (!lexer.takeIf(' ')) {
            readItem(lexer, items, sink);
        }
    }
    lexer.endOfLine();
    if (lexer.failed()) {
        return;
    }
    if (Status ended = sink.fetchEnds(items); !ended) {
        lexer.fail(ended.failure());
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

void readNamed(Lexer& lexer, const QByteArray& word, ResponseSink& sink)
{
    if (word == "SEARCH") {
        readFound(lexer, sink);
        return;
    }
    if (word != "CAPABILITY" && word != "LIST" && word != "STATUS" && word != "NAMESPACE") {
        lexer.skipResponse();
        return;
    }
    lexer.expect(' ');
    if (word == "CAPABILITY") {
        const QByteArrayList words = readWords(lexer);
        if (!lexer.failed()) {
            sink.capabilities(words);
        }
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
        lexer.restOfLine();
    } else {
        response = readTagged(lexer);
    }
    if (lexer.failed()) {
        return lexer.failure();
    }
    return response;
}

QDateTime parseInternalDate(QByteArrayView text)
{
    static constexpr const char* months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const QByteArray plain = text.toByteArray().trimmed().toLower();
    const QByteArray dated = plain.rightJustified(26, '0');
    if (dated.size() != 26 || dated.at(2) != '-' || dated.at(6) != '-' || dated.at(11) != ' ' || dated.at(20) != ' ') {
        return {};
    }
    const qsizetype month = QByteArrayView(months).indexOf(QByteArrayView(dated).sliced(3, 3));
    const QDate date(dated.mid(7, 4).toInt(), static_cast<int>(month / 3) + 1, dated.left(2).toInt());
    const QTime time = QTime::fromString(QString::fromLatin1(dated.mid(12, 8)), QStringLiteral("HH:mm:ss"));
    const bool isWest = dated.at(21) == '-';
    const int offset = dated.mid(22, 2).toInt() * 3600 + dated.mid(24, 2).toInt() * 60;
    if (month < 0 || month % 3 != 0 || !date.isValid() || !time.isValid() || (!isWest && dated.at(21) != '+')) {
        return {};
    }
    return QDateTime(date, time, Qt::UTC).addSecs(isWest ? offset : -offset);
}

} // namespace staffelstab::mail::imap
