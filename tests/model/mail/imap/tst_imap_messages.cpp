// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using Kind = Failure::Kind;

Q_DECLARE_METATYPE(staffelstab::Failure::Kind)

namespace {

const QByteArray header = "Subject: x\r\n\r\n";

QByteArray literal(const QByteArray& bytes)
{
    return "{" + QByteArray::number(bytes.size()) + "}\r\n" + bytes;
}

QByteArray uids(std::initializer_list<int> all)
{
    QByteArray text;
    for (const int uid : all) {
        text += "* " + QByteArray::number(uid) + " FETCH (UID " + QByteArray::number(uid) + ")\r\n";
    }
    return text + "%T OK done\r\n";
}

/** As the scan sees a message of `bytes` bytes. */
QByteArray scanned(int uid, qint64 bytes = 20)
{
    const QByteArray number = QByteArray::number(uid);
    return "* " + number + " FETCH (UID " + number + " RFC822.SIZE " + QByteArray::number(bytes) +
           " INTERNALDATE \" 1-Jan-2026 00:00:00 +0000\" BODY[HEADER] " + literal(header) + ")\r\n";
}

/** As a read sees the same message. */
QByteArray whole(int uid, const QByteArray& message)
{
    const QByteArray number = QByteArray::number(uid);
    return "* " + number + " FETCH (UID " + number + " RFC822.SIZE " + QByteArray::number(message.size()) +
           " BODY[HEADER] " + literal(header) + " BODY[] " + literal(message) + ")\r\n";
}

mail::MessageRef ref(int uid, qint64 bytes)
{
    return {"77." + QByteArray::number(uid), mail::fingerprintOf(header, bytes), bytes};
}

const mail::Folder inbox{QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1};
const QByteArray done = "%T OK done\r\n";

} // namespace

class TestImapMessages : public QObject
{
    Q_OBJECT

    TestJob m_job;

    Status scan(ScriptedServer& server, ScanCollector& sink)
    {
        auto store = server.open(m_job.context);
        return store ? (*store)->scan(std::span(&inbox, 1), sink, m_job.context) : Status(store.failure());
    }
    Status read(ScriptedServer& server, const std::vector<mail::MessageRef>& refs, ReadCollector& receiver)
    {
        auto store = server.open(m_job.context);
        return store ? (*store)->read(inbox, refs, receiver, m_job.context) : Status(store.failure());
    }

private Q_SLOTS:
    void init() { *m_job.cancelled = false; }

