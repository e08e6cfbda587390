// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"
#include "support/time_limit.h"

#include <QTest>

#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
#include <sanitizer/allocator_interface.h>
#else
#include <sys/resource.h>
#endif

using namespace staffelstab;
using namespace staffelstab::tests;

Q_DECLARE_METATYPE(staffelstab::tests::Reply)

namespace {

constexpr qint64 megabyte = 1'000'000;
constexpr qint64 allowedGrowth = 64 * megabyte;
const QByteArray header = "Subject: x\r\n\r\n";
const QByteArray message = header + "body\r\n";
const QByteArray done = "%T OK done\r\n";
const mail::Folder inbox{QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1};

QByteArray literal(const QByteArray& bytes)
{
    return "{" + QByteArray::number(bytes.size()) + "}\r\n" + bytes;
}

/** All that a scan, a read or a look before a removal may ask of a message. */
QByteArray fetched(const QByteArray& uid, const QByteArray& body = message, qint64 size = message.size())
{
    const QByteArray head = body.left(body.indexOf("\r\n\r\n") + 4);
    return "* 1 FETCH (UID " + uid + " RFC822.SIZE " + QByteArray::number(size) + " BODY[HEADER] " + literal(head) +
           " BODY[] " + literal(body) + ")\r\n";
}

mail::MessageRef ref(int uid)
{
    return {"77." + QByteArray::number(uid), mail::fingerprintOf(header, message.size()), message.size()};
}

#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
/** What the program holds: AddressSanitizer keeps what was given back for long, and resident memory grows with it. */
qint64 memory()
{
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
}
#else
/** The most that was ever resident, so that nothing between two looks is missed. */
qint64 memory()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return qint64{usage.ru_maxrss} * 1024;
}
#endif

/** The most that was in use at any read from a server since this began. */
class MemoryWatch
{
public:
    void look() { m_most = std::max(m_most, memory()); }
    [[nodiscard]] qint64 grown() const { return m_most - m_before; }

private:
    qint64 m_before = memory();
    qint64 m_most = m_before;
};

} // namespace

/**
 * A server that says what it likes once it is signed in at. Whatever it is: an answer within ten seconds, in little
 * memory, and no message is believed, delivered or removed that is not the one that was asked for.
 */
class TestImapHostileServer : public QObject
{
    Q_OBJECT

    TestJob m_job;
    test::TimeLimit m_limit{std::chrono::seconds(10)};

