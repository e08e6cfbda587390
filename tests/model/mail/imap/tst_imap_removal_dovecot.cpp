// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/imap_store.h"
#include "mail/imap/socket_stream.h"
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/cut_stream.h"
#include "servers/dovecot_server.h"

#include <QTest>

#include <memory>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::MailStore;
using Kind = Failure::Kind;

namespace {

QByteArray letter(int number, const QByteArray& body = "Bis morgen.\r\n")
{
    return "From: Lea Gehtbald <lea@firma.example>\r\nTo: sven@firma.example\r\nSubject: Brief " +
           QByteArray::number(number) + "\r\nMessage-ID: <" + QByteArray::number(number) +
           "@firma.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\r\n" + body;
}

QByteArrayList letters(int from, int to)
{
    QByteArrayList all;
    for (int i = from; i <= to; ++i) {
        all << letter(i);
    }
    return all;
}

/** Calls once, before a command with these words goes to the server. */
class WatchedStream : public mail::imap::Stream
{
public:
    struct Watch
    {
        QByteArray words;
        std::function<void()> call;
    };

    WatchedStream(std::unique_ptr<Stream> stream, std::shared_ptr<Watch> watch)
        : m_stream(std::move(stream)), m_watch(std::move(watch))
    {
    }
    Result<QByteArray> read(const mail::imap::Patience& patience) override { return m_stream->read(patience); }
    void write(QByteArrayView bytes) override
    {
        if (m_watch->call && bytes.toByteArray().contains(m_watch->words)) {
            std::exchange(m_watch->call, nullptr)();
        }
        m_stream->write(bytes);
    }
    Status drain(const mail::imap::Patience& patience, qint64 most) override { return m_stream->drain(patience, most); }
    Status encrypt(const mail::imap::Patience& patience) override { return m_stream->encrypt(patience); }
    [[nodiscard]] bool isEncrypted() const override { return m_stream->isEncrypted(); }

private:
    std::unique_ptr<Stream> m_stream;
    std::shared_ptr<Watch> m_watch;
};

} // namespace

/**
 * Removal on a real server. One of the two says that its folders are labels and has the steps of that removal played
 * (MOVE, COPYUID, UIDs of the trash); that a message lies under several labels, and what an EXPUNGE means then, it
 * does not do, nor does it know X-GM-MSGID.
 */
class TestImapRemovalDovecot : public QObject
{
    Q_OBJECT

    std::unique_ptr<DovecotServer> m_plain;
    std::unique_ptr<DovecotServer> m_labels;
    TestJob m_job;

    std::unique_ptr<MailStore> open(DovecotServer& server, const std::shared_ptr<WatchedStream::Watch>& watch = nullptr,
                                    const std::shared_ptr<Cut>& cut = nullptr)
    {
        const mail::ImapOptions options;
        mail::imap::StreamFactory streams = mail::imap::socketStreams(server.source(), server.password(), options);
        if (cut) {
            streams = CutStream::over(std::move(streams), cut);
        }
        if (watch) {
            streams = [streams = std::move(streams),
                       watch](const JobContext& job) -> Result<std::unique_ptr<mail::imap::Stream>> {
                auto stream = streams(job);
                if (!stream) {
                    return stream.failure();
                }
                return std::unique_ptr<mail::imap::Stream>(std::make_unique<WatchedStream>(std::move(*stream), watch));
            };
        }
        auto store =
            mail::openImapStore(server.source(), server.password(), m_job.context, options, std::move(streams));
        return store ? std::move(*store) : nullptr;
    }

    struct Copied
    {
        mail::Folder folder;
        std::vector<mail::RemovalOrder> orders;
    };
    /** All of a folder, read as for a copy. */
    Copied copied(DovecotServer& server, const QString& path)
    {
        const auto store = open(server);
        const auto folders = store->folders(m_job.context);
        for (const mail::Folder& folder : *folders) {
            ScanCollector sink;
            ReadCollector read;
            if (folder.path == path && store->scan(std::span(&folder, 1), sink, m_job.context) &&
                store->read(folder, refsOf(sink.folders[0].messages), read, m_job.context)) {
                return {folder, ordersOf(sink.folders[0].messages, read)};
            }
        }
        return {};
    }
    static QByteArray subjectsIn(DovecotServer& server, const QString& folder)
    {
        const QByteArray told =
            server
                .doveadm({QStringLiteral("-f"), QStringLiteral("flow"), QStringLiteral("fetch"), QStringLiteral("-u"),
                          server.user(), QStringLiteral("hdr.subject"), QStringLiteral("mailbox"), folder})
                .value_or("?");
        QByteArrayList subjects = QByteArray(told).replace("hdr.subject=Brief ", "").split('\n');
        std::sort(subjects.begin(), subjects.end());
        return subjects.join(' ').trimmed();
    }
    static bool empty(DovecotServer& server, const QString& folder)
    {
        return server
            .doveadm({QStringLiteral("expunge"), QStringLiteral("-u"), server.user(), QStringLiteral("mailbox"), folder,
                      QStringLiteral("all")})
            .has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_plain = std::make_unique<DovecotServer>();
        QVERIFY2(m_plain->isRunning(), qPrintable(m_plain->error()));
        m_labels = std::make_unique<DovecotServer>(DovecotServer::Certificate::Good, QStringList{QStringLiteral("lea")},
                                                   QString(), QStringLiteral("+X-GM-EXT-1"));
        QVERIFY2(m_labels->isRunning(), qPrintable(m_labels->error()));
    }
    void init()
    {
        *m_job.cancelled = false;
        QVERIFY(empty(*m_labels, QStringLiteral("Trash")));
    }

