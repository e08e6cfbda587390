// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using Kind = Failure::Kind;

namespace {

const QByteArray message = "Subject: x\r\n\r\nHallo";
const QByteArray header = "Subject: x\r\n\r\n";
const QByteArray done = "%T OK done\r\n";
const mail::Folder inbox{QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1};

QByteArray whole(int uid)
{
    const QByteArray size = QByteArray::number(message.size());
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE " + size + " BODY[HEADER] {" +
           QByteArray::number(header.size()) + "}\r\n" + header + " BODY[] {" + size + "}\r\n" + message + ")\r\n";
}

mail::RemovalOrder order(int uid)
{
    return {{"77." + QByteArray::number(uid), mail::fingerprintOf(header, message.size()), message.size()},
            Sha256::of(message)};
}

} // namespace

class TestImapRemoval : public QObject
{
    Q_OBJECT

    TestJob m_job;

    Result<mail::RemovalOutcome> remove(ScriptedServer& server, const std::vector<mail::RemovalOrder>& orders)
    {
        auto store = server.open(m_job.context);
        if (!store) {
            return store.failure();
        }
        return (*store)->remove(inbox, orders, m_job.context);
    }
    static void letThreeBeRead(ScriptedServer& server)
    {
        server.on("UID FETCH 4:6", whole(4) + whole(5) + whole(6) + done);
    }
    static std::vector<mail::RemovalOrder> three() { return {order(4), order(5), order(6)}; }

    static std::vector<mail::RemovalOrder> orders250()
    {
        std::vector<mail::RemovalOrder> orders;
        for (int uid = 1; uid <= 250; ++uid) {
            orders.push_back(order(uid));
        }
        return orders;
    }
    static void letTheFirst200BeRead(ScriptedServer& server)
    {
        QByteArray answer;
        for (int uid = 1; uid <= 200; ++uid) {
            answer += whole(uid);
        }
        server.on("UID FETCH 1:200", answer + done);
        server.on("UID SEARCH", "* SEARCH\r\n" + done);
    }

private Q_SLOTS:
    void init() { *m_job.cancelled = false; }

    void expungesExactlyWhatItVerified()
    {
        ScriptedServer server;
        server.on("UID FETCH 4:8", whole(4) + whole(5) + whole(6) + "* 1 FETCH (UID 8 BODY[] NIL)\r\n" + done);
        server.on("UID SEARCH", "* SEARCH\r\n" + done);
        std::vector<mail::RemovalOrder> orders{order(4), order(5), order(6), order(7), order(8), order(4)};
        orders[1].sha256 = Sha256::of("etwas anderes");
        const auto outcome = remove(server, orders);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, (std::vector<mail::MessageKey>{"77.4", "77.6", "77.7", "77.8"}));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QCOMPARE(outcome->kept[0].why.kind, Kind::MessageChanged);
        QCOMPARE(server.said("EXPUNGE"), QByteArrayList{"UID EXPUNGE 4,6"});
        QCOMPARE(server.said("STORE"), QByteArrayList{"UID STORE 4,6 +FLAGS.SILENT (\\Deleted)"});
        QCOMPARE(server.count("UID SEARCH UID 4,6:8"), qsizetype(1));
    }

