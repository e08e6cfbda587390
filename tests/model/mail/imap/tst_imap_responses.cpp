// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/command.h"
#include "mail/imap/responses.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail::imap;
using Kind = Failure::Kind;

Q_DECLARE_METATYPE(staffelstab::Failure::Kind)

namespace {

/** Writes down everything it is told, one item a line. */
struct Protocol : ResponseSink
{
    QByteArrayList lines;

    void untagged(const StatusLine& s) override
    {
        lines << "status " + QByteArray::number(static_cast<int>(s.kind)) + " [" + s.code + "|" + s.codeArguments +
                     "] " + s.text;
    }
    void capabilities(const QByteArrayList& words) override { lines << "capabilities " + words.join(','); }
    void exists(quint32 count) override { lines << "exists " + QByteArray::number(count); }
    void listed(const ListedMailbox& m) override
    {
        lines << "listed " + m.attributes.join(',') + " " +
                     (m.delimiter == 0 ? QByteArray("-") : QByteArray(1, m.delimiter)) + " " + m.name;
    }
    void mailboxStatus(const QByteArray& name, quint64 messages) override
    {
        lines << "messages " + name + " " + QByteArray::number(messages);
    }
    void foreignNamespaces(const QByteArrayList& prefixes) override { lines << "foreign " + prefixes.join(','); }
    void found(const std::vector<quint32>& uids) override { lines << "found " + uidSet(uids); }
    void enabled(const QByteArrayList& words) override { lines << "enabled " + words.join(','); }
    void accessList(const QByteArray& mailbox, const std::vector<AccessEntry>& entries) override
    {
        QByteArray line = "access " + mailbox;
        for (const AccessEntry& entry : entries) {
            line += " " + entry.identifier + "=" + entry.rights;
        }
        lines << line;
    }
    void ownRights(const QByteArray& mailbox, const QByteArray& rights) override
    {
        lines << "rights " + mailbox + " " + rights;
    }
    Status sectionBegins(const FetchItems& items, const SectionStart& start) override
    {
        lines << (start.section == Section::Header ? "header " : "whole ") + QByteArray::number(start.bytes) + " of " +
                     QByteArray::number(items.uid) + " from " + QByteArray::number(start.origin);
        return Done{};
    }
    Status sectionPiece(QByteArrayView bytes) override
    {
        text += bytes;
        return Done{};
    }
    void sectionIsNil(Section section) override { lines << (section == Section::Header ? "no header" : "no body"); }
    Status fetchEnds(const FetchItems& items) override
    {
        lines << "fetched " + QByteArray::number(items.uid) + " " + QByteArray::number(items.size) + " " + text;
        text.clear();
        return Done{};
    }
    QByteArray text;
};

/** Reads all responses of `bytes`, given in pieces of `chunk`; the failure that ended it is ConnectionLost at the end.
 */
Failure readAll(const QByteArray& bytes, ResponseSink& sink, qsizetype chunk = 3)
{
    qsizetype position = 0;
    Lexer lexer([&]() -> Result<QByteArray> {
        if (position >= bytes.size()) {
            return Failure{Kind::ConnectionLost, {}, {}};
        }
        const QByteArray piece = bytes.mid(position, chunk);
        position += piece.size();
        return piece;
    });
    for (;;) {
        const Result<Response> response = readResponse(lexer, sink);
        if (!response) {
            return response.failure();
        }
    }
}

QByteArray repeated(const QByteArray& text, int times)
{
    return text.repeated(times);
}

} // namespace

class TestImapResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("told");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArrayList& told) {
            QTest::newRow(name) << bytes + "\r\n" << told;
        };
        row("a status with a code", "* OK [UIDVALIDITY 77] UIDs valid", {"status 0 [UIDVALIDITY|77] UIDs valid"});
        row("a status whose text looks like a literal", "* NO fine {5}", {"status 1 [|] fine {5}"});
        row("a code without an end", "* OK [ALERT", {"status 0 [ALERT|] "});
        row("8-bit text",
            "* OK Gr\xc3\xbc\xc3\x9f"
            "e",
            {"status 0 [|] Gr\xc3\xbc\xc3\x9f"
             "e"});
        row("capabilities in any case", "* CAPABILITY imap4rev1  UidPlus", {"capabilities IMAP4REV1,UIDPLUS"});
        row("numbers of messages", "* 23 EXISTS\r\n* 0 RECENT\r\n* 2 EXPUNGE", {"exists 23"});
        row("a quoted name", "* LIST (\\Sent \\HasNoChildren) \"/\" \"A \\\"B\\\\\"",
            {"listed \\sent,\\hasnochildren / A \"B\\"});
        row("a name as literal", "* LIST () NIL {4}\r\nGr\xc3\xbc", {"listed  - Gr\xc3\xbc"});
        row("a name as atom", "* LIST (\\NoSelect) \".\" [Gmail]", {"listed \\noselect . [Gmail]"});
        row("LIST with extended data", "* LIST () \"/\" a (\"CHILDINFO\" (\"SUBSCRIBED\"))", {"listed  / a"});
        row("a mailbox called NIL", "* LIST () \"/\" NIL", {"listed  / NIL"});
        row("STATUS", "* STATUS \"a b\" (UIDNEXT 4 MESSAGES 231)", {"messages a b 231"});
        row("namespaces", "* NAMESPACE ((\"\" \"/\")) ((\"Other Users/\" \"/\" \"X\" (\"y\"))) ((\"shared.\" \".\"))",
            {"foreign Other Users/,shared."});
        row("no namespaces", "* NAMESPACE NIL NIL NIL", {"foreign "});
        row("an empty search", "* SEARCH", {"found "});
        row("a search with MODSEQ", "* SEARCH 2 3 4 9 (MODSEQ 917162500)", {"found 2:4,9"});
        row("unknown responses with literals", "* XFOO bar {3}\r\na\r\n z\r\n* VANISHED 5:9\r\n* 1 EXISTS",
            {"exists 1"});
        row("flags that nobody asked for", "* 7 FETCH (FLAGS (\\Seen $Odd \xc3\xa4) UID 8)", {"fetched 8 -1 "});
        row("a message", "* 1 FETCH (UID 5 RFC822.SIZE 4 BODY[] {4}\r\na\r\nb)",
            {"whole 4 of 5 from -1", "fetched 5 4 a\r\nb"});
        row("a body before its UID", "* 1 FETCH (BODY[] {1}\r\nx UID 5)", {"whole 1 of 0 from -1", "fetched 5 -1 x"});
        row("a quoted body", "* 1 FETCH (body[header] \"a\\\"b\" UID 5)",
            {"header 3 of 0 from -1", "fetched 5 -1 a\"b"});
        row("a part of a body", "* 1 FETCH (UID 5 BODY[]<100> {1}\r\nx)", {"whole 1 of 5 from 100", "fetched 5 -1 x"});
        row("an 8-bit literal", "* 1 FETCH (UID 5 BODY[] ~{2}\r\n\xff\x01)",
            {"whole 2 of 5 from -1", "fetched 5 -1 \xff\x01"});
        row("NIL for a body", "* 1 FETCH (UID 5 BODY[] NIL BODY[HEADER] nil)",
            {"no body", "no header", "fetched 5 -1 "});
        row("items nobody asked for",
            "* 1 FETCH (EMAILID (M1) X-GM-LABELS (\"\\\\Inbox\" {3}\r\na)b) MODSEQ (12) SAVEDATE NIL PREVIEW \"x)\" "
            "BINARY[1] ~{2}\r\n)) BODY[HEADER.FIELDS (A B)] {1}\r\n( UID 5 RFC822.SIZE 5000000000)",
            {"fetched 5 5000000000 "});
        row("what ENABLE switched on", "* ENABLED utf8=accept CONDSTORE\r\n* ENABLED",
            {"enabled UTF8=ACCEPT,CONDSTORE"});
        row("an access list", "* ACL \"a b\" lea lrw \"-sven\" {2}\r\nlr anyone \"\"",
            {"access a b lea=lrw -sven=lr anyone="});
        row("an empty access list", "* ACL INBOX", {"access INBOX"});
        row("own rights", "* MYRIGHTS INBOX lrwsa", {"rights INBOX lrwsa"});
        row("line ends of LF alone", "* 3 EXISTS\n* 1 FETCH (UID 5 BODY[] {1}\nx)\n",
            {"exists 3", "whole 1 of 5 from -1", "fetched 5 -1 x"});
    }
    void understands()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, told);
        for (const qsizetype chunk : {1, 2, 1000}) {
            Protocol protocol;
            const QByteArray text = bytes.endsWith("\n\r\n") ? bytes.chopped(2) : bytes;
            QCOMPARE(readAll(text, protocol, chunk).kind, Kind::ConnectionLost);
            QCOMPARE(protocol.lines, told);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char* name, const QByteArray& bytes, Kind kind) {
            QTest::newRow(name) << bytes << kind;
        };
        row("a negative literal", "* 1 FETCH (BODY[] {-5}\r\nabc)\r\n", Kind::ProtocolError);
        row("a literal beyond all numbers", "* 1 FETCH (BODY[] {99999999999999999999}\r\nabc)\r\n",
            Kind::ProtocolError);
        row("a literal without a number", "* 1 FETCH (BODY[] {}\r\n)\r\n", Kind::ProtocolError);
        row("a UID beyond 32 bits", "* 1 FETCH (UID 4294967296)\r\n", Kind::ProtocolError);
        row("a size beyond 63 bits", "* 1 FETCH (RFC822.SIZE 9223372036854775808)\r\n", Kind::ProtocolError);
        row("a line of 2 MiB", "* OK " + QByteArray(2 * 1024 * 1024, 'y') + "\r\n", Kind::LimitExceeded);
        row("a quoted string of 2 MiB", "* LIST () \"/\" \"" + QByteArray(2 * 1024 * 1024, 'y') + "\"\r\n",
            Kind::LimitExceeded);
        row("brackets without end", "* 1 FETCH (BODYSTRUCTURE " + repeated("(", 200'000), Kind::LimitExceeded);
        row("a name of 70 kB", "* LIST () \"/\" {70000}\r\n", Kind::LimitExceeded);
        row("a huge literal in an unknown item", "* 1 FETCH (X {4294967290}\r\n", Kind::LimitExceeded);
        row("a huge literal in an unknown response", "* X {4294967290}\r\n", Kind::LimitExceeded);
        row("a line end inside quotes", "* LIST () \"/\" \"a\r\nb\"\r\n", Kind::ProtocolError);
        row("a section without end", "* 1 FETCH (BODY[\r\n", Kind::ProtocolError);
        row("a fetch item without a name", "* 1 FETCH (\"x\" 1)\r\n", Kind::ProtocolError);
        row("a closing bracket too many", "* 1 FETCH (UID 5))\r\n", Kind::ProtocolError);
        row("no IMAP at all", "HTTP/1.1 400 Bad Request\r\n", Kind::ProtocolError);
        row("SSH", "SSH-2.0-OpenSSH_9.2\r\n", Kind::ProtocolError);
        row("nothing but an end of line", "\r\n", Kind::ProtocolError);
        row("a tagged BYE", "S1 BYE\r\n", Kind::ProtocolError);
        row("an end inside a literal", "* 1 FETCH (BODY[] {500}\r\nabc", Kind::ConnectionLost);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        Protocol protocol;
        QCOMPARE(readAll(bytes, protocol, 4096).kind, kind);
    }

    void givesUpALineOf300MegabytesAfterTheFirst()
    {
        qint64 given = 0;
        Lexer lexer([&]() -> Result<QByteArray> {
            given += 64 * 1024;
            return given > 300'000'000
                       ? Result<QByteArray>(Failure{Kind::ConnectionLost, {}, {}})
                       : QByteArray(64 * 1024, 'y').replace(0, 5, given == 64 * 1024 ? "* OK " : "yyyyy");
        });
        ResponseSink nobody;
        const Result<Response> response = readResponse(lexer, nobody);
        QVERIFY(!response);
        QCOMPARE(response.failure().kind, Kind::LimitExceeded);
        QVERIFY2(given < 2'000'000, qPrintable(QString::number(given)));
    }

    void stopsWhereTheSinkSaysSo()
    {
        struct Full : ResponseSink
        {
            Status sectionPiece(QByteArrayView) override { return Failure{Kind::DiskFull, {}, {}}; }
        } full;
        QCOMPARE(readAll("* 1 FETCH (BODY[] {3}\r\nabc)\r\n", full).kind, Kind::DiskFull);
        QCOMPARE(readAll("* 1 FETCH (BODY[] \"abc\")\r\n", full).kind, Kind::DiskFull);
    }

    void readsDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("west") << QByteArray("17-Jul-1996 02:44:25 -0700") << QStringLiteral("1996-07-17T09:44:25Z");
        QTest::newRow("east, one digit") << QByteArray(" 1-jan-2026 00:30:00 +0100")
                                         << QStringLiteral("2025-12-31T23:30:00Z");
        QTest::newRow("no such month") << QByteArray("17-Xyz-1996 02:44:25 -0700") << QString();
        QTest::newRow("between two months") << QByteArray("17-anf-1996 02:44:25 -0700") << QString();
        QTest::newRow("no such day") << QByteArray("31-Feb-1996 02:44:25 -0700") << QString();
        QTest::newRow("no such hour") << QByteArray("17-Jul-1996 24:00:00 -0700") << QString();
        QTest::newRow("letters for a time") << QByteArray("17-Jul-1996 aa:bb:cc -0700") << QString();
        QTest::newRow("letters for a zone") << QByteArray("17-Jul-1996 02:44:25 -CEST") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("nonsense") << QByteArray("-------------------------") << QString();
    }
    void readsDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, utc);
        QCOMPARE(parseInternalDate(text).toString(Qt::ISODate), utc);
    }

    void writesNamesThatCannotEndACommand_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArrayList>("parts");
        QTest::newRow("plain") << QByteArray("Sent") << QByteArrayList{"EXAMINE \"Sent\""};
        QTest::newRow("empty") << QByteArray("") << QByteArrayList{"EXAMINE \"\""};
        QTest::newRow("quotes") << QByteArray("a\"b\\c") << QByteArrayList{"EXAMINE \"a\\\"b\\\\c\""};
        QTest::newRow("8 bit") << QByteArray("\xc3\xa4") << QByteArrayList{"EXAMINE {2}", "\xc3\xa4"};
        QTest::newRow("line break") << QByteArray("a\r\nb") << QByteArrayList{"EXAMINE {4}", "a\r\nb"};
    }
    void writesNamesThatCannotEndACommand()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArrayList, parts);
        Command command("EXAMINE ");
        command.string(name);
        QCOMPARE(QByteArrayList(command.parts().begin(), command.parts().end()), parts);
    }

    void writesSetsOfExactlyTheseUids()
    {
        QCOMPARE(uidSet({}), QByteArray());
        QCOMPARE(uidSet({7}), QByteArray("7"));
        QCOMPARE(uidSet({1, 2, 3, 5, 6, 9, 4294967295U}), QByteArray("1:3,5:6,9,4294967295"));
    }
};

QTEST_APPLESS_MAIN(TestImapResponses)
#include "tst_imap_responses.moc"