    void listsEveryMessageOrSaysWhyNot()
    {
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4, 5, 6, 7, 8}));
        server.on("UID FETCH 4:8", scanned(4) + "* 9 FETCH (UID 5 FLAGS (\\Seen))\r\n" +
                                       "* 5 FETCH (UID 5 RFC822.SIZE 9 BODY[HEADER] NIL)\r\n" + scanned(99) +
                                       scanned(4) +
                                       "* 2 EXPUNGE\r\n* 7 FETCH (UID 7 BODY[HEADER] \"\")\r\n"
                                       "* 8 FETCH (BODY[HEADER] \"\" RFC822.SIZE 0 UID 8)\r\n" +
                                       done);
        ScanCollector sink;
        QVERIFY(scan(server, sink));
        const ScanCollector::Found& found = sink.folders[0];
        QCOMPARE(found.messages.size(), std::size_t(2));
        QCOMPARE(found.messages[0].key, QByteArray("77.4"));
        QCOMPARE(found.messages[0].header, header);
        QCOMPARE(found.messages[0].fingerprint, mail::fingerprintOf(header, 20));
        QCOMPARE(found.messages[0].received.toString(Qt::ISODate), QStringLiteral("2026-01-01T00:00:00Z"));
        QCOMPARE(found.messages[1].key, QByteArray("77.8"));
        QCOMPARE(found.unreadable.size(), std::size_t(3));
        QCOMPARE(found.unreadable[0].key, QByteArray("77.5")); // NIL
        QCOMPARE(found.unreadable[0].why.kind, Kind::MessageGone);
        QCOMPARE(found.unreadable[1].why.kind, Kind::MessageUnreadable); // 7: no size
        QCOMPARE(found.unreadable[2].key, QByteArray("77.6"));           // never came
        QCOMPARE(found.unreadable[2].why.kind, Kind::MessageGone);
    }

    void takesTheTextFromBeforeOrBehindTheHeader_data()
    {
        QTest::addColumn<QByteArray>("sections");
        QTest::addColumn<QByteArray>("text");
        const QByteArray head = "BODY[HEADER] " + literal(header);
        const QByteArray text = "Hallo Lea, * OK\r\n";
        QTest::newRow("behind") << head + " BODY[TEXT]<0> " + literal(text) << text;
        QTest::newRow("before") << "BODY[TEXT]<0> " + literal(text) + ' ' + head << text;
        QTest::newRow("without origin") << head + " BODY[TEXT] " + literal(text) << text;
        QTest::newRow("twice") << head + " BODY[TEXT]<0> {3}\r\nalt BODY[TEXT]<0> " + literal(text) << text;
        QTest::newRow("NIL") << head + " BODY[TEXT]<0> NIL" << QByteArray();
        QTest::newRow("left out") << head << QByteArray();
        QTest::newRow("more than asked for") << head + " BODY[TEXT]<0> " + literal(QByteArray(100'000, 'x'))
                                             << QByteArray(mail::bodyStartLimit / 2, 'x');
    }

    void takesTheTextFromBeforeOrBehindTheHeader()
    {
        QFETCH(QByteArray, sections);
        QFETCH(QByteArray, text);
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4, 5}));
        server.on("UID FETCH 4:5", "* 4 FETCH (UID 4 RFC822.SIZE 20 " + sections + ")\r\n" + scanned(5) + done);
        ScanCollector sink;
        QVERIFY(scan(server, sink));
        const ScanCollector::Found& found = sink.folders[0];
        QCOMPARE(found.messages.size(), std::size_t(2));
        QCOMPARE(found.messages[0].header, header);
        QCOMPARE(found.messages[0].bodyStart, text);
        QVERIFY(found.messages[1].bodyStart.isEmpty()); // not that of the one before
    }

    void reportsAHeaderOfMoreThan4MiB()
    {
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4, 5}));
        server.on("UID FETCH 4:5", std::deque<Reply>{{"* 4 FETCH (UID 4 RFC822.SIZE 5000000 BODY[HEADER] {5000000}\r\n",
                                                      false, 5'000'000, ")\r\n" + scanned(5) + done}});
        ScanCollector sink;
        QVERIFY(scan(server, sink));
        QCOMPARE(sink.folders[0].unreadable.at(0).why.kind, Kind::LimitExceeded);
        QCOMPARE(sink.folders[0].unreadable.at(0).bytes, qint64(5'000'000));
        QCOMPARE(sink.folders[0].messages.size(), std::size_t(1));
    }

    void scansOnWhereTheConnectionWasCut()
    {
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4, 5, 6}));
        server.on("UID FETCH 4:6", std::deque<Reply>{{scanned(4) + scanned(5).left(70), true}});
        server.on("UID FETCH 5:6", std::deque<Reply>{{scanned(5), true}});
        server.on("UID FETCH 6", scanned(6) + done);
        ScanCollector sink;
        QVERIFY(scan(server, sink));
        QCOMPARE(sink.folders[0].messages.size(), std::size_t(3));
        QCOMPARE(server.count("UID FETCH 1:*"), qsizetype(1));
        QCOMPARE(server.connections(), 3);
        QCOMPARE(m_job.last.done, qint64(3));
    }

    void stopsWhenTheFolderWasRebuiltMeanwhile()
    {
        ScriptedServer server;
        server.on("EXAMINE", std::deque<Reply>{{"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n%T OK done\r\n"},
                                               {"* 3 EXISTS\r\n* OK [UIDVALIDITY 78] x\r\n%T OK done\r\n"}});
        server.on("UID FETCH 1:* (UID)", uids({4, 5}));
        server.on("UID FETCH 4:5", std::deque<Reply>{{scanned(4), true}});
        ScanCollector sink;
        const Status scanned = scan(server, sink);
        QVERIFY(!scanned);
        QCOMPARE(scanned.failure().kind, Kind::FolderChanged);
    }

    void stopsWhenUidsAreDealtAnewInTheOpenFolder()
    {
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4}));
        server.on("UID FETCH 4", "* OK [UIDVALIDITY 99] rebuilt\r\n" + scanned(4) + done);
        ScanCollector sink;
        const Status scanned = scan(server, sink);
        QVERIFY(!scanned);
        QCOMPARE(scanned.failure().kind, Kind::FolderChanged);
        QCOMPARE(scanned.failure().subject, inbox.path);
    }

    void endsTheScanWithAReason_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("silence") << QByteArray("* 4 FETCH (UID 4 BODY[HEADER] {500}\r\nabc") << false << Kind::TimedOut;
        QTest::newRow("cut again and again") << QByteArray("* 4 FETCH (") << true << Kind::ConnectionLost;
        QTest::newRow("BYE") << QByteArray("* BYE shutting down\r\n") << true << Kind::ConnectionLost;
        QTest::newRow("BAD") << QByteArray("%T BAD what\r\n") << false << Kind::ProtocolError;
        QTest::newRow("negative literal")
            << QByteArray("* 4 FETCH (BODY[HEADER] {-5}\r\n") << false << Kind::ProtocolError;
        QTest::newRow("a question nobody can answer") << QByteArray("+ go on\r\n") << false << Kind::ProtocolError;
        QTest::newRow("a whole message") << QByteArray("* 4 FETCH (BODY[] {3}\r\nabc)\r\n") << false
                                         << Kind::ProtocolError;
    }
    void endsTheScanWithAReason()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isCut);
        QFETCH(Kind, kind);
        ScriptedServer server;
        server.on("UID FETCH 1:* (UID)", uids({4, 5}));
        server.on("UID FETCH 4:5", std::deque<Reply>{{answer, isCut}});
        ScanCollector sink;
        const Status scanned = scan(server, sink);
        QVERIFY(!scanned);
        QCOMPARE(scanned.failure().kind, kind);
        QVERIFY(!scanned.failure().subject.isEmpty());
        QVERIFY(server.connections() <= 3);
    }

    void goesOnBehindAFolderThatCannotBeOpened()
    {
        ScriptedServer server;
        server.on("EXAMINE \"Zu\"", "%T NO [NOPERM] not yours\r\n");
        server.on("EXAMINE \"Auf\"", "* 0 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n%T OK done\r\n");
        const std::vector<mail::Folder> folders{{QStringLiteral("Zu"), "Zu", {}, -1},
                                                {QStringLiteral("Auf"), "Auf", {}, -1}};
        auto store = server.open(m_job.context);
        ScanCollector sink;
        QVERIFY((*store)->scan(folders, sink, m_job.context));
        QCOMPARE(sink.folders.size(), std::size_t(2));
        QCOMPARE(sink.folders[0].unreadable.at(0).why.kind, Kind::NotPermitted);
        QCOMPARE(sink.folders[0].unreadable.at(0).why.subject, QStringLiteral("Zu"));
        QVERIFY(sink.folders[0].unreadable.at(0).key.isEmpty());
    }

    void readsInAnyOrderOfItems_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray text = header + "Hallo";
        const QByteArray body = " BODY[] " + literal(text);
        const QByteArray head = " BODY[HEADER] " + literal(header);
        const QByteArray size = " RFC822.SIZE " + QByteArray::number(text.size());
        QTest::newRow("as asked") << whole(4, text);
        QTest::newRow("UID at the end") << "* 1 FETCH (" + body.trimmed() + head + size + " UID 4)\r\n";
        QTest::newRow("body first") << "* 1 FETCH (UID 4" + body + size + head + ")\r\n";
        QTest::newRow("no UID where only one can be meant") << "* 1 FETCH (" + size.trimmed() + head + body + ")\r\n";
        QTest::newRow("8-bit literal") << QByteArray(whole(4, text)).replace("BODY[] {", "BODY[] ~{");
        QTest::newRow("quoted header") << "* 1 FETCH (UID 4" + size + body + head +
                                              ")\r\n* 4 FETCH (UID 4 FLAGS ())\r\n";
    }
    void readsInAnyOrderOfItems()
    {
        QFETCH(QByteArray, answer);
        ScriptedServer server;
        server.setChunk(3);
        server.on("UID FETCH 4", answer + done);
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, header.size() + 5)}, receiver));
        QCOMPARE(receiver.whole["77.4"], header + "Hallo");
        QCOMPARE(receiver.answers, 1);
    }

    void keepsABodyUntilItsUidIsKnown()
    {
        const QByteArray first = header + "eins";
        const QByteArray second = header + "zwei";
        const auto backwards = [](int uid, const QByteArray& text) {
            return "* 1 FETCH (BODY[] " + literal(text) + " BODY[HEADER] " + literal(header) + " RFC822.SIZE " +
                   QByteArray::number(text.size()) + " UID " + QByteArray::number(uid) + ")\r\n";
        };
        ScriptedServer server;
        server.on("UID FETCH 4:5", backwards(5, second) + backwards(4, first) + done);
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, first.size()), ref(5, second.size())}, receiver));
        QCOMPARE(receiver.whole["77.4"], first);
        QCOMPARE(receiver.whole["77.5"], second);
    }

    void answersForEveryMessageExactlyOnce()
    {
        const QByteArray text = header + "Hallo";
        ScriptedServer server;
        server.on("UID FETCH 4:7",
                  whole(4, text) + "* 5 FETCH (UID 5 BODY[] NIL)\r\n" + whole(7, header + "Hallo!") + done);
        server.on("UID FETCH 4 ", whole(4, text) + done);
        mail::MessageRef stranger = ref(4, text.size());
        stranger.key = "76.4";
        mail::MessageRef nonsense = stranger;
        nonsense.key = "nicht.s";
        ReadCollector receiver;
        QVERIFY(read(
            server,
            {ref(4, text.size()), ref(5, 9), ref(6, 9), ref(7, text.size()), stranger, nonsense, ref(4, text.size())},
            receiver));
        QCOMPARE(receiver.answers, 7);
        QCOMPARE(receiver.whole.size(), std::size_t(1));
        QCOMPARE(receiver.failures["77.5"].kind, Kind::MessageGone);
        QCOMPARE(receiver.failures["77.6"].kind, Kind::MessageGone);
        QCOMPARE(receiver.failures["77.7"].kind, Kind::MessageChanged);
        QCOMPARE(receiver.failures["76.4"].kind, Kind::FolderChanged);
        QCOMPARE(receiver.failures["nicht.s"].kind, Kind::BadInput);
    }

    void asksOneByOneWhereABatchIsRefused()
    {
        const QByteArray text = header + "Hallo";
        ScriptedServer server;
        server.on("UID FETCH 4:6", whole(4, text) + "%T NO [SERVERBUG] broken mail\r\n");
        server.on("UID FETCH 5", "%T NO broken mail\r\n");
        server.on("UID FETCH 6", whole(6, text) + done);
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, text.size()), ref(5, text.size()), ref(6, text.size())}, receiver));
        QCOMPARE(receiver.whole.size(), std::size_t(2));
        QCOMPARE(receiver.failures["77.5"].kind, Kind::MessageUnreadable);
    }

    void continuesAMessageAtTheByteWhereItWasCut()
    {
        const QByteArray text = header + QByteArray(100, 'a') + QByteArray(100, 'b');
        const QByteArray answer = whole(4, text);
        const qsizetype cut = answer.size() - 103;
        ScriptedServer server;
        server.on("UID FETCH 4:5", std::deque<Reply>{{answer.left(cut), true}});
        server.on("UID FETCH 4 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER] BODY.PEEK[]<114.100>)",
                  "* 4 FETCH (UID 4 RFC822.SIZE 214 BODY[HEADER] " + literal(header) + " BODY[]<114> " +
                      literal(QByteArray(100, 'b')) + ")\r\n" + done);
        server.on("UID FETCH 5", whole(5, text) + done);
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, text.size()), ref(5, text.size())}, receiver));
        QCOMPARE(receiver.whole["77.4"], text);
        QCOMPARE(receiver.whole["77.5"], text);
        QCOMPARE(receiver.begins, 2);
    }

    void finishesAMessageOfWhichOnlyTheEndOfTheAnswerWasCut()
    {
        const QByteArray text = header + "Hallo";
        const QByteArray answer = whole(4, text);
        ScriptedServer server;
        server.on("UID FETCH 4", std::deque<Reply>{{answer.chopped(3), true},
                                                   {"* 4 FETCH (UID 4 RFC822.SIZE " + QByteArray::number(text.size()) +
                                                    " BODY[HEADER] " + literal(header) + ")\r\n" + done}});
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, text.size())}, receiver));
        QCOMPARE(receiver.whole["77.4"], text);
    }

    void givesUpAMessageThatCannotBeContinued_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        const QByteArray head = "* 4 FETCH (UID 4 RFC822.SIZE 214 BODY[HEADER] " + literal(header) + " BODY[]";
        QTest::newRow("whole again") << head + " " + literal(QByteArray(214, 'a')) + ")\r\n" << Kind::ConnectionLost;
        QTest::newRow("from elsewhere") << head + "<14> " + literal(QByteArray(100, 'a')) + ")\r\n"
                                        << Kind::ConnectionLost;
        QTest::newRow("too little") << head + "<114> " + literal(QByteArray(99, 'a')) + ")\r\n" << Kind::ConnectionLost;
        QTest::newRow("gone") << QByteArray() << Kind::MessageGone;
        QTest::newRow("another one") << QByteArray(head).replace("SIZE 214", "SIZE 215") + "<114> " +
                                            literal(QByteArray(100, 'a')) + ")\r\n"
                                     << Kind::MessageChanged;
    }
    void givesUpAMessageThatCannotBeContinued()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Kind, kind);
        const QByteArray text = header + QByteArray(200, 'a');
        ScriptedServer server;
        server.on("UID FETCH 4", std::deque<Reply>{{whole(4, text).chopped(103), true}, {answer + done}});
        ReadCollector receiver;
        QVERIFY(read(server, {ref(4, text.size())}, receiver));
        QCOMPARE(receiver.answers, 1);
        QCOMPARE(receiver.failures["77.4"].kind, kind);
    }

    void readsAMessageOf300MegabytesInSmallPieces()
    {
        constexpr qint64 size = 300'000'000;
        ScriptedServer server;
        server.on("UID FETCH 4", std::deque<Reply>{{"* 4 FETCH (UID 4 RFC822.SIZE 300000000 BODY[HEADER] " +
                                                        literal(header) + " BODY[] {300000000}\r\n",
                                                    false, size, ")\r\n" + done}});
        qint64 received = 0;
        ReadCollector receiver;
        receiver.onPiece = [&](QByteArrayView bytes) -> Status {
            received += bytes.size();
            return Done{};
        };
        QVERIFY(read(server, {ref(4, size)}, receiver));
        QCOMPARE(received, size);
        QVERIFY(receiver.longestPiece <= 1024 * 1024);
    }

    void refusesFarMoreThanWasAnnounced()
    {
        ScriptedServer server;
        server.on("UID FETCH 4", std::deque<Reply>{{"* 4 FETCH (UID 4 BODY[] {4294967290}\r\n", false, 1 << 20}});
        ReadCollector receiver;
        const Status result = read(server, {ref(4, 100)}, receiver);
        QVERIFY(!result);
        QCOMPARE(result.failure().kind, Kind::LimitExceeded);
        QCOMPARE(receiver.begins, 0);
    }

    void stopsWhenTheReceiverCannotGoOn()
    {
        const QByteArray text = header + "Hallo";
        ScriptedServer server;
        server.on("UID FETCH", whole(4, text) + whole(5, text) + done);
        ReadCollector receiver;
        receiver.onPiece = [](QByteArrayView) -> Status { return Failure{Kind::DiskFull, QStringLiteral("/x"), {}}; };
        const Status result = read(server, {ref(4, text.size()), ref(5, text.size())}, receiver);
        QVERIFY(!result);
        QCOMPARE(result.failure().kind, Kind::DiskFull);
        QCOMPARE(receiver.begins, 1);
    }

    void asksForLargeMessagesAloneAndNeverMarksThemSeen()
    {
        ScriptedServer server;
        ReadCollector receiver;
        QVERIFY(read(server, {ref(1, 5'000'000), ref(2, 5'000'000), ref(3, 10), ref(4, 20'000'000)}, receiver));
        QCOMPARE(server.said("UID FETCH").size(), 3);
        QVERIFY(server.said("UID FETCH").at(1).startsWith("UID FETCH 2:3 "));
        QVERIFY(server.said("BODY[").isEmpty());
        QVERIFY(server.said("SELECT").isEmpty());
    }

    /** Some end it elsewhere than we do: nothing is taken for changed before their own idea of it was asked for. */
    void asksForTheHeaderWhereTheServerCutsItOffElsewhere()
    {
        const QByteArray text = "Subject: x\r\nno field at all\r\nHallo";
        const QByteArray theirs = "Subject: x\r\n\r\n";
        ScriptedServer server;
        const QByteArray front = "* 4 FETCH (UID 4 RFC822.SIZE " + QByteArray::number(text.size());
        const QByteArray body = " BODY[] {" + QByteArray::number(text.size()) + "}\r\n" + text + ")\r\n";
        server.on("UID FETCH 4 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER] BODY.PEEK[])",
                  front + " BODY[HEADER] {" + QByteArray::number(theirs.size()) + "}\r\n" + theirs + body + done);
        server.on("UID FETCH 4 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])", front + body + done);
        ReadCollector receiver;
        const mail::MessageRef wanted{"77.4", mail::fingerprintOf(theirs, text.size()), text.size()};
        QVERIFY(read(server, {wanted}, receiver));
        QCOMPARE(receiver.answers, 1);
        QCOMPARE(receiver.whole.at("77.4"), text);
        QCOMPARE(server.said("UID FETCH").size(), 2);
    }

    void cancelsInTheMiddleOfAMessage()
    {
        ScriptedServer server;
        server.on("UID FETCH 4", std::deque<Reply>{{"* 4 FETCH (UID 4 BODY[] {3000000}\r\n" + header, false,
                                                    3'000'000 - header.size()}});
        ReadCollector receiver;
        receiver.onPiece = [this](QByteArrayView) -> Status {
            *m_job.cancelled = true;
            return Done{};
        };
        const Status result = read(server, {ref(4, 3'000'000)}, receiver);
        QVERIFY(!result);
        QCOMPARE(result.failure().kind, Kind::Cancelled);
        QCOMPARE(receiver.answers, 0);
    }
};

QTEST_APPLESS_MAIN(TestImapMessages)
#include "tst_imap_messages.moc"