    void leavesWhatSomebodyElseHasTouchedMeanwhile()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS CONDSTORE\r\n%T OK done\r\n");
        server.on("SELECT", "* 3 EXISTS\r\n* OK [UIDVALIDITY 77] valid\r\n* OK [HIGHESTMODSEQ 900] x\r\n"
                            "%T OK [READ-WRITE] done\r\n");
        server.on("UID STORE", "%T OK [MODIFIED 5] done\r\n");
        server.on("UID SEARCH", "* SEARCH 5\r\n%T OK done\r\n");
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(server.said("SELECT").first(), QByteArray("SELECT \"INBOX\" (CONDSTORE)"));
        QVERIFY(server.said("UID STORE").first().contains("(UNCHANGEDSINCE 900) +FLAGS.SILENT"));
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 4,6"});
        QCOMPARE(outcome->removed, (std::vector<mail::MessageKey>{"77.4", "77.6"}));
        QCOMPARE(outcome->kept.size(), std::size_t{1});
        QCOMPARE(outcome->kept[0].why.kind, Kind::MessageChanged);
        QVERIFY(server.said("-FLAGS").isEmpty());
    }

    void asksForNoModSeqWhereTheFolderHasNone_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("told so") << QByteArray("NOMODSEQ");
        QTest::newRow("zero") << QByteArray("HIGHESTMODSEQ 0");
        QTest::newRow("no number") << QByteArray("HIGHESTMODSEQ -1");
    }
    /** RFC 7162: UNCHANGEDSINCE is an error there. */
    void asksForNoModSeqWhereTheFolderHasNone()
    {
        QFETCH(QByteArray, code);
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS CONDSTORE\r\n%T OK done\r\n");
        server.on("SELECT", "* OK [UIDVALIDITY 77] valid\r\n* OK [" + code + "] x\r\n%T OK [READ-WRITE] done\r\n");
        server.on("UID SEARCH", "* SEARCH\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(3));
        QCOMPARE(server.said("UID STORE"), QByteArrayList{"UID STORE 4:6 +FLAGS.SILENT (\\Deleted)"});
    }

    void leavesItAlsoWhenTheConnectionIsLostBehindTheMark()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS CONDSTORE\r\n%T OK done\r\n");
        const QByteArray opened = "* OK [UIDVALIDITY 77] valid\r\n* OK [HIGHESTMODSEQ %1] x\r\n%T OK done\r\n";
        server.on("SELECT", std::deque<Reply>{{QByteArray(opened).replace("%1", "900")},
                                              {QByteArray(opened).replace("%1", "950")}});
        server.on("UID STORE", std::deque<Reply>{{"%T OK [MODIFIED 5] done\r\n"}, {done}});
        server.on("UID EXPUNGE", std::deque<Reply>{{"", true}, {done}});
        server.on("UID SEARCH", "* SEARCH 5\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, (std::vector<mail::MessageKey>{"77.4", "77.6"}));
        QCOMPARE(server.said("UID STORE"),
                 (QByteArrayList{"UID STORE 4:6 (UNCHANGEDSINCE 900) +FLAGS.SILENT (\\Deleted)",
                                 "UID STORE 4,6 (UNCHANGEDSINCE 950) +FLAGS.SILENT (\\Deleted)"}));
    }

    void removesNothingWithoutUidPlus()
    {
        ScriptedServer server;
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK done\r\n");
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->kept.size(), std::size_t(3));
        QCOMPARE(outcome->kept[0].why.kind, Kind::RemovalUnsupported);
        QVERIFY(server.said("STORE").isEmpty() && server.said("EXPUNGE").isEmpty());
    }

    void takesTheMarksBackWhenExpungeIsRefused()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("UID EXPUNGE", "%T NO [NOPERM] not you\r\n");
        server.on("UID SEARCH", "* SEARCH 4 5 6\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        QCOMPARE(outcome->kept.size(), std::size_t(3));
        QCOMPARE(outcome->kept[0].why.kind, Kind::NotPermitted);
        QCOMPARE(server.count("UID STORE 4:6 -FLAGS.SILENT (\\Deleted)"), qsizetype(1));
    }

    void doesNotBelieveAnOk()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("UID SEARCH", "* SEARCH 5\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(2));
        QCOMPARE(outcome->kept.at(0).key, QByteArray("77.5"));
        QCOMPARE(outcome->kept[0].why.kind, Kind::ServerRefused);
        QCOMPARE(server.count("UID STORE 5 -FLAGS.SILENT"), qsizetype(1));
    }

    void looksAnotherWayWhereTheServerIsSilentOnASearch()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("UID FETCH 4:6 (UID)", "* 2 FETCH (UID 6)\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(2));
        QCOMPARE(outcome->kept.at(0).key, QByteArray("77.6"));
    }

    void keepsEverythingInAReadOnlyFolder()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("SELECT", "* 3 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n%T OK [READ-ONLY] done\r\n");
        server.on("UID SEARCH", "* SEARCH 4 5 6\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->kept.size(), std::size_t(3));
        QCOMPARE(outcome->kept[0].why.kind, Kind::NotPermitted);
        QVERIFY(server.said("STORE").isEmpty());
    }

    void findsOutWhatHappenedWhenTheConnectionIsLost()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("UID EXPUNGE", std::deque<Reply>{{"", true}, {done}});
        server.on("UID SEARCH", "* SEARCH\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(3));
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.count("UID STORE 4:6 +FLAGS.SILENT"), qsizetype(2));
    }

    void marksNothingInAFolderThatWasRebuiltBetween()
    {
        ScriptedServer server;
        letThreeBeRead(server);
        server.on("SELECT", std::deque<Reply>{{"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n%T OK done\r\n"},
                                              {"* 3 EXISTS\r\n* OK [UIDVALIDITY 78] x\r\n%T OK done\r\n"}});
        server.on("UID STORE", std::deque<Reply>{{"", true}, {done}});
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        QCOMPARE(outcome->kept.at(0).why.kind, Kind::FolderChanged);
        QCOMPARE(server.count("UID STORE"), qsizetype(1));
    }

    void tellsWhatWasRemovedBeforeTheEndOfTheConnection()
    {
        ScriptedServer server;
        letTheFirst200BeRead(server);
        server.on("UID FETCH 201:250", std::deque<Reply>{{"", true}});
        const auto outcome = remove(server, orders250());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(200));
        QCOMPARE(outcome->kept.size(), std::size_t(50));
        QCOMPARE(outcome->kept[0].why.kind, Kind::ConnectionLost);
    }

    void finishesTheGroupThatIsMarkedWhenCancelled()
    {
        ScriptedServer server;
        letTheFirst200BeRead(server);
        server.onCommand = [this](const QByteArray& command) {
            if (command.startsWith("UID STORE")) {
                *m_job.cancelled = true;
            }
        };
        const auto outcome = remove(server, orders250());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(200));
        QCOMPARE(outcome->kept.size(), std::size_t(50));
        QCOMPARE(outcome->kept[0].why.kind, Kind::Cancelled);
        QCOMPARE(server.count("UID FETCH 201"), qsizetype(0));
    }

    void changesNothingOnceCancelled()
    {
        ScriptedServer server;
        auto store = server.open(m_job.context);
        *m_job.cancelled = true;
        const auto outcome = (*store)->remove(inbox, three(), m_job.context);
        QVERIFY(!outcome);
        QCOMPARE(outcome.failure().kind, Kind::Cancelled);
        QVERIFY(server.said("STORE").isEmpty());
    }

    void failsWhereNothingCouldBeTried()
    {
        ScriptedServer server;
        server.on("SELECT", "%T NO [NONEXISTENT] no such folder\r\n");
        const auto outcome = remove(server, three());
        QVERIFY(!outcome);
        QCOMPARE(outcome.failure().kind, Kind::FolderGone);
    }

    void looksForWhatIsGoneByASearch()
    {
        ScriptedServer server;
        server.on("UID FETCH", "* 1 FETCH (UID 4 BODY[] NIL)\r\n" + done); // 5 and 6 are left out
        server.on("UID SEARCH UID 4:6", "* SEARCH 5 4\r\n" + done);
        auto store = server.open(m_job.context);
        QVERIFY(store);
        const auto outcome = (*store)->lookFor(inbox, three(), m_job.context);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, std::vector<mail::MessageKey>{"77.6"});
        QVERIFY(outcome->kept.empty());
        QVERIFY(server.said("STORE").isEmpty());
    }

    void saysThatAFolderWasRebuiltInsteadOfLookingThere()
    {
        ScriptedServer server;
        server.on("SELECT", "* 3 EXISTS\r\n* OK [UIDVALIDITY 78] x\r\n%T OK done\r\n");
        auto store = server.open(m_job.context);
        QVERIFY(store);
        const auto outcome = (*store)->lookFor(inbox, three(), m_job.context);
        QVERIFY(!outcome);
        QCOMPARE(outcome.failure().kind, Kind::FolderChanged);
    }
};

QTEST_APPLESS_MAIN(TestImapRemoval)
#include "tst_imap_removal.moc"
