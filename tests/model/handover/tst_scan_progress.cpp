// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "handover/acts/scan_act.h"
#include "handover/scan_progress.h"
#include "servers/dovecot_server.h"

#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace staffelstab;
using namespace staffelstab::handover;

namespace {

constexpr int messages = 5000;

QByteArrayList letters()
{
    QByteArrayList list;
    for (int i = 0; i < messages; ++i) {
        const QByteArray number = QByteArray::number(i);
        list << "From: kai@firma.example\r\nTo: lea@firma.example\r\nSubject: Brief " + number + "\r\nMessage-ID: <" +
                    number + "@firma.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nText\r\n";
    }
    return list;
}

} // namespace

/** A scan that is stopped in its middle goes on there, on a real server and in a Maildir. */
class TestScanProgress : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::DovecotServer> m_server;

    std::vector<MailboxLogin> logins() const
    {
        std::vector<MailboxLogin> all;
        all.push_back({m_server->source(), m_server->password()});
        return all;
    }
    /** Stops itself when so many messages are found. */
    struct Run
    {
        qint64 stopAt = -1;
        qint64 last = 0;
        /** Most messages that were found between two reports: one where each is read. */
        qint64 largestStep = 0;
        std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job{[this](const Progress& progress) {
                           if (progress.stage != Progress::Stage::Scanning) {
                               return;
                           }
                           largestStep = std::max(largestStep, progress.done - std::exchange(last, progress.done));
                           if (stopAt >= 0 && progress.done >= stopAt) {
                               *cancelled = true;
                           }
                       },
                       cancelled};
    };

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::DovecotServer>();
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
        QVERIFY(m_server->fill(QStringLiteral("INBOX"), letters()));
    }

    void goesOnWhereItWasStopped()
    {
        SampleCase sample;
        const QString file = sample.file();
        Run stopped;
        stopped.stopAt = 3000;
        const auto none = scanMailboxes(logins(), {}, QDateTime::currentDateTimeUtc(), stopped.job, file);
        QVERIFY(!none);
        QCOMPARE(none.failure().kind, Failure::Kind::Cancelled);
        // One of those that were read is gone in the meantime, and a new one has come.
        QVERIFY(m_server->doveadm({QStringLiteral("expunge"), QStringLiteral("-u"), m_server->user(),
                                   QStringLiteral("mailbox"), QStringLiteral("INBOX"), QStringLiteral("header"),
                                   QStringLiteral("message-id"), QStringLiteral("<7@firma.example>")}));
        QVERIFY(m_server->fill(QStringLiteral("INBOX"), {"Subject: Neu\r\nMessage-ID: <neu@x>\r\n\r\nText\r\n"}));
        Run whole;
        auto scanned = scanMailboxes(logins(), {}, QDateTime::currentDateTimeUtc(), whole.job, file);
        VERIFY_OK(scanned);
        QCOMPARE(scanned->table.size(), separation::Row(messages));
        QVERIFY2(whole.largestStep >= 2999, qPrintable(QString::number(whole.largestStep)));
        QSet<QByteArray> ids;
        for (separation::Row row = 0; row < scanned->table.size(); ++row) {
            ids.insert(scanned->table.messageId(row));
        }
        QCOMPARE(ids.size(), messages);
        QVERIFY(ids.contains("neu@x") && !ids.contains("7@firma.example"));

        // Once the scan stands in the case, the next one reads everything anew.
        VERIFY_OK(sample.handover->recordScan(std::move(scanned->report), std::move(scanned->table)));
        auto progress = ScanProgress::open(file);
        VERIFY_OK(progress);
        QVERIFY(!progress->find(mail::describe(m_server->source()), "INBOX", "1.1", {}));
        Run again;
        const auto anew = scanMailboxes(logins(), {}, QDateTime::currentDateTimeUtc(), again.job, file);
        VERIFY_OK(anew);
        QCOMPARE(again.largestStep, 1);
    }

    void readsNoFileOfAMaildirTwice()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("cur")));
        const QByteArrayList all = letters();
        const auto write = [&dir](int number, const QByteArray& text) {
            QFile file(dir.filePath(QStringLiteral("cur/%1.M1P1.post:2,S").arg(number)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        for (int i = 0; i < messages; ++i) {
            write(i, all.at(i));
        }
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Maildir;
        source.path = dir.path();
        const auto login = [&source] {
            std::vector<MailboxLogin> one;
            one.push_back({source, {}});
            return one;
        };
        SampleCase sample;
        Run stopped;
        stopped.stopAt = 3000;
        const auto none = scanMailboxes(login(), {}, QDateTime::currentDateTimeUtc(), stopped.job, sample.file());
        QVERIFY(!none);
        // Nobody changes a message of a Maildir; whoever does shows which ones are read again.
        for (int i = 0; i < messages; ++i) {
            write(i, "Subject: Anders\n\n");
        }
        Run rest;
        const auto scanned = scanMailboxes(login(), {}, QDateTime::currentDateTimeUtc(), rest.job, sample.file());
        VERIFY_OK(scanned);
        QCOMPARE(scanned->table.size(), separation::Row(messages));
        int readAgain = 0;
        for (separation::Row row = 0; row < scanned->table.size(); ++row) {
            readAgain += scanned->table.subject(row) == QStringLiteral("Anders") ? 1 : 0;
        }
        QVERIFY2(readAgain <= messages - 3000, qPrintable(QString::number(readAgain)));
    }

    void keepsAFewLargeMessagesAtOnce()
    {
        const SampleCase sample;
        auto progress = ScanProgress::open(sample.file());
        VERIFY_OK(progress);
        const auto add = [&progress](const QByteArray& key, qint64 bytes) {
            separation::MessageFacts facts;
            facts.key = key;
            facts.bytes = bytes;
            progress->add(QStringLiteral("lea"), "INBOX", facts, {});
        };
        const auto isKept = [&sample](const QByteArray& key) {
            auto later = ScanProgress::open(sample.file());
            return later && later->find(QStringLiteral("lea"), "INBOX", key, {}).has_value();
        };
        add("1.1", 40LL << 20);
        QVERIFY(!isKept("1.1"));
        add("1.2", 40LL << 20);
        QVERIFY(isKept("1.1") && isKept("1.2"));
        add("1.3", 1000);
        QVERIFY(!isKept("1.3"));
    }

    void keepsNothingWithoutACase()
    {
        Run run;
        const auto scanned = scanMailboxes(logins(), {}, QDateTime::currentDateTimeUtc(), run.job);
        VERIFY_OK(scanned);
        QCOMPARE(run.largestStep, 1);
    }
};

QTEST_GUILESS_MAIN(TestScanProgress)
#include "tst_scan_progress.moc"