    void leavesWhatSomebodyFlaggedWhileItWasCompared()
    {
        QVERIFY(m_plain->fill(QStringLiteral("Privat"), letters(1, 3)));
        const Copied all = copied(*m_plain, QStringLiteral("Privat"));
        QCOMPARE(all.orders.size(), std::size_t(3));
        const auto watch = std::make_shared<WatchedStream::Watch>();
        watch->words = "UID STORE";
        watch->call = [this] {
            QVERIFY(m_plain->doveadm({QStringLiteral("flags"), QStringLiteral("add"), QStringLiteral("-u"),
                                      m_plain->user(), QStringLiteral("\\Flagged"), QStringLiteral("mailbox"),
                                      QStringLiteral("Privat"), QStringLiteral("uid"), QStringLiteral("2")}));
        };
        const auto outcome = open(*m_plain, watch)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(outcome);
        QVERIFY(!watch->call);
        QCOMPARE(outcome->removed.size(), std::size_t(2));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QCOMPARE(outcome->kept[0].why.kind, Kind::MessageChanged);
        QCOMPARE(subjectsIn(*m_plain, QStringLiteral("Privat")), QByteArray("2"));
        // Asked again, it goes: HIGHESTMODSEQ has risen meanwhile, by the removal as well.
        const auto again = open(*m_plain)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(again);
        QCOMPARE(again->removed.size(), std::size_t(3));
        QCOMPARE(subjectsIn(*m_plain, QStringLiteral("Privat")), QByteArray());
    }

    void emptiesTheTrashOfWhatItPutThereAndNothingElse()
    {
        const QByteArray twin = letter(2, "Ganz anders\r\n").replace("Ganz anders", "Bis gestern"); // another size
        QByteArray alike = letter(3);
        alike.replace("morgen", "Morgen"); // size and header of one that is removed
        QVERIFY(m_labels->fill(QStringLiteral("Trash"), {letter(90), twin, alike}));
        QVERIFY(m_labels->fill(QStringLiteral("Etikett"), letters(1, 250)));
        Copied all = copied(*m_labels, QStringLiteral("Etikett"));
        QCOMPARE(all.orders.size(), std::size_t(250));
        all.orders.resize(240);
        all.orders[4].sha256 = Sha256::of("nicht kopiert");
        const auto outcome = open(*m_labels)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(outcome);
        QCOMPARE(outcome->removed.size(), std::size_t(239));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Etikett")),
                 QByteArray("241 242 243 244 245 246 247 248 249 250 5"));
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Trash")), QByteArray("2 3 90"));
        QVERIFY(empty(*m_labels, QStringLiteral("Etikett")));
    }

    void findsItInTheTrashWhenTheAnswerToTheMoveIsLost()
    {
        QByteArray alike = letter(3);
        alike.replace("morgen", "Morgen");
        QVERIFY(m_labels->fill(QStringLiteral("Trash"), {letter(90), alike}));
        QVERIFY(m_labels->fill(QStringLiteral("Verloren"), letters(1, 5)));
        const Copied all = copied(*m_labels, QStringLiteral("Verloren"));
        const auto cut = std::make_shared<Cut>();
        cut->afterWriting = "UID MOVE";
        const auto outcome = open(*m_labels, nullptr, cut)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(outcome);
        QCOMPARE(cut->cuts, 1);
        QCOMPARE(outcome->removed.size(), std::size_t(5));
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Verloren")), QByteArray());
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Trash")), QByteArray("3 90"));
    }

    void losesNothingWhenStoppedBehindTheMoveAndEndsItInTheNextRun()
    {
        QVERIFY(m_labels->fill(QStringLiteral("Trash"), {letter(90)}));
        QVERIFY(m_labels->fill(QStringLiteral("Halt"), letters(1, 5)));
        const Copied all = copied(*m_labels, QStringLiteral("Halt"));
        const auto watch = std::make_shared<WatchedStream::Watch>();
        const int last =
            m_labels
                ->doveadm({QStringLiteral("-f"), QStringLiteral("flow"), QStringLiteral("fetch"), QStringLiteral("-u"),
                           m_labels->user(), QStringLiteral("uid"), QStringLiteral("mailbox"), QStringLiteral("Trash")})
                .value_or("uid=0")
                .trimmed()
                .mid(4)
                .toInt();
        // Of what lies in the trash by then.
        watch->words = "UID FETCH " + QByteArray::number(last + 1) + ':' + QByteArray::number(last + 5);
        watch->call = [this] { *m_job.cancelled = true; };
        const auto stopped = open(*m_labels, watch)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(stopped);
        QVERIFY(!watch->call);
        QCOMPARE(stopped->kept.size(), std::size_t(5));
        for (const auto& kept : stopped->kept) {
            QCOMPARE(kept.why.kind, Kind::StillInMailbox);
            QCOMPARE(kept.why.subject, QStringLiteral("Trash"));
        }
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Trash")), QByteArray("1 2 3 4 5 90"));
        *m_job.cancelled = false;
        const auto looked = open(*m_labels)->lookFor(all.folder, all.orders, m_job.context);
        QVERIFY(looked);
        QVERIFY(looked->removed.empty());
        QCOMPARE(looked->kept.size(), std::size_t(5));
        const auto ended = open(*m_labels)->remove(all.folder, all.orders, m_job.context);
        QVERIFY(ended);
        QCOMPARE(ended->removed.size(), std::size_t(5));
        QCOMPARE(subjectsIn(*m_labels, QStringLiteral("Trash")), QByteArray("90"));
    }
};

QTEST_GUILESS_MAIN(TestImapRemovalDovecot)
#include "tst_imap_removal_dovecot.moc"
