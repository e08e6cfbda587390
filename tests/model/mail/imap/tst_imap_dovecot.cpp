// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_text.h"
#include "mail/imap/imap_store.h"
#include "model/mail/imap/collectors.h"
#include "servers/dovecot_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <thread>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::MailboxSource;
using mail::MailStore;
using Kind = Failure::Kind;

namespace {

QByteArray letter(int number, const QByteArray& body = "Bis morgen.\r\n")
{
    return "From: Lea Gehtbald <lea@firma.example>\r\nTo: sven@firma.example\r\nSubject: Brief " +
           QByteArray::number(number) + "\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\r\n" + body;
}

QByteArrayList letters(int count)
{
    QByteArrayList all;
    for (int i = 1; i <= count; ++i) {
        all << letter(i);
    }
    return all;
}

} // namespace

class TestImapDovecot : public QObject
{
    Q_OBJECT

    std::unique_ptr<DovecotServer> m_server;
    TestJob m_job;

    std::unique_ptr<MailStore> open(MailboxSource source)
    {
        auto store = mail::openImapStore(source, m_server->password(), m_job.context);
        if (!store) {
            qWarning() << static_cast<int>(store.failure().kind) << store.failure().detail;
            return nullptr;
        }
        return std::move(*store);
    }
    std::unique_ptr<MailStore> open(const QStringList& folders = {})
    {
        MailboxSource source = m_server->source();
        source.folders = folders;
        return open(source);
    }

    /** A folder that this test alone uses, scanned. */
    struct Scanned
    {
        std::unique_ptr<MailStore> store;
        std::vector<mail::Folder> folders;
        ScanCollector::Found found;
    };
    Scanned scanned(const QString& name)
    {
        Scanned all;
        all.store = open({name});
        if (!all.store) {
            return all;
        }
        auto folders = all.store->folders(m_job.context);
        ScanCollector sink;
        if (folders && all.store->scan(*folders, sink, m_job.context)) {
            all.folders = *folders;
            all.found = sink.folders[0];
        }
        return all;
    }
    bool doveadm(const QStringList& arguments)
    {
        QStringList all = arguments;
        const bool isDone = m_server->doveadm(all).has_value();
        if (!isDone) {
            qWarning().noquote() << m_server->error();
        }
        return isDone;
    }
    QByteArray uidsIn(const QString& folder)
    {
        return m_server
            ->doveadm({QStringLiteral("-f"), QStringLiteral("flow"), QStringLiteral("search"), QStringLiteral("-u"),
                       m_server->user(), QStringLiteral("mailbox"), folder})
            .value_or(QByteArray());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<DovecotServer>();
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    }
    void init() { *m_job.cancelled = false; }

    void opensByTlsAndByStartTls()
    {
        QVERIFY(open(m_server->source(MailboxSource::Security::Tls)));
        QVERIFY(open(m_server->source(MailboxSource::Security::StartTls)));
        MailboxSource byName = m_server->source();
        byName.host = QStringLiteral("localhost");
        const auto store = open(byName);
        QVERIFY(store);
        QVERIFY(store->mayRemove());
    }

    void saysThatThePasswordIsWrong()
    {
        const auto store =
            mail::openImapStore(m_server->source(), Secret(QByteArrayView("falsch \"\\")), m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::LoginRefused);
    }

    void saysThatNobodyListens()
    {
        MailboxSource source = m_server->source();
        source.port = 1;
        const auto store = mail::openImapStore(source, m_server->password(), m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::ConnectionRefused);
    }

    void doesNotTalkInTheClearToATlsPort()
    {
        MailboxSource source = m_server->source(MailboxSource::Security::StartTls);
        source.security = MailboxSource::Security::Tls;
        const auto store = mail::openImapStore(source, m_server->password(), m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::TlsFailed);
    }