    static void addRows()
    {
        QTest::addColumn<Reply>("reply");
        const auto row = [](const char* name, const Reply& reply) { QTest::newRow(name) << reply; };
        const QByteArray fetch = "* 1 FETCH (UID 4 RFC822.SIZE 20 BODY[] ";
        row("negative literal", {fetch + "{-5}\r\nabc)\r\n" + done});
        row("literal beyond all numbers", {fetch + "{99999999999999999999}\r\nabc)\r\n" + done});
        row("literal without a number", {fetch + "{}\r\n)\r\n" + done});
        row("literal of letters", {fetch + "{abc}\r\n)\r\n" + done});
        row("literal that never ends", {fetch + "{4294967290}\r\n", true, 300 * megabyte});
        row("literal of 300 MB where a name stands",
            {"* LIST () \"/\" {300000000}\r\n", false, 300 * megabyte, "\r\n" + done});
        row("line of 300 MB", {"* OK ", false, 300 * megabyte, "\r\n" + done});
        row("quoted string of 300 MB", {fetch + "\"", false, 300 * megabyte, "\")\r\n" + done});
        row("tag of 300 MB", {"", false, 300 * megabyte, " OK done\r\n"});
        row("200,000 parentheses", {"* 1 FETCH (BODYSTRUCTURE " + QByteArray(200'000, '(') + "\r\n" + done});
        row("200,000 parentheses in an unknown response", {"* X " + QByteArray(200'000, '(') + "\r\n" + done});
        row("50,000 responses nobody asked for", {QByteArray("* 1 EXISTS\r\n").repeated(50'000) + done});
        row("responses nobody asked for, without an end",
            {"", false, 1'000 * megabyte, {}, QByteArrayLiteral("* 1 EXISTS\r\n")});
        row("UID 0", {fetched("0") + done});
        row("UID beyond 32 bits", {fetched("4294967300") + done});
        row("negative UID", {fetched("-4") + done});
        row("UID nobody asked for", {fetched("99") + done});
        row("UID said twice in one answer", {"* 1 FETCH (UID 99 UID 4 BODY[] " + literal(message) + ")\r\n" + done});
        row("the same UID again, another message",
            {fetched("4") + fetched("4", "Subject: y\r\n\r\nother\r\n", 21) + done});
        row("another message under this UID", {fetched("4", "Subject: y\r\n\r\nfalsch", 20) + done});
        row("more than was announced", {fetched("4", message + message) + done});
        row("less than was announced", {fetched("4", message.left(15)) + done});
        row("size beyond all numbers", {"* 1 FETCH (UID 4 RFC822.SIZE 99999999999999999999)\r\n" + done});
        row("success without a word", {done});
        row("success for another command", {"Z99 OK done\r\n"});
        row("a question instead of an answer", {"+ more\r\n"});
        row("UIDs dealt anew in the middle", {"* OK [UIDVALIDITY 78] new\r\n" + fetched("4") + done});
        row("BYE in the middle", {fetch.left(20) + "\r\n* BYE\r\n", true});
        row("cut in the middle of a literal", {fetch + "{20}\r\nSubj", true});
        row("nothing", {""});
        row("zeros", {QByteArray(100'000, '\0') + "\r\n" + done});
        row("another protocol", {"HTTP/1.1 200 OK\r\n\r\n<html>"});
    }

    Result<std::unique_ptr<mail::MailStore>> open(ScriptedServer& server, const Reply& reply, MemoryWatch& watch)
    {
        server.onRead = [&watch] { watch.look(); };
        m_limit.step(QString::fromLatin1(QTest::currentDataTag()));
        server.on("UID FETCH 1:* (UID)", "* 1 FETCH (UID 4)\r\n* 2 FETCH (UID 5)\r\n" + done);
        server.on("UID FETCH 4", std::deque<Reply>{reply});
        server.on("UID FETCH 5", std::deque<Reply>{reply});
        return server.open(m_job.context);
    }

private Q_SLOTS:
    void init() { *m_job.cancelled = false; }

    void lies_data() { addRows(); }
    /** To a scan, a read and a removal. */
    void lies()
    {
        QFETCH(Reply, reply);
        MemoryWatch watch;
        {
            ScriptedServer server;
            const auto store = open(server, reply, watch);
            QVERIFY(store);
            ScanCollector sink;
            const Status scanned = (*store)->scan(std::span(&inbox, 1), sink, m_job.context);
            const ScanCollector::Found& found = sink.folders[0];
            QVERIFY(found.messages.size() <= 2);
            for (const mail::ScannedMessage& one : found.messages) {
                QVERIFY(one.key == "77.4" || one.key == "77.5");
            }
            // Each of the two is found, or it is said why not.
            QVERIFY(!scanned || found.messages.size() + found.unreadable.size() == 2);
        }
        {
            ScriptedServer server;
            const auto store = open(server, reply, watch);
            const std::vector<mail::MessageRef> refs{ref(4), ref(5)};
            ReadCollector receiver;
            const Status read = (*store)->read(inbox, refs, receiver, m_job.context);
            QVERIFY(receiver.answers <= 2);
            QVERIFY(!read || receiver.answers == 2);
            for (const auto& [key, bytes] : receiver.whole) {
                QVERIFY(key == "77.4" || key == "77.5");
                // Sizes a server gets wrong are common; the message itself is the one asked for, as it was sent.
                QVERIFY(bytes.startsWith(header));
                QVERIFY(reply.text.contains(literal(bytes)));
            }
        }
        {
            ScriptedServer server;
            const auto store = open(server, reply, watch);
            const std::vector<mail::RemovalOrder> orders{{ref(4), Sha256::of("another one")},
                                                         {ref(5), Sha256::of("x")}};
            const auto outcome = (*store)->remove(inbox, orders, m_job.context);
            QVERIFY(!outcome || outcome->removed.size() + outcome->kept.size() == 2);
            QVERIFY(server.said("STORE").isEmpty());
            QVERIFY(server.said("EXPUNGE").isEmpty());
        }
        watch.look();
        QVERIFY2(watch.grown() < allowedGrowth, qPrintable(QString::number(watch.grown())));
    }
};

QTEST_APPLESS_MAIN(TestImapHostileServer)
#include "tst_imap_hostile_server.moc"
