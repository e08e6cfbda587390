// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/message_copy.h"
#include "core/sha256.h"
#include "model/archive/archive_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using test::MemoryMailStore;
using Fault = MemoryMailStore::Fault;

namespace {

class Recording final : public MessageConsumer
{
public:
    Status folderBegins(int, int) override { return Done{}; }
    Status take(WholeMessage& message) override
    {
        if (refuseAt == static_cast<int>(headers.size())) {
            return Failure{Failure::Kind::DiskFull, QStringLiteral("stick"), {}};
        }
        headers.push_back(message.header);
        return Done{};
    }
    Status folderEnds() override { return Done{}; }

    std::vector<QByteArray> headers;
    int refuseAt = -1;
};

} // namespace

class TestMessageCopy : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void skipsWhatCannotBeReadAndSaysWhy_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("why");
        QTest::newRow("gone") << Fault::Gone << int(Failure::Kind::MessageGone);
        QTest::newRow("changed") << Fault::Changed << int(Failure::Kind::MessageChanged);
        QTest::newRow("fails in its middle") << Fault::FailsInTheMiddle << int(Failure::Kind::MessageUnreadable);
        QTest::newRow("never answered") << Fault::NeverAnswered << int(Failure::Kind::MessageUnreadable);
        QTest::newRow("folder gone") << Fault::FolderGone << int(Failure::Kind::FolderGone);
    }

    void skipsWhatCannotBeReadAndSaysWhy()
    {
        QFETCH(Fault, fault);
        QFETCH(int, why);
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "good", "body\n"));
        store.add(QStringLiteral("INBOX"), test::sampleMail(2, "bad", "body\n"), fault);
        store.add(QStringLiteral("Sent"), test::sampleMail(3, "good too", "body\n"));
        const std::vector<MailSelection> selection{test::selectAll(store)};
        Recording consumer;
        JobContext job;
        const Result<CopyOutcome> outcome = copyMessages(selection, m_folder.path(), consumer, job);
        QVERIFY(outcome);
        QCOMPARE(outcome->copied.size(), std::size_t{2});
        QCOMPARE(outcome->skipped.size(), std::size_t{1});
        QCOMPARE(int(outcome->skipped[0].why.kind), why);
        QCOMPARE(outcome->skipped[0].message.key, mail::MessageKey("key-2"));
        QCOMPARE(outcome->copied[0].number, 0U);
        QCOMPARE(outcome->copied[1].folder, 1);
        QCOMPARE(outcome->copied[1].number, 0U);
        QCOMPARE(outcome->copied[1].sha256, Sha256::of(store.raw("key-3")));
    }

    void stopsWhenTheConnectionDies()
    {
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "x", "body\n"), Fault::ConnectionDies);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        Recording consumer;
        JobContext job;
        QCOMPARE(copyMessages(selection, m_folder.path(), consumer, job).failure().kind, Failure::Kind::ConnectionLost);
    }

    void stopsWhenTheMediumIsFull()
    {
        MemoryMailStore store;
        test::fillWithTraps(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        Recording consumer;
        consumer.refuseAt = 2;
        JobContext job;
        QCOMPARE(copyMessages(selection, m_folder.path(), consumer, job).failure().kind, Failure::Kind::DiskFull);
        QCOMPARE(consumer.headers.size(), std::size_t{2});
    }

    void handsOnTheHeaderAlone_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("LF") << QByteArray("A: b\n\nbody\n\n") << QByteArray("A: b\n\n");
        QTest::newRow("CRLF") << QByteArray("A: b\r\n\r\nbody") << QByteArray("A: b\r\n\r\n");
        QTest::newRow("no body") << QByteArray("A: b\n") << QByteArray("A: b\n");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("endless") << "A: " + QByteArray(1 << 20, 'x') << "A: " + QByteArray((256 << 10) - 3, 'x');
    }

    void handsOnTheHeaderAlone()
    {
        QFETCH(QByteArray, raw);
        MemoryMailStore store;
        store.setPieceSize(100'000);
        store.add(QStringLiteral("INBOX"), raw);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        Recording consumer;
        JobContext job;
        QVERIFY(copyMessages(selection, m_folder.path(), consumer, job));
        QTEST(consumer.headers.at(0), "header");
    }
};

QTEST_GUILESS_MAIN(TestMessageCopy)
#include "tst_message_copy.moc"
