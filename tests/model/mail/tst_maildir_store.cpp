// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail_recorders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

class TestMaildirStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MailStore> m_store;
    JobContext m_job;

    [[nodiscard]] QString at(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }

    void openStore(const QStringList& folders = {})
    {
        MailboxSource source;
        source.path = m_dir->path();
        source.folders = folders;
        auto opened = openMailStore(source, Secret(), m_job);
        QVERIFY(opened.isOk());
        m_store = std::move(*opened);
    }

    RecordingSink scanAll()
    {
        RecordingSink sink;
        const auto folders = m_store->folders(m_job);
        if (!folders || !m_store->scan(*folders, sink, m_job)) {
            qFatal("scan failed");
        }
        return sink;
    }

    RecordingReceiver readAll(const RecordingSink& sink)
    {
        RecordingReceiver receiver;
        if (!m_store->read(sink.folders.front(), sink.refs(), receiver, m_job)) {
            qFatal("read failed");
        }
        return receiver;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void findsFoldersOfBothLayouts()
    {
        for (const char* folder :
             {"cur", ".Gesendet/cur", ".Privat.Verein/cur", ".Entw&APw-rfe/new", "Projekte/Alpha/cur",
              "Projekte/Alpha/.Unter/cur", ".R\xc3\xa4tsel/cur", "dovecot/indexes"}) {
            QDir().mkpath(at(folder));
        }
        openStore();
        const auto folders = m_store->folders(m_job);
        QCOMPARE(pathsOf(*folders),
                 QStringList({QStringLiteral("Entwürfe"), QStringLiteral("Gesendet"), QStringLiteral("INBOX"),
                              QStringLiteral("Privat/Verein"), QStringLiteral("Projekte/Alpha"),
                              QStringLiteral("Projekte/Alpha/Unter"), QStringLiteral("Rätsel")}));
        for (const Folder& folder : *folders) {
            if (folder.path == QLatin1String("Gesendet")) {
                QCOMPARE(folder.use, SpecialUse::Sent);
            } else if (folder.path == QStringLiteral("Entwürfe")) {
                QCOMPARE(folder.use, SpecialUse::Drafts);
            } else if (folder.path == QLatin1String("INBOX")) {
                QCOMPARE(folder.use, SpecialUse::Inbox);
            } else {
                QCOMPARE(folder.use, SpecialUse::None);
            }
        }
    }

    void readsOnlyTheFoldersAskedFor()
    {
        writeFile(at("cur/1:2,S"), letter("a"));
        writeFile(at(".Privat/cur/2:2,S"), letter("b"));
        openStore({QStringLiteral("Privat")});
        QCOMPARE(scanAll().messages.size(), std::size_t(1));
        openStore({QStringLiteral("Weg")});
        QCOMPARE(m_store->folders(m_job).failure().kind, Failure::Kind::FolderGone);
    }

    void scansNewAndSeenAndTrashedMessages()
    {
        writeFile(at("cur/1.host:2,S"), letter("seen"));
        writeFile(at("cur/2.host:2,ST"), letter("trashed"));
        writeFile(at("new/3.host"), letter("new"));
        writeFile(at("tmp/4.host"), letter("half delivered"));
        openStore();
        const RecordingSink sink = scanAll();
        QCOMPARE(sink.messages.size(), std::size_t(3));
        QVERIFY(sink.broken.empty());
        const ScannedMessage& first = sink.messages.front();
        QCOMPARE(first.key, QByteArray("1.host"));
        QCOMPARE(first.bytes, letter("seen").size());
        QVERIFY(letter("seen").startsWith(first.header));
        QVERIFY(first.header.endsWith("\n\n"));
        QVERIFY(first.received.isValid());
        QCOMPARE(first.fingerprint, fingerprintOf(first.header, first.bytes));
        QCOMPARE(m_store->folders(m_job)->front().messages, 3);
    }

    void reportsWhatItCannotRead()
    {
        writeFile(at("cur/1:2,"), letter("good"));
        writeFile(at("cur/2:2,"), {});
        writeFile(at("cur/3:2,"), "X: " + QByteArray(5'000'000, 'x') + "\n\nbody");
        QVERIFY(QFile::link(at("cur/1:2,"), at("cur/4:2,")));
        writeFile(at("cur/5:2,"), QByteArray(20'000, 'x'));
        openStore();
        const RecordingSink sink = scanAll();
        QCOMPARE(sink.messages.size(), std::size_t(2));
        QCOMPARE(sink.messages.back().header.size(), 20'000);
        QCOMPARE(sink.broken.size(), std::size_t(3));
        QCOMPARE(sink.broken.at(0).why.kind, Failure::Kind::MessageUnreadable);
        QCOMPARE(sink.broken.at(1).why.kind, Failure::Kind::MessageUnreadable);
        QCOMPARE(sink.broken.at(1).bytes, 5'000'009);
        QCOMPARE(sink.broken.at(2).why.kind, Failure::Kind::PathUnsafe);
    }

    void keepsTwoMessagesOfOneBaseNameApart()
    {
        writeFile(at("cur/1:2,S"), letter("seen"));
        writeFile(at("new/1"), letter("new"));
        openStore();
        const RecordingSink sink = scanAll();
        QCOMPARE(sink.messages.size(), std::size_t(2));
        QVERIFY(sink.messages.at(0).key != sink.messages.at(1).key);
        QCOMPARE(readAll(sink).whole.size(), std::size_t(2));
    }

    void readsWholeMessagesAfterTheirFlagsChanged()
    {
        const QByteArray large = letter("large", QByteArray(3'000'000, 'x'));
        writeFile(at("cur/1:2,"), large);
        writeFile(at("new/2"), letter("small"));
        openStore();
        const RecordingSink sink = scanAll();
        QVERIFY(QFile::rename(at("cur/1:2,"), at("cur/1:2,RS")));
        QVERIFY(QFile::rename(at("new/2"), at("cur/2:2,S")));
        RecordingReceiver receiver = readAll(sink);
        QVERIFY(receiver.failures.empty());
        QCOMPARE(receiver.whole["1"], large);
        QCOMPARE(receiver.whole["2"], letter("small"));
    }

    void saysWhichMessagesChangedOrWentSinceTheScan()
    {
        writeFile(at("cur/1:2,"), letter("one"));
        writeFile(at("cur/2:2,"), letter("two"));
        writeFile(at("cur/3:2,"), letter("three"));
        openStore();
        const RecordingSink sink = scanAll();
        writeFile(at("cur/1:2,"), letter("eno"));
        QVERIFY(QFile::remove(at("cur/2:2,")));
        RecordingReceiver receiver = readAll(sink);
        QCOMPARE(receiver.failures["1"], Failure::Kind::MessageChanged);
        QCOMPARE(receiver.failures["2"], Failure::Kind::MessageGone);
        QCOMPARE(receiver.whole.size(), std::size_t(1));
    }

    void stopsWhenTheReceiverCannotTakeMore()
    {
        writeFile(at("cur/1:2,"), letter("one"));
        openStore();
        const RecordingSink sink = scanAll();
        RecordingReceiver receiver;
        receiver.piecesUntilFull = 0;
        QCOMPARE(m_store->read(sink.folders.front(), sink.refs(), receiver, m_job).failure().kind,
                 Failure::Kind::DiskFull);
        QVERIFY(receiver.whole.empty());
    }

    void stopsWhenCancelled()
    {
        for (int i = 0; i < 200; ++i) {
            writeFile(at("cur/") + QString::number(i), letter(QByteArray::number(i)));
        }
        openStore();
        const auto folders = m_store->folders(m_job);
        RecordingSink sink;
        JobContext job = cancelledAfter(1);
        QCOMPARE(m_store->scan(*folders, sink, job).failure().kind, Failure::Kind::Cancelled);
        QVERIFY(sink.messages.size() < 200);
    }

    void removesOnlyWhatWasCopied()
    {
        for (const char* name : {"1", "2", "3", "4"}) {
            writeFile(at("cur/") + QLatin1String(name) + QLatin1String(":2,"), letter(name));
        }
        openStore();
        const RecordingSink sink = scanAll();
        RecordingReceiver receiver = readAll(sink);
        std::vector<RemovalOrder> orders;
        for (const char* name : {"1", "2", "3"}) {
            orders.push_back({sink.ref(name), Sha256::of(receiver.whole[name])});
        }
        QVERIFY(QFile::rename(at("cur/1:2,"), at("cur/1:2,F")));
        writeFile(at("cur/2:2,"), letter("2", "Tausch\n"));
        QVERIFY(QFile::remove(at("cur/3:2,")));

        const auto outcome = m_store->remove(sink.folders.front(), orders, m_job);
        QVERIFY(outcome.isOk());
        QVERIFY((outcome->removed == std::vector<MessageKey>{"1", "3"}));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QCOMPARE(outcome->kept.front().key, QByteArray("2"));
        QCOMPARE(outcome->kept.front().why.kind, Failure::Kind::MessageChanged);
        QVERIFY(!QFile::exists(at("cur/1:2,F")));
        QVERIFY(QFile::exists(at("cur/2:2,")));
        QVERIFY(QFile::exists(at("cur/4:2,")));
    }

    void removesNothingWhenCancelledFirst()
    {
        writeFile(at("cur/1:2,"), letter("1"));
        openStore();
        const RecordingSink sink = scanAll();
        JobContext job = cancelledAfter(0);
        const std::vector<RemovalOrder> orders{{sink.ref("1"), Sha256::of(letter("1"))}};
        QCOMPARE(m_store->remove(sink.folders.front(), orders, job).failure().kind, Failure::Kind::Cancelled);
        QVERIFY(QFile::exists(at("cur/1:2,")));
    }

    void neverFollowsAFolderNameOutOfTheMailbox()
    {
        writeFile(at("box/cur/1:2,"), letter("1"));
        writeFile(at("other/cur/1:2,"), letter("1"));
        QVERIFY(QFile::link(at("other"), at("box/.Fremd")));
        MailboxSource source;
        source.path = at("box");
        const auto store = openMailStore(source, Secret(), m_job);
        const auto folders = (*store)->folders(m_job);
        QCOMPARE(folders->size(), std::size_t(2));
        RecordingSink sink;
        QVERIFY((*store)->scan(*folders, sink, m_job).isOk());
        QCOMPARE(sink.messages.size(), std::size_t(1));
        QCOMPARE(sink.broken.size(), std::size_t(1));
        QCOMPARE(sink.broken.front().why.kind, Failure::Kind::PathUnsafe);
        const Folder outside{QStringLiteral("x"), "../other", SpecialUse::None, -1};
        const std::vector<RemovalOrder> orders{{{"1", {}, 0}, Sha256::of(letter("1"))}};
        QVERIFY(!(*store)->remove(outside, orders, m_job).isOk());
        QVERIFY(QFile::exists(at("other/cur/1:2,")));
    }

    void saysWhatIsNoMaildir()
    {
        MailboxSource source;
        source.path = at("missing");
        QCOMPARE(openMailStore(source, Secret(), m_job).failure().kind, Failure::Kind::FileNotFound);
        writeFile(at("file"), "x");
        source.path = at("file");
        QCOMPARE(openMailStore(source, Secret(), m_job).failure().kind, Failure::Kind::BadInput);
        openStore();
        QCOMPARE(m_store->folders(m_job).failure().kind, Failure::Kind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestMaildirStore)
#include "tst_maildir_store.moc"
