// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/delivery.h"
#include "mail/imap/folder_sharing.h"
#include "mail/imap/socket_stream.h"
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/cut_stream.h"
#include "servers/dovecot_server.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::Delivered;
using mail::Delivery;
using mail::FolderAccess;
using Kind = Failure::Kind;

namespace {

QByteArray letter(int number, const QByteArray& body = "Bis morgen.\r\n")
{
    return "From: Lea <lea@firma.example>\r\nTo: sven@firma.example\r\nMessage-ID: <" + QByteArray::number(number) +
           "@firma.example>\r\nSubject: Angebot " + QByteArray::number(number) + "\r\n\r\n" + body;
}

mail::Parcel parcelOf(qint64 number, const QByteArray& bytes, const QByteArrayList& flags = {})
{
    mail::Parcel parcel;
    parcel.number = number;
    parcel.replay = [bytes](const mail::Parcel::Take& take) -> Status {
        for (qsizetype from = 0; from < bytes.size(); from += 1000) {
            if (Status taken = take(QByteArrayView(bytes).sliced(from, std::min<qsizetype>(1000, bytes.size() - from)));
                !taken) {
                return taken;
            }
        }
        return Done{};
    };
    parcel.standing = {flags, QDateTime(QDate(2021, 3, 4), QTime(5, 6, 7), Qt::UTC)};
    return parcel;
}

QList<int> countStates(const std::vector<Delivered>& all)
{
    QList<int> counts{0, 0, 0};
    for (const Delivered& one : all) {
        ++counts[static_cast<int>(one.state)];
    }
    return counts;
}

} // namespace

/** Both ways to the successor, on a real server: a copy by APPEND and reading by ACL. */
class TestImapSuccessor : public QObject
{
    Q_OBJECT

    std::unique_ptr<DovecotServer> m_server;
    TestJob m_job;

    [[nodiscard]] mail::MailboxSource sven() const
    {
        return m_server->source(mail::MailboxSource::Security::Tls, QStringLiteral("sven"));
    }
    std::unique_ptr<Delivery> deliver(const std::shared_ptr<Cut>& cut = std::make_shared<Cut>())
    {
        const Secret password = m_server->password(QStringLiteral("sven"));
        // A busy machine answers so late that compressing would pay, and the cut looks for words in the clear.
        mail::ImapOptions options;
        options.compression = mail::ImapOptions::Compression::Never;
        auto delivery = mail::openImapDelivery(sven(), password, m_job.context, options,
                                               CutStream::over(mail::imap::socketStreams(sven(), password, {}), cut));
        return delivery ? std::move(*delivery) : nullptr;
    }
    /** [arrived, was there, failed], or nothing if the delivery failed. */
    QList<int> put(Delivery& delivery, const QStringList& folder, const QByteArrayList& messages)
    {
        Status done = delivery.beginFolder(folder, m_job.context);
        for (qsizetype i = 0; done && i < messages.size(); ++i) {
            done = delivery.put(parcelOf(i, messages.at(i), {"\\Seen"}), m_job.context);
        }
        if (!done) {
            qWarning() << static_cast<int>(done.failure().kind) << done.failure().detail;
            return {};
        }
        const auto results = delivery.endFolder(m_job.context);
        return results ? countStates(*results) : QList<int>();
    }
    QByteArrayList bodiesOf(const QString& folder)
    {
        mail::MailboxSource source = sven();
        source.folders = QStringList{folder};
        auto store = mail::openImapStore(source, m_server->password(QStringLiteral("sven")), m_job.context);
        auto folders = store ? (*store)->folders(m_job.context) : Result<std::vector<mail::Folder>>(store.failure());
        ScanCollector sink;
        ReadCollector read;
        if (!folders || !(*store)->scan(*folders, sink, m_job.context) ||
            !(*store)->read(folders->front(), refsOf(sink.folders[0].messages), read, m_job.context)) {
            return {"(failed)"};
        }
        QByteArrayList bodies;
        for (const auto& [key, bytes] : read.whole) {
            bodies << bytes;
        }
        std::sort(bodies.begin(), bodies.end());
        return bodies;
    }
    std::unique_ptr<mail::FolderSharing> share()
    {
        auto sharing = mail::openFolderSharing(m_server->source(), m_server->password(), m_job.context);
        return sharing ? std::move(*sharing) : nullptr;
    }
    /** A folder of the leaver and the keys of all it holds. */
    std::set<mail::MessageKey> keysOf(const mail::Folder& folder)
    {
        auto store = mail::openImapStore(m_server->source(), m_server->password(), m_job.context);
        ScanCollector sink;
        std::set<mail::MessageKey> keys;
        if (store && (*store)->scan(std::span(&folder, 1), sink, m_job.context)) {
            for (const auto& message : sink.folders[0].messages) {
                keys.insert(message.key);
            }
        }
        return keys;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<DovecotServer>(DovecotServer::Certificate::Good,
                                                   QStringList{QStringLiteral("lea"), QStringLiteral("sven")});
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    }
    void init() { *m_job.cancelled = false; }

