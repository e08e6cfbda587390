// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/fetch_response.h"

#include <limits>

namespace staffelstab::mail::imap {

namespace {

constexpr quint64 greatestUid = std::numeric_limits<quint32>::max();
constexpr quint64 greatestCommonId = std::numeric_limits<quint64>::max();
constexpr quint64 greatestSize = static_cast<quint64>(std::numeric_limits<qint64>::max());

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

/** (\Seen $Forwarded) */
QByteArrayList readFlags(Lexer& lexer)
{
    QByteArrayList flags;
    lexer.expect('(');
    while (!lexer.failed() && !lexer.takeIf(')')) {
        const QByteArray flag = lexer.word();
        if (flag.isEmpty() && !lexer.takeIf(' ')) {
            lexer.fail("a flag is missing");
        } else if (!flag.isEmpty()) {
            flags << flag;
        }
    }
    return flags;
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
    } else if (name.word == "X-GM-MSGID") {
        items.commonId = lexer.number(greatestCommonId);
    } else if (name.word == "INTERNALDATE") {
        items.received = parseInternalDate(lexer.string(false).value_or(QByteArray()));
    } else if (name.word == "FLAGS") {
        items.flags = readFlags(lexer);
    } else if (isBody && (name.section->isEmpty() || *name.section == "HEADER" ||
                          (*name.section == "TEXT" && sink.wantsText()))) {
        SectionStart start;
        start.section = name.section->isEmpty()     ? Section::Whole
                        : *name.section == "HEADER" ? Section::Header
                                                    : Section::Text;
        start.origin = name.origin;
        readSection(lexer, start, items, sink);
    } else {
        lexer.skipValue();
    }
}

} // namespace

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

QDateTime parseInternalDate(QByteArrayView text)
{
    static constexpr const char* months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const QByteArray dated = text.toByteArray().trimmed().toLower().rightJustified(26, '0');
    if (dated.size() != 26 || dated.at(2) != '-' || dated.at(6) != '-' || dated.at(11) != ' ' || dated.at(14) != ':' ||
        dated.at(17) != ':' || dated.at(20) != ' ') {
        return {};
    }
    // By hand: QTime::fromString() takes longer than all else that a small message needs.
    const auto number = [&dated](qsizetype at, qsizetype length) {
        bool isNumber = false;
        const int value = QByteArrayView(dated).sliced(at, length).toInt(&isNumber);
        return isNumber ? value : -1;
    };
    const qsizetype month = QByteArrayView(months).indexOf(QByteArrayView(dated).sliced(3, 3));
    const QDate date(number(7, 4), static_cast<int>(month / 3) + 1, number(0, 2));
    const QTime time(number(12, 2), number(15, 2), number(18, 2));
    const int hours = number(22, 2);
    const int minutes = number(24, 2);
    const bool isWest = dated.at(21) == '-';
    if (month < 0 || month % 3 != 0 || !date.isValid() || !time.isValid() || hours < 0 || minutes < 0 ||
        (!isWest && dated.at(21) != '+')) {
        return {};
    }
    const int offset = hours * 3600 + minutes * 60;
    return QDateTime(date, time, Qt::UTC).addSecs(isWest ? offset : -offset);
}

} // namespace staffelstab::mail::imap
