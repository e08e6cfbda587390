// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using Kind = Failure::Kind;
using Keys = std::vector<mail::MessageKey>;

namespace {

const QByteArray done = "%T OK done\r\n";
const mail::Folder inbox{QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1};
const QString trash = QStringLiteral("[Gmail]/Papierkorb");
const QString all = QStringLiteral("[Gmail]/Alle Nachrichten");

QByteArray header(int number)
{
    return "Subject: Brief " + QByteArray::number(number) + "\r\n\r\n";
}

QByteArray letter(int number)
{
    return header(number) + "Hallo";
}

/** All a read asks for. */
QByteArray whole(int uid, const QByteArray& message)
{
    const QByteArray size = QByteArray::number(message.size());
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE " + size + " BODY[] {" + size + "}\r\n" +
           message + ")\r\n";
}

QByteArray headerOnly(int uid, const QByteArray& head, qsizetype size)
{
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE " + QByteArray::number(size) +
           " BODY[HEADER] {" + QByteArray::number(head.size()) + "}\r\n" + head + ")\r\n";
}

/** The message `number` lies in INBOX under that UID. */
mail::RemovalOrder order(int number)
{
    const QByteArray message = letter(number);
    return {{"77." + QByteArray::number(number), mail::fingerprintOf(header(number), message.size()), message.size()},
            Sha256::of(message)};
}

Keys keysOf(const mail::RemovalOutcome& outcome)
{
    Keys keys = outcome.removed;
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace

class TestImapTrashRemoval : public QObject
{
    Q_OBJECT

    TestJob m_job;

    /** INBOX holds letters 4 to 6; moved, they are 40 to 42 in the trash. */
    static void playLabels(ScriptedServer& server, const QByteArray& more = " MOVE")
    {
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS X-GM-EXT-1" + more + "\r\n" + done);
        server.on("LIST", "* LIST (\\HasNoChildren) \"/\" \"INBOX\"\r\n"
                          "* LIST (\\All \\HasNoChildren) \"/\" \"[Gmail]/Alle Nachrichten\"\r\n"
                          "* LIST (\\HasNoChildren \\Trash) \"/\" \"[Gmail]/Papierkorb\"\r\n" +
                              done);
        server.on("SELECT \"[Gmail]/Papierkorb\"",
                  "* 9 EXISTS\r\n* OK [UIDVALIDITY 8] x\r\n%T OK [READ-WRITE] done\r\n");
        server.on("EXAMINE \"[Gmail]/Papierkorb\"",
                  "* 9 EXISTS\r\n* OK [UIDVALIDITY 8] x\r\n%T OK [READ-ONLY] done\r\n");
        server.on("UID FETCH 4:6", whole(4, letter(4)) + whole(5, letter(5)) + whole(6, letter(6)) + done);
        server.on("UID FETCH 4:6 (UID X-GM-MSGID)", "* 1 FETCH (UID 4 X-GM-MSGID 18446744073709551615)\r\n"
                                                    "* 2 FETCH (X-GM-MSGID 1041 UID 5)\r\n"
                                                    "* 3 FETCH (UID 6 X-GM-MSGID 1042)\r\n" +
                                                        done);
        server.on("UID MOVE", "* 3 EXPUNGE\r\n%T OK [COPYUID 8 4:6 40:42] done\r\n");
        server.on("UID FETCH 40:42", whole(40, letter(4)) + whole(41, letter(5)) + whole(42, letter(6)) + done);
        server.on("UID FETCH 40:42 (UID X-GM-MSGID)", "* 1 FETCH (UID 40 X-GM-MSGID 18446744073709551615)\r\n"
                                                      "* 2 FETCH (X-GM-MSGID 1041 UID 41)\r\n"
                                                      "* 3 FETCH (UID 42 X-GM-MSGID 1042)\r\n" +
                                                          done);
        server.on("UID SEARCH", "* SEARCH\r\n" + done);
    }
    static std::vector<mail::RemovalOrder> three() { return {order(4), order(5), order(6)}; }

    Result<mail::RemovalOutcome> remove(ScriptedServer& server, const std::vector<mail::RemovalOrder>& orders,
                                        const mail::Folder& folder = inbox, const QStringList& read = {})
    {
        mail::MailboxSource source = ScriptedServer::source();
        source.folders = read;
        auto store = server.open(m_job.context, source);
        if (!store) {
            return store.failure();
        }
        return (*store)->remove(folder, orders, m_job.context);
    }
    static void verifyKept(const mail::RemovalOutcome& outcome, const Keys& keys, Kind kind, const QString& where)
    {
        Keys kept;
        for (const auto& one : outcome.kept) {
            kept.push_back(one.key);
            QCOMPARE(one.why.kind, kind);
            QCOMPARE(one.why.subject, where);
        }
        std::sort(kept.begin(), kept.end());
        QCOMPARE(kept, keys);
    }

private Q_SLOTS:
    void init() { *m_job.cancelled = false; }

    void movesToTheTrashAndRemovesExactlyTheseThere()
    {
        ScriptedServer server;
        playLabels(server);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QVERIFY(outcome->kept.empty());
        QCOMPARE(server.said("MOVE"), QByteArrayList{"UID MOVE 4:6 \"[Gmail]/Papierkorb\""});
        QCOMPARE(server.said("STORE"), QByteArrayList{"UID STORE 40:42 +FLAGS.SILENT (\\Deleted)"});
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40:42"});
        const QByteArray names = "UID SEARCH OR X-GM-MSGID 18446744073709551615 OR X-GM-MSGID 1041 X-GM-MSGID 1042";
        QCOMPARE(server.said("SEARCH"), (QByteArrayList{"UID SEARCH UID 4:6", "UID SEARCH UID 40:42", names, names}));
        QCOMPARE(server.said("EXAMINE"),
                 (QByteArrayList{"EXAMINE \"[Gmail]/Papierkorb\"", "EXAMINE \"[Gmail]/Alle Nachrichten\""}));
        // What is in the trash besides was not even looked at.
        QVERIFY(server.said("UID FETCH 1:*").isEmpty());
    }

    void movesOnlyWhatItVerified()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", "* OK [COPYUID 8 4,6 40,42] x\r\n" + done);
        server.on("UID FETCH 40,42", whole(40, letter(4)) + whole(42, letter(6)) + done);
        std::vector<mail::RemovalOrder> orders = three();
        orders[1].sha256 = Sha256::of("etwas anderes");
        const auto outcome = remove(server, orders);
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.6"}));
        verifyKept(*outcome, {"77.5"}, Kind::MessageChanged, QStringLiteral("INBOX"));
        QCOMPARE(server.said("MOVE"), QByteArrayList{"UID MOVE 4,6 \"[Gmail]/Papierkorb\""});
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40,42"});
    }

    void findsWhatItMovedWithoutBeingToldWhere_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no COPYUID") << QByteArray("%T OK moved\r\n");
        QTest::newRow("another folder's") << QByteArray("%T OK [COPYUID 9 4:6 40:42] moved\r\n");
        QTest::newRow("of two lengths") << QByteArray("%T OK [COPYUID 8 4:6 40:41] moved\r\n");
        QTest::newRow("without end") << QByteArray("%T OK [COPYUID 8 1:4294967295 1:4294967295] moved\r\n");
        QTest::newRow("no numbers") << QByteArray("%T OK [COPYUID 8 4:* a] moved\r\n");
        QTest::newRow("for one of three") << QByteArray("* OK [COPYUID 8 5 41] x\r\n%T OK moved\r\n");
    }
    void findsWhatItMovedWithoutBeingToldWhere()
    {
        QFETCH(QByteArray, answer);
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", answer);
        // 20 is of the same size and another message, 21 has the same header as well, 22 is of another size.
        const auto size = [](int uid, qsizetype bytes) {
            return "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n";
        };
        const qsizetype bytes = letter(4).size();
        server.on("UID FETCH 1:* (UID RFC822.SIZE)", size(20, bytes) + size(21, bytes) + size(22, bytes + 1) +
                                                         size(40, bytes) + size(41, bytes) + size(42, bytes) + done);
        server.on("UID FETCH 1:* (UID)", "* 1 FETCH (UID 20)\r\n* 2 FETCH (UID 21)\r\n* 3 FETCH (UID 22)\r\n"
                                         "* 4 FETCH (UID 40)\r\n* 5 FETCH (UID 41)\r\n* 6 FETCH (UID 42)\r\n" +
                                             done);
        server.on("UID FETCH 20:21,40:42 (UID RFC822.SIZE INTERNALDATE",
                  headerOnly(20, header(7), bytes) + headerOnly(21, header(4), bytes) +
                      headerOnly(40, header(4), bytes) + headerOnly(41, header(5), bytes) +
                      headerOnly(42, header(6), bytes) + done);
        QByteArray impostor = letter(4);
        impostor.replace("Hallo", "Tach!");
        server.on("UID FETCH 21,40:42",
                  whole(21, impostor) + whole(40, letter(4)) + whole(41, letter(5)) + whole(42, letter(6)) + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QCOMPARE(server.said("STORE"), QByteArrayList{"UID STORE 40:42 +FLAGS.SILENT (\\Deleted)"});
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40:42"});
    }

    void touchesNothingForeignWhereCopyUidLies_data()
    {
        QTest::addColumn<QByteArray>("at41");
        QTest::newRow("another message") << whole(41, letter(8));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the same header") << whole(41, letter(5).replace("Hallo", "Tach!"));
    }
    void touchesNothingForeignWhereCopyUidLies()
    {
        QFETCH(QByteArray, at41);
        ScriptedServer server;
        playLabels(server);
        server.on("UID FETCH 40:42", whole(40, letter(4)) + at41 + whole(42, letter(6)) + done);
        server.on("UID FETCH 41 (", QByteArray(at41).replace(" BODY[]", " BODY[HEADER] {4}\r\nx\r\n\r BODY[]") + done);
        server.on("UID FETCH 40:42 (UID X-GM-MSGID)", "* 1 FETCH (UID 40 X-GM-MSGID 1)\r\n" + done);
        // It is somewhere else.
        const qsizetype bytes = letter(5).size();
        server.on("UID FETCH 1:*", "* 1 FETCH (UID 43 RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n" + done);
        server.on("UID FETCH 43 (UID RFC822.SIZE INTERNALDATE", headerOnly(43, header(5), bytes) + done);
        server.on("UID FETCH 43 (UID FLAGS", whole(43, letter(5)) + done);
        server.on("UID FETCH 40,42:43 (UID X-GM-MSGID)", "* 1 FETCH (UID 40 X-GM-MSGID 1)\r\n"
                                                         "* 1 FETCH (UID 42 X-GM-MSGID 2)\r\n"
                                                         "* 1 FETCH (UID 43 X-GM-MSGID 3)\r\n" +
                                                             done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QCOMPARE(server.said("STORE"), QByteArrayList{"UID STORE 40,42:43 +FLAGS.SILENT (\\Deleted)"});
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40,42:43"});
    }

    void saysThatItIsInTheTrashWhereItCannotBeFound()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", "%T OK moved\r\n");
        server.on("UID FETCH 1:*", done);
        server.on("UID SEARCH OR", "* SEARCH 40 41 42\r\n" + done);
        server.on("UID SEARCH X-GM-MSGID", "* SEARCH 40\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::StillInMailbox, trash);
        QVERIFY(server.said("STORE").isEmpty());
    }

    void keepsWhatTheServerDidNotMove()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", "* OK [COPYUID 8 4 40] x\r\n%T NO [OVERQUOTA] full\r\n");
        server.on("UID SEARCH UID 4:6", "* SEARCH 5 6\r\n" + done);
        server.on("UID FETCH 40", whole(40, letter(4)) + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, (Keys{"77.4"}));
        verifyKept(*outcome, {"77.5", "77.6"}, Kind::NotPermitted, QStringLiteral("INBOX"));
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40"});
    }

    void saysWhatIsInTheTrashWhenTheConnectionIsLostForGood()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID FETCH 40:42", std::deque<Reply>{{"", true}});
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::StillInMailbox, trash);
        QVERIFY(server.said("EXPUNGE").isEmpty());
    }

    void goesOnWhenTheAnswerToTheMoveIsLost()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", std::deque<Reply>{{"", true}, {"%T OK nothing left to move\r\n"}});
        const qsizetype bytes = letter(4).size();
        const auto line = [&](int uid) {
            return "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n";
        };
        server.on("UID FETCH 1:*", line(40) + line(41) + line(42) + done);
        server.on("UID FETCH 40:42 (UID RFC822.SIZE INTERNALDATE", headerOnly(40, header(4), bytes) +
                                                                       headerOnly(41, header(5), bytes) +
                                                                       headerOnly(42, header(6), bytes) + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40:42"});
    }

    void findsInTheTrashWhatAnEarlierRunLeftThere()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID FETCH 4:6", whole(5, letter(5)) + done); // 4 and 6 were moved then
        server.on("EXAMINE \"[Gmail]/Alle Nachrichten\"", "* 0 EXISTS\r\n* OK [UIDVALIDITY 9] x\r\n" + done);
        server.on("UID MOVE", "%T OK [COPYUID 8 5 50] x\r\n");
        const qsizetype bytes = letter(4).size();
        server.on("UID FETCH 1:*", "* 1 FETCH (UID 40 RFC822.SIZE " + QByteArray::number(bytes) +
                                       ")\r\n* 2 FETCH (UID 50 RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n" +
                                       done);
        server.on("UID FETCH 40,50 (UID RFC822.SIZE INTERNALDATE",
                  headerOnly(40, header(4), bytes) + headerOnly(50, header(5), bytes) + done);
        server.on("UID FETCH 40,50", whole(40, letter(4)) + whole(50, letter(5)) + done);
        server.on("UID FETCH 40,50 (UID X-GM-MSGID)",
                  "* 1 FETCH (UID 40 X-GM-MSGID 1)\r\n* 1 FETCH (UID 50 X-GM-MSGID 2)\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        // 6 is nowhere any more, and who knows why.
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5"}));
        verifyKept(*outcome, {"77.6"}, Kind::RemovalUnproven, QStringLiteral("INBOX"));
        QCOMPARE(server.said("MOVE"), QByteArrayList{"UID MOVE 5 \"[Gmail]/Papierkorb\""});
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 40,50"});
    }

    void countsWhatAnotherLabelsRemovalTookAway()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID FETCH 4:6", done);
        server.on("UID FETCH 1:*", done);
        std::vector<mail::RemovalOrder> orders = three();
        for (mail::RemovalOrder& order : orders) {
            order.isRemovedElsewhere = true;
        }
        const auto outcome = remove(server, orders);
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QVERIFY(server.said("MOVE").isEmpty() && server.said("STORE").isEmpty());
    }

    void doesNotSayRemovedOfWhatIsGoneForNoReasonItKnows_data()
    {
        QTest::addColumn<QByteArray>("shownAll");
        QTest::newRow("moved by an earlier run, restored, archived")
            << QByteArray("* LIST (\\All) \"/\" \"[Gmail]/Alle Nachrichten\"\r\n");
        QTest::newRow("the same, and all mail is hidden") << QByteArray();
    }
    void doesNotSayRemovedOfWhatIsGoneForNoReasonItKnows()
    {
        QFETCH(QByteArray, shownAll);
        ScriptedServer server;
        playLabels(server);
        server.on("LIST",
                  "* LIST () \"/\" \"INBOX\"\r\n* LIST (\\Trash) \"/\" \"[Gmail]/Papierkorb\"\r\n" + shownAll + done);
        server.on("UID FETCH 4:6", done);
        // The trash holds one that is a header line longer.
        server.on("UID FETCH 1:*",
                  "* 1 FETCH (UID 40 RFC822.SIZE " + QByteArray::number(letter(4).size() + 12) + ")\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::RemovalUnproven, QStringLiteral("INBOX"));
    }

    void keepsWhatWasRestoredFromTheTrash()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("SELECT \"[Gmail]/Papierkorb\"",
                  "* 9 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n%T OK [READ-WRITE] done\r\n");
        server.on("UID FETCH 4:6", whole(4, letter(4)) + whole(6, letter(6)) + done);
        const auto outcome = remove(server, three(), {trash, "[Gmail]/Papierkorb", mail::SpecialUse::Trash, -1});
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.6"}));
        verifyKept(*outcome, {"77.5"}, Kind::RemovalUnproven, trash);
    }

    void doesNotBelieveThatItIsGoneFromTheTrashForWantOfAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("copyUid");
        QTest::addColumn<QByteArray>("at40");
        QTest::addColumn<bool>("isNamed");
        const QByteArray nil =
            "* 1 FETCH (UID 40 RFC822.SIZE " + QByteArray::number(letter(4).size()) + " BODY[] NIL)\r\n";
        const QByteArray longer = whole(40, "X-Moved: 1\r\n" + letter(4));
        for (const bool isNamed : {true, false}) {
            const QByteArray names = isNamed ? "named" : "nameless";
            QTest::newRow(QByteArray("no body, " + names).constData()) << QByteArray("40") << nil << isNamed;
            QTest::newRow(QByteArray("left out, " + names).constData()) << QByteArray("40") << QByteArray() << isNamed;
            QTest::newRow(QByteArray("a UID that is not there, " + names).constData())
                << QByteArray("999") << longer << isNamed;
        }
    }
    void doesNotBelieveThatItIsGoneFromTheTrashForWantOfAnAnswer()
    {
        QFETCH(QByteArray, copyUid);
        QFETCH(QByteArray, at40);
        QFETCH(bool, isNamed);
        ScriptedServer server;
        playLabels(server);
        server.on("UID FETCH 4 (", whole(4, letter(4)) + done);
        server.on("UID FETCH 4 (UID X-GM-MSGID)",
                  isNamed ? "* 1 FETCH (UID 4 X-GM-MSGID 1040)\r\n" + done : QByteArray("%T BAD what\r\n"));
        server.on("UID MOVE", "%T OK [COPYUID 8 4 " + copyUid + "] moved\r\n");
        server.on("UID FETCH 40 (", at40 + done);
        server.on("UID FETCH 999 (", done);
        server.on("UID FETCH 1:*", done);
        server.on("UID SEARCH X-GM-MSGID 1040", "* SEARCH 40\r\n" + done);
        const auto outcome = remove(server, {order(4)});
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4"}, Kind::StillInMailbox, trash);
        QVERIFY(server.said("STORE").isEmpty());
    }

    void saysThatItCannotKnowWhereTheMoveAndTheLineAreLost()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID MOVE", std::deque<Reply>{{"", true}});
        server.on("UID SEARCH", std::deque<Reply>{{"", true}});
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::RemovalUnproven, QStringLiteral("INBOX"));
    }

    void keepsWhatOnlyLostItsLabelWhereAllMailWasNotRead()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("EXAMINE \"[Gmail]/Papierkorb\"", "* 0 EXISTS\r\n* OK [UIDVALIDITY 8] x\r\n" + done);
        server.on("UID FETCH 4:6", done);
        const qsizetype bytes = letter(4).size();
        server.on("UID FETCH 1:*", "* 1 FETCH (UID 90 RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n" + done);
        server.on("UID FETCH 90 (UID RFC822.SIZE INTERNALDATE", headerOnly(90, header(5), bytes) + done);
        std::vector<mail::RemovalOrder> orders = three();
        orders[0].isRemovedElsewhere = true;
        orders[1].isRemovedElsewhere = true; // of a twin
        const auto outcome = remove(server, {orders[0], orders[1]}, inbox, {QStringLiteral("INBOX")});
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4"}));
        verifyKept(*outcome, {"77.5"}, Kind::StillInMailbox, all);
        QVERIFY(server.said("STORE").isEmpty());
    }

    void doesNotBelieveThatItIsGoneWhileAllMailShowsIt()
    {
        ScriptedServer server;
        playLabels(server);
        // In the trash it is no longer.
        server.on("UID SEARCH OR", std::deque<Reply>{{"* SEARCH\r\n" + done}, {"* SEARCH 900\r\n" + done}});
        server.on("UID SEARCH X-GM-MSGID 1041", "* SEARCH 900\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.6"}));
        verifyKept(*outcome, {"77.5"}, Kind::StillInMailbox, all);
    }

    void looksAmongAllMailForWhatIsNotWhereItWasMoved()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("EXAMINE \"[Gmail]/Papierkorb\"", "* 0 EXISTS\r\n* OK [UIDVALIDITY 8] x\r\n" + done);
        server.on("UID FETCH 40:42 (UID FLAGS", whole(40, letter(4)) + done);
        server.on("UID SEARCH OR", std::deque<Reply>{{"* SEARCH\r\n" + done}, {"* SEARCH 900\r\n" + done}});
        server.on("UID SEARCH X-GM-MSGID 1041", "* SEARCH 900\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4"}));
        QCOMPARE(outcome->kept.size(), std::size_t(2));
        QCOMPARE(outcome->kept[0].why.kind, Kind::StillInMailbox);
        QCOMPARE(outcome->kept[0].why.subject, all);
        // It was moved, and neither folder shows it.
        QCOMPARE(outcome->kept[1].why.kind, Kind::RemovalUnproven);
    }

    void doesNotBelieveThatTheTrashWasEmptied()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID EXPUNGE", "%T NO [NOPERM] not you\r\n");
        server.on("UID SEARCH UID 40:42", "* SEARCH 40 41 42\r\n" + done);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::StillInMailbox, trash);
        QCOMPARE(server.count("UID STORE 40:42 -FLAGS.SILENT (\\Deleted)"), qsizetype(1));
    }

    void saysWhereItIsWhenCancelledBehindTheMove()
    {
        ScriptedServer server;
        playLabels(server);
        server.onCommand = [this](const QByteArray& command) {
            if (command.startsWith("UID MOVE")) {
                *m_job.cancelled = true;
            }
        };
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::StillInMailbox, trash);
        QVERIFY(server.said("EXPUNGE").isEmpty());
        QCOMPARE(server.log().last(), QByteArray("UID MOVE 4:6 \"[Gmail]/Papierkorb\""));
    }

    void removesNothingWhereItCannotBeSure_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("select");
        const QByteArray shown = "* LIST (\\Trash) \"/\" \"[Gmail]/Papierkorb\"\r\n" + done;
        const QByteArray writable = "* OK [UIDVALIDITY 8] x\r\n%T OK [READ-WRITE] x\r\n";
        QTest::newRow("no MOVE") << QByteArray() << shown << writable;
        QTest::newRow("no trash shown") << QByteArray(" MOVE") << "* LIST () \"/\" \"[Gmail]/Trash\"\r\n" + done
                                        << writable;
        QTest::newRow("trash read-only") << QByteArray(" MOVE") << shown
                                         << QByteArray("* OK [UIDVALIDITY 8] x\r\n%T OK [READ-ONLY] x\r\n");
    }
    void removesNothingWhereItCannotBeSure()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, select);
        ScriptedServer server;
        playLabels(server, capabilities);
        server.on("LIST", list);
        server.on("SELECT \"[Gmail]/Papierkorb\"", select);
        const auto outcome = remove(server, three());
        QVERIFY(outcome);
        verifyKept(*outcome, {"77.4", "77.5", "77.6"}, Kind::RemovalUnsupported, QStringLiteral("mail.firma.example"));
        QCOMPARE(outcome->kept[0].why.detail, QStringLiteral("trash"));
        QVERIFY(server.said("STORE").isEmpty() && server.said("MOVE").isEmpty());
    }

    void removesWhatWasReadInTheTrashAtOnce()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("SELECT \"[Gmail]/Papierkorb\"",
                  "* 9 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n%T OK [READ-WRITE] done\r\n");
        const auto outcome = remove(server, three(), {trash, "[Gmail]/Papierkorb", mail::SpecialUse::Trash, -1});
        QVERIFY(outcome);
        QCOMPARE(keysOf(*outcome), (Keys{"77.4", "77.5", "77.6"}));
        QVERIFY(server.said("MOVE").isEmpty());
        QCOMPARE(server.said("UID EXPUNGE"), QByteArrayList{"UID EXPUNGE 4:6"});
    }

    void looksInTheTrashBeforeItSaysThatSomethingIsGone()
    {
        ScriptedServer server;
        playLabels(server);
        server.on("UID SEARCH UID 4:7", "* SEARCH 5\r\n" + done);
        const qsizetype bytes = letter(4).size();
        server.on("UID FETCH 1:*", "* 1 FETCH (UID 40 RFC822.SIZE " + QByteArray::number(bytes) + ")\r\n" + done);
        server.on("UID FETCH 40 (UID RFC822.SIZE INTERNALDATE", headerOnly(40, header(4), bytes) + done);
        std::vector<mail::RemovalOrder> orders{order(4), order(5), order(6), order(7)};
        orders[3].isRemovedElsewhere = true;
        auto store = server.open(m_job.context);
        QVERIFY(store);
        const auto outcome = (*store)->lookFor(inbox, orders, m_job.context);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, (Keys{"77.7"}));
        QCOMPARE(outcome->kept.size(), std::size_t(2));
        QCOMPARE(outcome->kept[0].key, QByteArray("77.4"));
        QCOMPARE(outcome->kept[0].why.kind, Kind::StillInMailbox);
        QCOMPARE(outcome->kept[0].why.subject, trash);
        QCOMPARE(outcome->kept[1].key, QByteArray("77.6"));
        QCOMPARE(outcome->kept[1].why.kind, Kind::RemovalUnproven);
        QVERIFY(server.said("STORE").isEmpty() && server.said("MOVE").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestImapTrashRemoval)
#include "tst_imap_trash_removal.moc"