    void copiesWithDateAndFlagsAndOnlyOnce()
    {
        const QStringList folder{QStringLiteral("Übergabe Lea"), QStringLiteral("Projekt & Co")};
        const QByteArrayList messages{letter(1), letter(2), letter(3, QByteArray(3'000'000, 'x') + "\r\n")};
        const auto delivery = deliver();
        QVERIFY(delivery);
        QCOMPARE(put(*delivery, folder, messages), (QList<int>{3, 0, 0}));
        QCOMPARE(put(*delivery, folder, messages), (QList<int>{0, 3, 0}));
        QCOMPARE(put(*deliver(), folder, messages + QByteArrayList{letter(4)}), (QList<int>{1, 3, 0}));
        QByteArrayList expected = messages + QByteArrayList{letter(4)};
        std::sort(expected.begin(), expected.end());
        QCOMPARE(bodiesOf(folder.join(u'/')), expected);
        const auto fetched = m_server->doveadm({QStringLiteral("fetch"), QStringLiteral("-u"), QStringLiteral("sven"),
                                                QStringLiteral("flags date.received"), QStringLiteral("mailbox"),
                                                folder.join(u'/'), QStringLiteral("header"),
                                                QStringLiteral("message-id"), QStringLiteral("1@firma.example")});
        QVERIFY(fetched);
        QVERIFY2(fetched->contains("\\Seen") && fetched->contains("2021-03-04 05:06:07"), fetched->constData());
    }

    void keepsTwoOfAKindAsTwo()
    {
        const QStringList folder{QStringLiteral("Zwillinge")};
        QCOMPARE(put(*deliver(), folder, {letter(1), letter(1)}), (QList<int>{2, 0, 0}));
        QCOMPARE(put(*deliver(), folder, {letter(1), letter(1), letter(1)}), (QList<int>{1, 2, 0}));
        QCOMPARE(bodiesOf(folder.first()).size(), 3);
    }

    void tellsMessagesWithOneMessageIdApart()
    {
        const QStringList folder{QStringLiteral("Namensvettern")};
        QCOMPARE(put(*deliver(), folder, {letter(1, "A\r\n"), letter(1, "B\r\n")}), (QList<int>{2, 0, 0}));
        QCOMPARE(put(*deliver(), folder, {letter(1, "B\r\n"), letter(1, "C\r\n")}), (QList<int>{1, 1, 0}));
    }

    void knowsAMessageAgainThatGotAHeaderLineOnTheWay()
    {
        const QStringList folder{QStringLiteral("Zusatz")};
        QCOMPARE(put(*deliver(), folder, {"X-Spam: no\r\n" + letter(1)}), (QList<int>{1, 0, 0}));
        QCOMPARE(put(*deliver(), folder, {letter(1)}), (QList<int>{0, 1, 0}));
    }