    void listsFoldersWithNamesUsesAndCounts()
    {
        QVERIFY2(m_server->fill(QStringLiteral("Persönlich/Müßiggang & Grüße"), letters(3)),
                 qPrintable(m_server->error()));
        const auto store = open();
        QVERIFY(store);
        const auto folders = store->folders(m_job.context);
        QVERIFY(folders);
        std::map<QString, mail::Folder> byPath;
        for (const mail::Folder& folder : *folders) {
            byPath[folder.path] = folder;
        }
        QCOMPARE(byPath[QStringLiteral("INBOX")].use, mail::SpecialUse::Inbox);
        QCOMPARE(byPath[QStringLiteral("Sent")].use, mail::SpecialUse::Sent);
        QCOMPARE(byPath[QStringLiteral("Trash")].use, mail::SpecialUse::Trash);
        QVERIFY(byPath.contains(QStringLiteral("Persönlich/Müßiggang & Grüße")));
        QCOMPARE(byPath[QStringLiteral("Persönlich/Müßiggang & Grüße")].messages, qint64(3));
        QVERIFY(!byPath.contains(QStringLiteral("Persönlich"))); // \Noselect: only a level
    }

    void listsOnlyTheFoldersThatWereNamed()
    {
        const auto store = open({QStringLiteral("Trash"), QStringLiteral("INBOX")});
        QVERIFY(store);
        const auto folders = store->folders(m_job.context);
        QVERIFY(folders);
        QCOMPARE(folders->size(), std::size_t(2));
        const auto other = open({QStringLiteral("Gibt es nicht")});
        QVERIFY(other);
        const auto missing = other->folders(m_job.context);
        QVERIFY(!missing);
        QCOMPARE(missing.failure().kind, Kind::FolderGone);
        QCOMPARE(missing.failure().subject, QStringLiteral("Gibt es nicht"));
    }

