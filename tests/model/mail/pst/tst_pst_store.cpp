// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_preview.h"
#include "mail/pst/pst_store.h"
#include "model/mail/mail_recorders.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"
#include "support/time_limit.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

/** Keeps what a killed scan would have kept: what was told before the last place. */
class RememberingSink : public RecordingSink
{
public:
    Place goOnFrom(int, const std::function<bool(const Place&)>& isUnchanged) override
    {
        return !place.isEmpty() && isUnchanged(place) ? place : Place();
    }
    void reached(int, const Place& now) override
    {
        place = now;
        messagesBefore = messages.size();
        brokenBefore = broken.size();
    }

    Place place;
    std::size_t messagesBefore = 0;
    std::size_t brokenBefore = 0;
};

} // namespace

/** The real reader process on files this test writes itself. */
class TestPstStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    JobContext m_job;
    QString m_file;
    test::TimeLimit m_limit{std::chrono::seconds(10)};

    struct Whole
    {
        std::vector<Folder> folders;
        RecordingSink sink;
        RecordingReceiver receiver;
    };

    /** Scans and reads everything. */
    void readAll(MailStore& store, Whole& whole)
    {
        auto folders = store.folders(m_job);
        VERIFY_OK(folders);
        whole.folders = *folders;
        VERIFY_OK(store.scan(whole.folders, whole.sink, m_job));
        // A node number names an item in the whole file, so one folder serves for all.
        const std::vector<MessageRef> refs = whole.sink.refs();
        VERIFY_OK(store.read(whole.folders.front(), refs, whole.receiver, m_job));
    }

    [[nodiscard]] QByteArray bySubject(const Whole& whole, const QByteArray& subject) const
    {
        for (const ScannedMessage& message : whole.sink.messages) {
            if (message.header.contains("Subject: " + subject + "\r\n")) {
                return whole.receiver.whole.at(message.key);
            }
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_limit.step(QString::fromLatin1(QTest::currentTestFunction())); }

    void initTestCase()
    {
        m_file = m_dir.filePath(QStringLiteral("sample.pst"));
        test::writeSamplePst(m_file);
    }

    void readsEveryFolderButTheDeletedItems()
    {
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        QCOMPARE(pathsOf(whole.folders),
                 QStringList({QStringLiteral("Aufgaben"), QStringLiteral("Kalender"), QStringLiteral("Kontakte"),
                              QStringLiteral("Notizen"), QStringLiteral("Posteingang"),
                              QStringLiteral("Posteingang/Privat")}));
        QCOMPARE(whole.folders.front().messages, 4);
        QCOMPARE(whole.sink.messages.size(), std::size_t(11));
        QCOMPARE(whole.sink.broken.size(), std::size_t(0));
        QCOMPARE(whole.receiver.whole.size(), std::size_t(11));
    }

    void whatIsReadIsWhatTheScanSaid()
    {
        PstStore store(m_file, {}, true);
        Whole whole;
        readAll(store, whole);
        QCOMPARE(whole.sink.messages.size(), std::size_t(12));
        for (const ScannedMessage& message : whole.sink.messages) {
            const QByteArray raw = whole.receiver.whole.at(message.key);
            QCOMPARE(raw.size(), message.bytes);
            QVERIFY(raw.startsWith(message.header));
        }
        PstStore again(m_file, {}, true);
        Whole second;
        readAll(again, second);
        QVERIFY(second.receiver.whole == whole.receiver.whole);
    }

    void aNewReaderGoesOnWhereTheLastOneWasEnded()
    {
        PstStore store(m_file, {}, true);
        Whole whole;
        readAll(store, whole);
        for (const quint32 items : {1U, 2U, 3U, 12U}) {
            PstStore often(m_file, {}, true);
            often.setItemsPerReader(items);
            Whole pieces;
            readAll(often, pieces);
            QCOMPARE(pieces.sink.messages.size(), whole.sink.messages.size());
            QVERIFY(pieces.receiver.whole == whole.receiver.whole);
        }
    }

    void aReceivedMailKeepsItsHeaderAndItsAttachment()
    {
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        const QByteArray raw = bySubject(whole, "Angebot");
        QVERIFY(raw.startsWith("Received: from mx.kunde.example"));
        QVERIFY(raw.contains("\r\nMessage-ID: <1@privat.example>\r\n"));
        QVERIFY(!raw.contains("multipart/signed"));
        const auto preview = makePreview(raw);
        VERIFY_OK(preview);
        QVERIFY(preview->text.contains(QStringLiteral("Schöne Grüße")));
        QVERIFY(preview->html.contains(QStringLiteral("Schöne Grüße")));
        QCOMPARE(preview->attachments.size(), std::size_t(1));
        QCOMPARE(preview->attachments[0].name, QStringLiteral("Angebot für Sie.pdf"));
        QCOMPARE(preview->attachments[0].bytes, 20'000 + 16);
    }

    void peopleOfExchangeAreNamedAsFarAsTheFileKnowsThem()
    {
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        const QByteArray raw = bySubject(whole, "AW: Budget");
        QVERIFY(raw.contains("From: Sven Vorgesetzt\r\n <\"/O=FIRMA/OU=EXCHANGE ADMINISTRATIVE GROUP "
                             "(FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=SVEN\">\r\n"));
        QVERIFY(raw.contains("To: Lea Gehtbald\r\n <lea@firma.example>\r\n"));
        QVERIFY(raw.contains("Cc: Einkauf\r\n <einkauf@kunde.example>\r\n"));
        QVERIFY(raw.contains("X-Staffelstab-Rebuilt: pst; headers=made\r\n"));
        QVERIFY(!raw.contains("MAILER-DAEMON"));
        QVERIFY(!raw.contains("Message-ID"));
    }

    void rtfBecomesTheHtmlItWrapped()
    {
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        const auto preview = makePreview(bySubject(whole, "Nur RTF"));
        VERIFY_OK(preview);
        QVERIFY2(preview->html.contains(QStringLiteral("Grüße €")), qPrintable(preview->html));
    }

    void contactsCalendarTasksAndNotesAreOpenFormats_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("contact") << QByteArray()
                                 << QByteArrayList{"BEGIN:VCARD", "TEL;TYPE=CELL:+49 170 0000000",
                                                   "EMAIL;TYPE=INTERNET:juergen@kunde.example"};
        QTest::newRow("single") << QByteArray("Zahnarzt")
                                << QByteArrayList{"BEGIN:VEVENT", "DTSTART:20260305T080000Z", "LOCATION:Raum 3"};
        QTest::newRow("weekly") << QByteArray("Jour fixe")
                                << QByteArrayList{"RRULE:FREQ=WEEKLY;BYDAY=TH;WKST=MO;COUNT=10",
                                                  "DTSTART;TZID=Outlook:20260305T090000",
                                                  "EXDATE;TZID=Outlook:20260319T090000", "TZOFFSETTO:+0200"};
        QTest::newRow("task") << QByteArray("=?UTF-8?B?QWt0ZW4gw7xiZXJnZWJlbg==?=")
                              << QByteArrayList{"BEGIN:VTODO", "DUE;VALUE=DATE:20261231", "STATUS:IN-PROCESS"};
        QTest::newRow("note") << QByteArray("=?UTF-8?B?U2NobMO8c3NlbA==?=")
                              << QByteArrayList{"Schl=C3=BCssel liegt beim Empfang."};
    }

    void contactsCalendarTasksAndNotesAreOpenFormats()
    {
        QFETCH(QByteArray, subject);
        QFETCH(QByteArrayList, lines);
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        QByteArray raw = bySubject(whole, subject);
        for (const auto& [key, one] : whole.receiver.whole) {
            raw = subject.isEmpty() && one.contains("BEGIN:VCARD") ? one : raw;
        }
        for (const QByteArray& line : std::as_const(lines)) {
            QVERIFY2(raw.contains(line + "\r\n"), raw.constData());
        }
    }

    void anEmbeddedMessageIsOneAgain()
    {
        PstStore store(m_file, {}, false);
        Whole whole;
        readAll(store, whole);
        int found = 0;
        for (const auto& [key, raw] : whole.receiver.whole) {
            const qsizetype at = raw.indexOf("Content-Type: message/rfc822");
            if (at > 0) {
                ++found;
                QVERIFY(raw.indexOf("Message-ID: <2@privat.example>", at) > 0);
            }
        }
        QCOMPARE(found, 1);
    }

    void aDamagedFileEndsNothing_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 100; ++seed) {
            const char* what = seed % 2 == 0 ? "cut" : "bits turned";
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(seed))) << seed;
        }
    }

    /**
     * Cut off at 50 random places, bits turned at random places in 50 ways: it is refused, or what is read is not
     * taken for whole, and within the time.
     */
    void aDamagedFileEndsNothing()
    {
        QFETCH(int, seed);
        m_limit.step(QString::fromLatin1(QTest::currentDataTag()));
        QRandomGenerator random(static_cast<quint32>(seed));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        if (seed % 2 == 0) {
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        } else {
            for (int i = 0; i < 200; ++i) {
                const int at = random.bounded(0x200, static_cast<int>(bytes.size()));
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
            }
        }
        const QString damaged = m_dir.filePath(QStringLiteral("damaged%1.pst").arg(seed));
        writeFile(damaged, bytes);
        PstStore store(damaged, {}, true);
        const auto folders = store.folders(m_job);
        if (!folders) {
            QVERIFY(folders.failure().kind == Failure::Kind::MailboxDamaged ||
                    folders.failure().kind == Failure::Kind::BadInput);
            return;
        }
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        QVERIFY(!sink.broken.empty());
        if (const std::vector<MessageRef> refs = sink.refs(); !refs.empty()) {
            RecordingReceiver receiver;
            VERIFY_OK(store.read(folders->front(), refs, receiver, m_job));
            QCOMPARE(receiver.whole.size() + receiver.failures.size(), refs.size());
        }
    }

    void aFileThatWasCutOffIsNeverTakenForWhole_data()
    {
        QTest::addColumn<double>("part");
        QTest::newRow("within the header") << 0.001;
        QTest::newRow("in the middle") << 0.5;
        // What is in use is whole, and everything can still be read.
        QTest::newRow("within the free room") << 0.99999;
    }

    /** Even where everything can still be read: nobody knows what lay behind. */
    void aFileThatWasCutOffIsNeverTakenForWhole()
    {
        QFETCH(double, part);
        const QByteArray whole = readFile(m_file);
        const QString path = m_dir.filePath(QStringLiteral("cut.pst"));
        writeFile(path, whole.first(static_cast<qsizetype>(static_cast<double>(whole.size()) * part)));
        PstStore store(path, {}, false);
        const auto folders = store.folders(m_job);
        if (!folders) {
            QVERIFY(folders.failure().kind == Failure::Kind::MailboxDamaged ||
                    folders.failure().kind == Failure::Kind::BadInput);
            QCOMPARE(folders.failure().subject, path);
            return;
        }
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        const auto said = std::count_if(sink.broken.begin(), sink.broken.end(),
                                        [](const UnreadableMessage& one) { return one.why.detail == pst::cutOff; });
        QCOMPARE(said, 1);
    }

    /** Where a reader sees nothing: the file is not what Outlook wrote, and that is said once. */
    void oneBitThatIsTurnedIsNeverTakenForWritten()
    {
        QByteArray bytes = readFile(m_file);
        const QByteArray words = QByteArray::fromHex("530063006800f6006e006500"); // "Schöne" in UTF-16
        const qsizetype at = bytes.indexOf(words);
        QVERIFY(at > 0);
        bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
        const QString path = m_dir.filePath(QStringLiteral("bit.pst"));
        writeFile(path, bytes);
        PstStore store(path, {}, false);
        const auto folders = store.folders(m_job);
        VERIFY_OK(folders);
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        QCOMPARE(sink.messages.size(), std::size_t(11));
        QCOMPARE(sink.broken.size(), std::size_t(1));
        QCOMPARE(sink.broken[0].why.kind, Failure::Kind::MailboxDamaged);
        QCOMPARE(sink.broken[0].why.detail, pst::contentDamaged);
        QCOMPARE(sink.broken[0].why.subject, path);
    }

    void theComparisonOfChecksumsIsToldInBytes()
    {
        std::vector<Progress> told;
        JobContext job([&told](const Progress& now) { told.push_back(now); }, nullptr);
        PstStore store(m_file, {}, false);
        const auto folders = store.folders(job);
        VERIFY_OK(folders);
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, job));
        QVERIFY(!told.empty());
        QCOMPARE(told.back().stage, Progress::Stage::Hashing);
        QCOMPARE(told.back().total, 0);
        QCOMPARE(told.back().bytesDone, QFileInfo(m_file).size());
        QCOMPARE(told.back().bytesTotal, QFileInfo(m_file).size());
    }

    void aTableThatIsDamagedLosesNothingInSilence_data()
    {
        QTest::addColumn<qsizetype>("at");
        QTest::addColumn<QByteArray>("kind");
        const QByteArray whole = readFile(m_file);
        // The signature of a heap and what it is for: tables of folders, items, recipients, attachments; properties.
        for (const QByteArray& kind : {QByteArray("\xEC\x7C"), QByteArray("\xEC\xBC")}) {
            for (qsizetype at = whole.indexOf(kind); at >= 0; at = whole.indexOf(kind, at + 1)) {
                if (at % 64 == 2) {
                    QTest::newRow(qPrintable(QStringLiteral("%1 at %2").arg(QString::fromLatin1(kind.toHex())).arg(at)))
                        << at << kind;
                }
            }
        }
    }

    /** Every message is as it was, or says itself that it is not, or there is an entry for what cannot be read. */
    void aTableThatIsDamagedLosesNothingInSilence()
    {
        QFETCH(qsizetype, at);
        m_limit.step(QString::fromLatin1(QTest::currentDataTag()));
        PstStore sound(m_file, {}, true);
        Whole before;
        readAll(sound, before);
        QByteArray bytes = readFile(m_file);
        bytes[at] = '\0';
        const QString path = m_dir.filePath(QStringLiteral("table.pst"));
        writeFile(path, bytes);
        PstStore store(path, {}, true);
        const auto folders = store.folders(m_job);
        if (!folders) {
            QCOMPARE(folders.failure().kind, Failure::Kind::MailboxDamaged);
            return;
        }
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        RecordingReceiver receiver;
        VERIFY_OK(store.read(folders->front(), sink.refs(), receiver, m_job));
        bool isSaid = !sink.broken.empty();
        for (const auto& [key, raw] : receiver.whole) {
            isSaid = isSaid || raw.contains("; incomplete") || raw.contains("; attachment=damaged");
        }
        QVERIFY(isSaid || receiver.whole == before.receiver.whole);
    }

    void aFileThatIsNoneIsRefused()
    {
        const QString path = m_dir.filePath(QStringLiteral("letter.pst"));
        writeFile(path, letter("eins"));
        const auto folders = PstStore(path, {}, false).folders(m_job);
        QVERIFY(!folders);
        QCOMPARE(folders.failure().kind, Failure::Kind::BadInput);
    }

    void removesNothingButSeesWhatWasDeletedInOutlook()
    {
        PstStore store(m_file, {QStringLiteral("Posteingang/Privat")}, false);
        Whole whole;
        readAll(store, whole);
        std::vector<RemovalOrder> orders;
        for (const ScannedMessage& message : whole.sink.messages) {
            orders.push_back({{message.key, message.fingerprint, message.bytes}, {}});
        }
        auto outcome = store.remove(whole.folders[0], orders, m_job);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->kept.size(), std::size_t(2));
        QCOMPARE(outcome->kept[0].why.kind, Failure::Kind::RemovalUnsupported);
        // "Weg damit" lies among the deleted items: moved there is not gone.
        PstStore everything(m_file, {QStringLiteral("Deleted Items")}, true);
        Whole deleted;
        readAll(everything, deleted);
        const ScannedMessage& moved = deleted.sink.messages.front();
        orders = {{{"4294967000", moved.fingerprint, moved.bytes}, {}}, {{"4294967001", "none", 5}, {}}};
        outcome = store.remove(whole.folders[0], orders, m_job);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->removed, std::vector<MessageKey>{"4294967001"});
        QCOMPARE(outcome->kept.size(), std::size_t(1));
    }

    void whatIsNotProvedToBeGoneIsKept()
    {
        // The table of the deleted items' messages, the only one with this one in it, cannot be read any more.
        QByteArray bytes = readFile(m_file);
        const QString path = m_dir.filePath(QStringLiteral("unproved.pst"));
        const std::vector<RemovalOrder> orders{{{"4294967000", "none", 5}, {}}};
        int unproved = 0;
        const QByteArray table("\xEC\x7C");
        for (qsizetype at = bytes.indexOf(table); at >= 0; at = bytes.indexOf(table, at + 1)) {
            QByteArray damaged = bytes;
            damaged[at] = '\0';
            writeFile(path, damaged);
            PstStore store(path, {}, false);
            const auto folders = store.folders(m_job);
            if (!folders) {
                continue;
            }
            const auto outcome = store.remove(folders->front(), orders, m_job);
            if (outcome && !outcome->kept.empty()) {
                QCOMPARE(outcome->kept[0].why.kind, Failure::Kind::MailboxDamaged);
                QCOMPARE(outcome->kept[0].why.detail, pst::goneNotProved);
                ++unproved;
            }
        }
        QVERIFY2(unproved >= 7, qPrintable(QString::number(unproved))); // one for each folder's items at least
        writeFile(path, bytes.first(bytes.size() - 1));
        PstStore cut(path, {}, false);
        const auto folders = cut.folders(m_job);
        VERIFY_OK(folders);
        const auto outcome = cut.remove(folders->front(), orders, m_job);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->kept.size(), std::size_t(1));
    }

    void aReaderThatFailsLosesOneItem_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::newRow("ends") << QStringLiteral("reader_that_ends");
        QTest::newRow("hangs") << QStringLiteral("reader_that_hangs");
        QTest::newRow("lies") << QStringLiteral("reader_that_lies");
    }

    void aReaderThatFailsLosesOneItem()
    {
        QFETCH(QString, reader);
        PstStore store(m_file, {}, false, QCoreApplication::applicationDirPath() + QLatin1Char('/') + reader, 300);
        const auto folders = store.folders(m_job);
        VERIFY_OK(folders);
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        QCOMPARE(sink.messages.size(), std::size_t(2));
        QCOMPARE(sink.broken.size(), std::size_t(1));
        QCOMPARE(sink.broken[0].why.kind, Failure::Kind::MessageUnreadable);
        const std::vector<MessageRef> refs{{"0", {}, 18}, {"1", {}, 18}, {"2", {}, 18}};
        RecordingReceiver receiver;
        VERIFY_OK(store.read((*folders)[0], refs, receiver, m_job));
        QCOMPARE(receiver.whole.size(), std::size_t(2));
        QCOMPARE(receiver.failures.size(), std::size_t(1));
    }

    void aReaderThatEndsOnceLosesNothing()
    {
        const QString path = m_dir.filePath(QStringLiteral("once.pst"));
        const QString reader = QCoreApplication::applicationDirPath() + QLatin1String("/reader_that_ends_once");
        QVERIFY(QFile::copy(m_file, path));
        PstStore store(path, {}, false, reader, 300);
        const auto folders = store.folders(m_job);
        VERIFY_OK(folders);
        RecordingSink sink;
        VERIFY_OK(store.scan(*folders, sink, m_job));
        QCOMPARE(sink.messages.size(), std::size_t(3));
        QVERIFY(sink.broken.empty());
        QVERIFY(QFile::remove(path + QStringLiteral(".ended")));
        const std::vector<MessageRef> refs{{"0", {}, 18}, {"1", {}, 18}, {"2", {}, 18}};
        RecordingReceiver receiver;
        VERIFY_OK(store.read((*folders)[0], refs, receiver, m_job));
        QVERIFY(QFile::exists(path + QStringLiteral(".ended")));
        QCOMPARE(receiver.whole.size(), std::size_t(3));
        QVERIFY(receiver.failures.empty());
    }

    void aFolderThatCannotBeReadFurtherIsSaidOnceThoughTheScanWasKilled()
    {
        const QString path = m_dir.filePath(QStringLiteral("yesterday.pst"));
        QVERIFY(QFile::copy(m_file, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        file.close();
        const QString reader = QCoreApplication::applicationDirPath() + QLatin1String("/reader_of_half_a_folder");
        RememberingSink sink;
        for (int run = 0; run < 2; ++run) {
            PstStore store(path, {}, false, reader, 300);
            const auto folders = store.folders(m_job);
            VERIFY_OK(folders);
            sink.folders.clear();
            VERIFY_OK(store.scan(*folders, sink, m_job));
            QCOMPARE(sink.messages.size(), std::size_t(2));
            QCOMPARE(sink.broken.size(), std::size_t(1));
            QCOMPARE(sink.broken[0].why.kind, Failure::Kind::MailboxDamaged);
            QVERIFY(!sink.place.isEmpty());
            sink.messages.resize(sink.messagesBefore);
            sink.broken.resize(sink.brokenBefore);
        }
    }

    void aFolderOfThousandsOfItemsIsWhole()
    {
        const QString path = m_dir.filePath(QStringLiteral("thousands.pst"));
        constexpr int items = 3'000;
        {
            test::PstWriter pst(path);
            const quint32 folder = pst.addFolder(QStringLiteral("Archiv"));
            for (int i = 0; i < items; ++i) {
                pst.add(folder,
                        test::receivedMail(QStringLiteral("Nr %1").arg(i), QByteArray::number(i) + "@x.example"));
            }
            pst.finish();
        }
        PstStore store(path, {}, false);
        Whole whole;
        readAll(store, whole);
        QCOMPARE(whole.sink.broken.size(), std::size_t(0));
        QCOMPARE(whole.receiver.whole.size(), std::size_t(items));
    }

    void aReaderThatDoesNotStartIsAnError_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<int>("kind");
        QTest::newRow("ends at once") << QStringLiteral("reader_that_does_not_open")
                                      << static_cast<int>(Failure::Kind::MailboxDamaged);
        QTest::newRow("is missing") << QStringLiteral("no_such_reader")
                                    << static_cast<int>(Failure::Kind::FileNotFound);
    }

    void aReaderThatDoesNotStartIsAnError()
    {
        QFETCH(QString, reader);
        QFETCH(int, kind);
        PstStore store(m_file, {}, false, QCoreApplication::applicationDirPath() + QLatin1Char('/') + reader, 300);
        const auto folders = store.folders(m_job);
        QVERIFY(!folders);
        QCOMPARE(static_cast<int>(folders.failure().kind), kind);
        QVERIFY(!folders.failure().subject.isEmpty());
        QCOMPARE(folders.failure().detail,
                 reader == QLatin1String("no_such_reader") ? QStringLiteral("PST reader") : pst::nothingReadable);
    }

    void cancelComesBackAtOnce()
    {
        PstStore store(m_file, {}, false, QCoreApplication::applicationDirPath() + QLatin1String("/reader_that_hangs"));
        const auto folders = store.folders(m_job);
        VERIFY_OK(folders);
        auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job([cancelled](const Progress&) {}, cancelled);
        std::thread other([cancelled] { cancelled->store(true); });
        RecordingSink sink;
        QElapsedTimer timer;
        timer.start();
        const Status done = store.scan(*folders, sink, job);
        other.join();
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Failure::Kind::Cancelled);
        QVERIFY2(timer.elapsed() < 3000, "cancel has to come back at once");
    }
};

QTEST_GUILESS_MAIN(TestPstStore)
#include "tst_pst_store.moc"