    void makesLineEndsOfEveryKindOne_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::newRow("LF") << QByteArray("Subject: a\n\nb\nc\n");
        QTest::newRow("CR") << QByteArray("Subject: a\r\rb\rc\r");
        QTest::newRow("CR LF") << QByteArray("Subject: a\r\n\r\nb\r\nc\r\n");
        QTest::newRow("mixed") << QByteArray("Subject: a\r\n\nb\rc\n");
    }
    void makesLineEndsOfEveryKindOne()
    {
        QFETCH(QByteArray, given);
        const QString folder =
            QStringLiteral("Zeilen-%1").arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QCOMPARE(put(*deliver(), {folder}, {given}), (QList<int>{1, 0, 0}));
        QCOMPARE(bodiesOf(folder), QByteArrayList{"Subject: a\r\n\r\nb\r\nc\r\n"});
    }

    void deliversALargeMessageInPieces()
    {
        const QByteArray large = letter(1, QByteArray(20'000'000, 'y').replace(999, 2, "\r\n"));
        QCOMPARE(put(*deliver(), {QStringLiteral("Gross")}, {letter(2), large, letter(3)}), (QList<int>{3, 0, 0}));
        QCOMPARE(put(*deliver(), {QStringLiteral("Gross")}, {letter(2), large, letter(3)}), (QList<int>{0, 3, 0}));
    }

    void deliversHundredsAndGoesOnAfterACut_data()
    {
        QTest::addColumn<bool>("isHeard");
        QTest::newRow("the answer was lost") << true;
        QTest::newRow("the command was lost") << false;
    }
    void deliversHundredsAndGoesOnAfterACut()
    {
        QFETCH(bool, isHeard);
        QByteArrayList messages;
        for (int i = 0; i < 450; ++i) {
            messages << letter(i);
        }
        const auto cut = std::make_shared<Cut>();
        cut->afterWriting = "Subject: Angebot 249\r\n";
        cut->isHeardByServer = isHeard;
        const QString folder = isHeard ? QStringLiteral("Schnitt-1") : QStringLiteral("Schnitt-2");
        QCOMPARE(put(*deliver(cut), {folder}, messages), (QList<int>{450, 0, 0}));
        QCOMPARE(cut->cuts, 1);
        std::sort(messages.begin(), messages.end());
        QCOMPARE(bodiesOf(folder), messages);
    }

    void stopsWhenCancelled()
    {
        const auto delivery = deliver();
        QVERIFY(delivery->beginFolder({QStringLiteral("Halt")}, m_job.context));
        *m_job.cancelled = true;
        const Status put = delivery->put(parcelOf(1, letter(1)), m_job.context);
        QVERIFY(!put);
        QCOMPARE(put.failure().kind, Kind::Cancelled);
    }

    void grantsReadingAndReadsItBack()
    {
        QVERIFY(m_server->fill(QStringLiteral("Kunden"), {letter(1), letter(2)}));
        const mail::Folder folder{QStringLiteral("Kunden"), "Kunden", mail::SpecialUse::None, 2};
        const auto sharing = share();
        QVERIFY(sharing);
        const auto before = sharing->look(folder, m_job.context);
        QVERIFY(before);
        QVERIFY(!mail::mayRead(*before, QStringLiteral("sven")));
        const auto after = sharing->grantReading(folder, QStringLiteral("sven"), keysOf(folder), m_job.context);
        QVERIFY(after);
        QVERIFY(std::find(after->begin(), after->end(), FolderAccess{QStringLiteral("sven"), QStringLiteral("lr")}) !=
                after->end());
        mail::MailboxSource source = sven();
        source.folders = QStringList{QStringLiteral("shared/lea/Kunden")};
        auto store = mail::openImapStore(source, m_server->password(QStringLiteral("sven")), m_job.context);
        QVERIFY(store);
        const auto seen = (*store)->folders(m_job.context);
        QVERIFY(seen);
        QCOMPARE(seen->front().messages, 2);
        const auto revoked = sharing->revokeReading(folder, QStringLiteral("sven"), m_job.context);
        QVERIFY(revoked);
        QVERIFY(!mail::mayRead(*revoked, QStringLiteral("sven")));
    }

    void grantsNothingWhileAMessageIsThereThatMayNotBeSeen()
    {
        QVERIFY(m_server->fill(QStringLiteral("Gemischt"), {letter(1), letter(2)}));
        const mail::Folder folder{QStringLiteral("Gemischt"), "Gemischt", mail::SpecialUse::None, 2};
        std::set<mail::MessageKey> keys = keysOf(folder);
        keys.erase(keys.begin());
        const auto sharing = share();
        const auto after = sharing->grantReading(folder, QStringLiteral("sven"), keys, m_job.context);
        QVERIFY(!after);
        QCOMPARE(after.failure().kind, Kind::NotAllowedNow);
        QCOMPARE(after.failure().detail, QStringLiteral("1"));
        const auto access = sharing->look(folder, m_job.context);
        QVERIFY(access);
        QVERIFY(!mail::mayRead(*access, QStringLiteral("sven")));
    }

    void saysThatAFolderMayNotBeShared()
    {
        mail::Folder folder{QStringLiteral("Nirgends"), "Nirgends", mail::SpecialUse::None, 0};
        const auto look = share()->look(folder, m_job.context);
        QVERIFY(!look);
        QCOMPARE(look.failure().kind, Kind::FolderGone);
    }

    void readsTheSameOverACompressedConnection()
    {
        QVERIFY(m_server->fill(QStringLiteral("Gepackt"), {letter(1, QByteArray(2'000'000, 'z') + "\r\n"), letter(2)}));
        mail::MailboxSource source = m_server->source();
        source.folders = QStringList{QStringLiteral("Gepackt")};
        mail::ImapOptions options;
        options.compression = mail::ImapOptions::Compression::Always;
        const auto store = mail::openImapStore(source, m_server->password(), m_job.context, options);
        QVERIFY(store);
        const auto folders = (*store)->folders(m_job.context);
        QVERIFY(folders);
        ScanCollector sink;
        QVERIFY((*store)->scan(*folders, sink, m_job.context));
        ReadCollector read;
        QVERIFY((*store)->read(folders->front(), refsOf(sink.folders[0].messages), read, m_job.context));
        QCOMPARE(read.whole.size(), std::size_t{2});
        QCOMPARE(read.whole.begin()->second.size(), letter(1).size() - 13 + 2'000'002);
    }
};

QTEST_GUILESS_MAIN(TestImapSuccessor)
#include "tst_imap_successor.moc"