    void readsBackEveryByte()
    {
        QByteArray odd = letter(2, QByteArray("\xff\xfe 8 Bit \x01\r\n.\r\n\r\n* OK kein Protokoll {5}\r\n"));
        QByteArray large = letter(3, QByteArray(3'000'000, 'x').replace(99, 2, "\r\n"));
        const QByteArrayList sent{letter(1),          odd, large, letter(4, ""), "Subject: nur Kopf\r\n\r\n",
                                  letters(300).join()};
        QVERIFY(m_server->fill(QStringLiteral("Bytes"), sent + letters(450)));
        const Scanned all = scanned(QStringLiteral("Bytes"));
        QCOMPARE(all.found.messages.size(), std::size_t(456));
        QVERIFY(all.found.unreadable.empty());
        QCOMPARE(m_job.last.done, qint64(456));
        QCOMPARE(m_job.last.total, qint64(456));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        QCOMPARE(read.answers, 456);
        QVERIFY(read.longestPiece <= 1024 * 1024);
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const mail::ScannedMessage& message = all.found.messages[static_cast<std::size_t>(i)];
            QCOMPARE(read.whole[message.key], sent[i]);
            QCOMPARE(message.bytes, sent[i].size());
            QCOMPARE(message.header, sent[i].left(sent[i].indexOf("\r\n\r\n") + 4));
            QVERIFY(message.received.isValid());
        }
    }

    void handsOutTheBeginningOfEachBody()
    {
        const QByteArray parts =
            "From: Anna <anna@gmx.example>\r\nTo: lea@firma.example\r\nSubject: Ausflug\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=x\"\r\n\r\n--=x\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            QByteArray("Hallo Lea, hast du Lust auf einen Ausflug? Küsschen, deine Anna").toBase64() +
            "\r\n--=x\r\nContent-Type: image/jpeg; name=\"see.jpg\"\r\n\r\n" + QByteArray(60, 'x') + "\r\n--=x--\r\n";
        const QByteArrayList sent{letter(1),
                                  parts,
                                  letter(2, ""),
                                  letter(3, QByteArray(50'000, 'w')),
                                  "Subject: nur Kopf\r\n\r\n",
                                  letter(4, QByteArray("\xff\xfe) * BYE {9}\r\n"))};
        QVERIFY(m_server->fill(QStringLiteral("Rümpfe"), sent));
        const Scanned all = scanned(QStringLiteral("Rümpfe"));
        QCOMPARE(all.found.messages.size(), std::size_t(sent.size()));
        constexpr qsizetype fromServer = mail::bodyStartLimit / 2;
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const QByteArray body = sent[i].mid(sent[i].indexOf("\r\n\r\n") + 4);
            QCOMPARE(all.found.messages[static_cast<std::size_t>(i)].bodyStart, body.left(fromServer));
        }
        const mail::ScannedMessage& mixed = all.found.messages[1];
        const mail::BodyText text = mail::readBodyText(mixed.header, mixed.bodyStart);
        QVERIFY(text.text.contains(QStringLiteral("Küsschen, deine Anna")));
        QCOMPARE(text.attachments, QStringList{QStringLiteral("see.jpg")});
    }

    void leavesNoTraceWhenReading()
    {
        QVERIFY(m_server->fill(QStringLiteral("Ungelesen"), letters(2)));
        const Scanned all = scanned(QStringLiteral("Ungelesen"));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        const auto flags =
            m_server->doveadm({QStringLiteral("fetch"), QStringLiteral("-u"), m_server->user(), QStringLiteral("flags"),
                               QStringLiteral("mailbox"), QStringLiteral("Ungelesen")});
        QVERIFY(flags);
        QVERIFY(!flags->contains("Seen"));
    }

    void removesWhatWasCopiedAndNothingElse()
    {
        QVERIFY(m_server->fill(QStringLiteral("Privat"), letters(6)));
        Scanned all = scanned(QStringLiteral("Privat"));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        std::vector<mail::RemovalOrder> orders = ordersOf(all.found.messages, read);
        // 2 is marked as deleted by somebody else and not ours to remove, 5 is not what was copied
        QVERIFY(doveadm({QStringLiteral("flags"), QStringLiteral("add"), QStringLiteral("-u"), m_server->user(),
                         QStringLiteral("\\Deleted"), QStringLiteral("mailbox"), QStringLiteral("Privat"),
                         QStringLiteral("uid"), QStringLiteral("2")}));
        orders[4].sha256[0] = static_cast<char>(orders[4].sha256[0] ^ 1);
        const MailboxSource source = m_server->source();
        orders.erase(orders.begin() + 1);
        const auto outcome = all.store->remove(all.folders[0], orders, m_job.context);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(4));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QCOMPARE(outcome->kept[0].key, all.found.messages[4].key);
        QCOMPARE(outcome->kept[0].why.kind, Kind::MessageChanged);
        const Scanned after = scanned(QStringLiteral("Privat"));
        QCOMPARE(after.found.messages.size(), std::size_t(2));
        QCOMPARE(after.found.messages[0].key, all.found.messages[1].key);
        QCOMPARE(after.found.messages[1].key, all.found.messages[4].key);
        const auto marked = m_server->doveadm({QStringLiteral("fetch"), QStringLiteral("-u"), m_server->user(),
                                               QStringLiteral("flags"), QStringLiteral("mailbox"),
                                               QStringLiteral("Privat"), QStringLiteral("uid"), QStringLiteral("5")});
        QVERIFY(marked && !marked->contains("Deleted"));
    }

    void removesHundredsAndCountsWhatWasGoneBefore()
    {
        QVERIFY(m_server->fill(QStringLiteral("Viele"), letters(450)));
        Scanned all = scanned(QStringLiteral("Viele"));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        QVERIFY(doveadm({QStringLiteral("expunge"), QStringLiteral("-u"), m_server->user(), QStringLiteral("mailbox"),
                         QStringLiteral("Viele"), QStringLiteral("uid"), QStringLiteral("10:19")}));
        const auto outcome = all.store->remove(all.folders[0], ordersOf(all.found.messages, read), m_job.context);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(450));
        QVERIFY(outcome->kept.empty());
        QCOMPARE(uidsIn(QStringLiteral("Viele")).trimmed(), QByteArray());
    }

    void tellsOfAMessageThatAnotherSessionRemoved()
    {
        QVERIFY(m_server->fill(QStringLiteral("Zwei"), letters(3)));
        Scanned all = scanned(QStringLiteral("Zwei"));
        QVERIFY(doveadm({QStringLiteral("expunge"), QStringLiteral("-u"), m_server->user(), QStringLiteral("mailbox"),
                         QStringLiteral("Zwei"), QStringLiteral("uid"), QStringLiteral("2")}));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        QCOMPARE(read.whole.size(), std::size_t(2));
        QCOMPARE(read.failures.at(all.found.messages[1].key).kind, Kind::MessageGone);
    }

    void touchesNothingInAFolderThatWasMadeAnew()
    {
        const QString name = QStringLiteral("Neu");
        QVERIFY(m_server->fill(name, letters(3)));
        Scanned all = scanned(name);
        ReadCollector before;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), before, m_job.context));
        QVERIFY(doveadm(
            {QStringLiteral("mailbox"), QStringLiteral("delete"), QStringLiteral("-u"), m_server->user(), name}));
        QVERIFY(m_server->fill(name, letters(3)));
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context));
        QCOMPARE(read.failures.size(), std::size_t(3));
        QCOMPARE(read.failures.begin()->second.kind, Kind::FolderChanged);
        const auto outcome = all.store->remove(all.folders[0], ordersOf(all.found.messages, before), m_job.context);
        QVERIFY(outcome);
        QVERIFY(outcome->removed.empty());
        QCOMPARE(outcome->kept.size(), std::size_t(3));
        QCOMPARE(outcome->kept[0].why.kind, Kind::FolderChanged);
        QCOMPARE(scanned(name).found.messages.size(), std::size_t(3));
    }

    void saysThatAFolderIsGone()
    {
        const QString name = QStringLiteral("Weg");
        QVERIFY(m_server->fill(name, letters(1)));
        Scanned all = scanned(name);
        QVERIFY(doveadm(
            {QStringLiteral("mailbox"), QStringLiteral("delete"), QStringLiteral("-u"), m_server->user(), name}));
        ReadCollector read;
        const Status done = all.store->read(all.folders[0], refsOf(all.found.messages), read, m_job.context);
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Kind::FolderGone);
        QCOMPARE(done.failure().subject, name);
        ScanCollector sink;
        QVERIFY(all.store->scan(all.folders, sink, m_job.context));
        QCOMPARE(sink.folders[0].unreadable.size(), std::size_t(1));
        QCOMPARE(sink.folders[0].unreadable[0].why.kind, Kind::FolderGone);
    }

    void refusesAMessageThatIsNotTheOneScanned()
    {
        QVERIFY(m_server->fill(QStringLiteral("Anders"), letters(2)));
        Scanned all = scanned(QStringLiteral("Anders"));
        std::vector<mail::MessageRef> refs = refsOf(all.found.messages);
        refs[0].fingerprint = refs[1].fingerprint;
        ReadCollector read;
        QVERIFY(all.store->read(all.folders[0], refs, read, m_job.context));
        QCOMPARE(read.failures.at(refs[0].key).kind, Kind::MessageChanged);
        QCOMPARE(read.whole.size(), std::size_t(1));
    }

    void stopsSoonWhenCancelledAndGoesOnAfterwards()
    {
        QVERIFY(m_server->fill(QStringLiteral("Halt"), letters(1000)));
        const auto store = open({QStringLiteral("Halt")});
        const auto folders = store->folders(m_job.context);
        QVERIFY(folders);
        ScanCollector sink;
        QElapsedTimer sinceCancel;
        sink.onMessage = [&] {
            if (sink.folders[0].messages.size() == 100) {
                *m_job.cancelled = true;
                sinceCancel.start();
            }
        };
        const Status scan = store->scan(*folders, sink, m_job.context);
        QVERIFY(!scan);
        QCOMPARE(scan.failure().kind, Kind::Cancelled);
        QVERIFY(sinceCancel.elapsed() < 3000);
        *m_job.cancelled = false;
        ScanCollector again;
        QVERIFY(store->scan(*folders, again, m_job.context));
        QCOMPARE(again.folders[0].messages.size(), std::size_t(1000));
    }

    void worksFromAnotherThread()
    {
        QVERIFY(m_server->fill(QStringLiteral("Faden"), letters(5)));
        const auto store = open({QStringLiteral("Faden")});
        std::size_t count = 0;
        std::thread([&] {
            const auto folders = store->folders(m_job.context);
            ScanCollector sink;
            if (folders && store->scan(*folders, sink, m_job.context)) {
                count = sink.folders[0].messages.size();
            }
        }).join();
        QCOMPARE(count, std::size_t(5));
    }
};

QTEST_GUILESS_MAIN(TestImapDovecot)
#include "tst_imap_dovecot.moc"
