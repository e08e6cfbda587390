// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/aes_zip_reader.h"
#include "archive/archive_plan.h"
#include "archive/business_archive.h"
#include "archive/resumable_part.h"
#include "model/archive/archive_fixture.h"
#include "support/memory_part_log.h"
#include "support/noise.h"
#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::archive;
using test::MemoryMailStore;
using test::MemoryPartLog;
using Beginning = ArchiveReport::Beginning;
using Fault = MemoryMailStore::Fault;

namespace {

const QByteArray phrase = QByteArrayLiteral("sieben kurze worte");
constexpr quint64 pieceSize = 64 << 10;

/**
 * Three folders, one of them empty; messages of every size against the pieces; three that cannot be read, and the
 * message number `gone`, counted over all. The third one `isBack`.
 */
void fill(MemoryMailStore& store, int gone = 0, bool isBack = false)
{
    for (int number = 1; number <= 40; ++number) {
        const QString folder = number <= 17 ? QStringLiteral("INBOX") : QStringLiteral("Projekte/Übergabe");
        const qsizetype size = number % 9 == 0 ? 400'000 : 9000 * (number % 7) + 10;
        store.add(folder, test::sampleMail(number, "Brief " + QByteArray::number(number), test::noise(number, size)),
                  (number == 3 && !isBack) || number == 20 || number + (number > 17 ? 1 : 0) == gone ? Fault::Gone
                                                                                                     : Fault::None);
        if (number == 17) {
            store.add(QStringLiteral("Leer"), {}, Fault::Gone);
        }
    }
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/** The ZIP inside: the same whatever the salt. */
QByteArray insideOf(const QString& path)
{
    AesZipReader reader;
    if (!reader.open(path, Secret(phrase))) {
        return {};
    }
    QByteArray inside(reader.plainSize(), '\0');
    for (qint64 at = 0; at < inside.size();) {
        const Result<qint64> got = reader.read(inside.data() + at, inside.size() - at);
        if (!got || *got == 0) {
            return {};
        }
        at += *got;
    }
    return reader.finish() ? inside : QByteArray();
}

long peakMemory()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

// AddressSanitizer keeps what was freed for a while (256 MiB).
#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
constexpr long allowedGrowth = 320;
#else
constexpr long allowedGrowth = 64;
#endif

} // namespace

/** Going on with an archive that did not come to its end. */
class TestArchiveResumption : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemoryPartLog> m_log;
    /** What is written at once. */
    QByteArray m_inside;

    [[nodiscard]] QString part() const { return m_dir->filePath(QStringLiteral("Übergabe.zip.part")); }

    ArchiveOptions options(const QString& target) const
    {
        ArchiveOptions options;
        options.target = target;
        options.name = QStringLiteral("Übergabe");
        options.caseNumber = QStringLiteral("HO-2026-0042");
        options.date = QDate(2026, 12, 31);
        options.language = QStringLiteral("de");
        options.log = m_log.get();
        options.pieceSize = pieceSize;
        return options;
    }

    static Result<ArchiveReport> write(MemoryMailStore& store, const ArchiveOptions& options,
                                       const QByteArray& passphrase = phrase)
    {
        JobContext job;
        const std::vector<MailSelection> selection{test::selectAll(store)};
        return writeBusinessArchive(selection, options, Secret(passphrase), job);
    }

    /** The first run, ended at a point. */
    void writeUntil(int point, bool isNoted = true)
    {
        MemoryMailStore store;
        fill(store);
        m_log->dieAt(point, isNoted);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::MediumGone);
    }

    /** The first run, ended behind all that is written. */
    void writeUntilReadBack()
    {
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job =
            test::cancelWhen([](const Progress& progress) { return progress.stage == Progress::Stage::ReadingBack; });
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
    }

    /** Messages that are done at the last place that was noted and written. */
    quint32 doneIn(quint64 fileSize)
    {
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        quint32 done = 0;
        const Result<std::vector<PartPoint>> points = m_log->points();
        for (const PartPoint& point : *points) {
            done = point.place && point.offset <= fileSize ? messagesBefore(selection, *point.place) : done;
        }
        return done;
    }

    /** How many of the first messages cannot be read: the third, the 18th and the 21st. */
    static quint32 skippedBefore(quint32 done)
    {
        return (done > 2 ? 1 : 0) + (done > 17 ? 1 : 0) + (done > 20 ? 1 : 0);
    }

    ArchiveReport goesOn(Beginning beginning, const QByteArray& before = {})
    {
        ArchiveReport report;
        goesOn(beginning, before, report);
        return report;
    }

    void goesOn(Beginning beginning, const QByteArray& before, ArchiveReport& result)
    {
        MemoryMailStore store;
        fill(store);
        ArchiveOptions later = options(m_dir->path());
        later.date = beginning == Beginning::WentOn ? QDate(2027, 1, 1) : later.date;
        const Result<ArchiveReport> report = write(store, later);
        VERIFY_OK(report);
        result = *report;
        QCOMPARE(report->beginning, beginning);
        QCOMPARE(report->messages, 38U);
        QCOMPARE(report->skipped.size(), std::size_t(3));
        for (const SkippedMessage& skipped : report->skipped) {
            QCOMPARE(skipped.why.kind, Failure::Kind::MessageGone);
        }
        QCOMPARE(insideOf(report->path), m_inside);
        JobContext job;
        const Result<ArchiveCheck> check = checkBusinessArchive(report->path, Secret(phrase), job);
        VERIFY_OK(check);
        QVERIFY(check->isIntact);
        QVERIFY(!QFile::exists(part()));
        // All were asked for but those that are in it; the third, the 18th and the 21st, which were skipped, once.
        QCOMPARE(qsizetype(report->takenUp), 41 - store.asked().size());
        const QList<mail::MessageKey> asked = store.asked();
        QCOMPARE(QSet<mail::MessageKey>(asked.begin(), asked.end()).size(), asked.size());
        QVERIFY(!*m_log->begun());
        // Nothing was written twice with another text under one key stream; the header is filled in at the end.
        constexpr qsizetype behindHeader = 200;
        QVERIFY(contentOf(report->path).mid(behindHeader).startsWith(before.mid(behindHeader)));
    }

    /** The third message can be read now; what lies there is gone on with, or not. */
    void comesBack(Beginning beginning)
    {
        MemoryMailStore store;
        fill(store, 0, true);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        VERIFY_OK(report);
        QCOMPARE(report->beginning, beginning);
        QCOMPARE(report->takenUp > 10, beginning == Beginning::WentOn);
        QCOMPARE(report->messages, 39U);
        QCOMPARE(report->skipped.size(), std::size_t(2));
        JobContext job;
        const Result<ArchiveCheck> check = checkBusinessArchive(report->path, Secret(phrase), job);
        VERIFY_OK(check);
        QVERIFY(check->isIntact);
        QCOMPARE(check->messages, 39U);
        // Under a number of its own, in its folder.
        const QByteArray inside = insideOf(report->path);
        const QString place = QStringLiteral("Übergabe/data/INBOX/00000%1 2026-03-05 Brief 3.eml");
        QVERIFY(inside.contains(place.arg(beginning == Beginning::WentOn ? 17 : 3, 2, 10, QLatin1Char('0')).toUtf8()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        init();
        MemoryMailStore store;
        fill(store);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        VERIFY_OK(report);
        m_inside = insideOf(report->path);
        QVERIFY(!m_inside.isEmpty());
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_log = std::make_unique<MemoryPartLog>();
    }

    void goesOnWhereverItEnded_data()
    {
        QTest::addColumn<int>("point");
        QTest::addColumn<bool>("isNoted");
        const int points = m_log->added();
        QVERIFY2(points > 15, qPrintable(QString::number(points)));
        for (int point = 1; point <= points; ++point) {
            QTest::addRow("before point %d was noted", point) << point << false;
            QTest::addRow("before what is behind point %d was written", point) << point << true;
        }
    }

    void goesOnWhereverItEnded()
    {
        QFETCH(int, point);
        QFETCH(bool, isNoted);
        writeUntil(point, isNoted);
        const QByteArray before = contentOf(part());
        const quint32 done = doneIn(static_cast<quint64>(before.size()));
        goesOn(QFile::exists(part()) && done > 0 ? Beginning::WentOn : Beginning::Anew,
               done > 0 ? before : QByteArray());
    }

    void goesOnAgainAndAgain()
    {
        writeUntil(9);
        int runs = 0;
        Result<ArchiveReport> report = Failure{};
        quint32 takenUp = 0;
        do {
            MemoryMailStore store;
            fill(store);
            m_log->dieAt(2, ++runs % 2 == 0);
            report = write(store, options(m_dir->path()));
            if (report) {
                takenUp = report->takenUp;
            }
        } while (!report && runs < 100);
        VERIFY_OK(report);
        QVERIFY(runs > 5);
        QVERIFY2(takenUp > 30, qPrintable(QString::number(takenUp)));
        QCOMPARE(insideOf(report->path), m_inside);
    }

    void aPieceThatDidNotReachTheMediumIsWrittenAgain_data()
    {
        QTest::addColumn<int>("missing");
        QTest::addColumn<QByteArray>("behind");
        QTest::addRow("a byte") << 1 << QByteArray();
        QTest::addRow("half a piece") << int(pieceSize / 2) << QByteArray();
        QTest::addRow("two pieces") << int(2 * pieceSize) << QByteArray();
        QTest::addRow("zeros instead") << int(pieceSize) << QByteArray(int(pieceSize), '\0');
    }

    void aPieceThatDidNotReachTheMediumIsWrittenAgain()
    {
        QFETCH(int, missing);
        QFETCH(QByteArray, behind);
        writeUntil(12);
        overwrite(part(), contentOf(part()).chopped(missing) + behind);
        goesOn(Beginning::WentOn);
    }

    void startsAnewIfThePartWasAltered_data()
    {
        QTest::addColumn<qsizetype>("at");
        QTest::addRow("in the salt") << qsizetype(100);
        QTest::addRow("in the first mail") << qsizetype(2000);
    }

    void startsAnewIfThePartWasAltered()
    {
        QFETCH(qsizetype, at);
        writeUntil(20);
        QByteArray altered = contentOf(part());
        QVERIFY(altered.size() > qsizetype(12 * pieceSize));
        altered[at] = static_cast<char>(altered[at] ^ 1);
        overwrite(part(), altered);
        goesOn(Beginning::AnewAsPartWasAltered);
    }

    void goesOnBeforeAPieceThatWasAltered_data()
    {
        QTest::addColumn<int>("piece");
        for (int piece = 1; piece < 19; ++piece) {
            QTest::addRow("piece %d of 19", piece + 1) << piece;
        }
    }

    void goesOnBeforeAPieceThatWasAltered()
    {
        QFETCH(int, piece);
        writeUntil(20);
        const std::vector<PartPoint> points = *m_log->points();
        const auto index = static_cast<std::size_t>(piece);
        const quint64 from = points[index - 1].offset;
        const bool isFar = points.back().offset - from > 8 * pieceSize;
        const quint32 done = doneIn(from);
        const QByteArray before = contentOf(part());
        QByteArray altered = before;
        const auto at = static_cast<qsizetype>((from + points[index].offset) / 2);
        altered[at] = static_cast<char>(altered[at] ^ 1);
        overwrite(part(), altered);
        if (done == 0) {
            goesOn(Beginning::AnewAsPartWasAltered);
            return;
        }
        // What was right before it is written again is what stood there.
        const ArchiveReport report = goesOn(isFar ? Beginning::WentOnBeforeAlteredPiece : Beginning::WentOn, before);
        QCOMPARE(report.takenUp, done - skippedBefore(done));
    }

    void goesOnBeforeAPieceThatWasAlteredAndMayBeKilledAgain()
    {
        writeUntil(20);
        QByteArray altered = contentOf(part());
        const qsizetype middle = altered.size() / 2;
        altered[middle] = static_cast<char>(altered[middle] ^ 1);
        overwrite(part(), altered);
        const quint32 done = doneIn(static_cast<quint64>(middle) - pieceSize);
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job = test::cancelWhen([done](const Progress& progress) {
            return progress.stage == Progress::Stage::Copying && progress.done >= done + 2;
        });
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
        const qint64 size = QFileInfo(part()).size();
        QVERIFY(size < altered.size() - qint64(8 * pieceSize));
        QCOMPARE(messagesBefore(selection, (*lyingPart(*m_log))->place), doneIn(quint64(size)));
        goesOn(Beginning::WentOnBeforeAlteredPiece);
    }

    void writesNoOtherTextWhereAPieceWasAltered()
    {
        writeUntil(20);
        const std::vector<PartPoint> points = *m_log->points();
        QByteArray altered = contentOf(part());
        altered[qsizetype(points[8].offset) + 9] = static_cast<char>(altered[qsizetype(points[8].offset) + 9] ^ 1);
        overwrite(part(), altered);
        const quint32 done = doneIn(points[8].offset);
        MemoryMailStore store;
        fill(store, static_cast<int>(done) + 2);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::AnewAsMailHasChanged);
        constexpr qsizetype salt = 64;
        QVERIFY(contentOf(report->path).mid(salt, 200) != altered.mid(salt, 200));
    }

    void startsAnewOverWhatIsNoPart_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("noise") << test::noise(7, 3'000'000);
        QTest::addRow("zeros") << QByteArray(3'000'000, '\0');
        QTest::addRow("a header") << QByteArray("PK\x03\x04", 4);
    }

    void startsAnewOverWhatIsNoPart()
    {
        QFETCH(QByteArray, content);
        writeUntil(12);
        overwrite(part(), content);
        goesOn(Beginning::AnewAsPartWasAltered);
    }

    void startsAnewIfThePartIsLongerThanWhatIsKnownOfIt()
    {
        writeUntil(12);
        overwrite(part(), contentOf(part()) + QByteArray(int(3 * pieceSize), 'x'));
        goesOn(Beginning::AnewAsPartWasAltered);
    }

    void startsAnewIfAnotherMessageIsBehindAKey()
    {
        writeUntil(12);
        MemoryMailStore store;
        fill(store);
        std::vector<MailSelection> selection{test::selectAll(store)};
        std::vector<mail::MessageRef> refs = selection[0].folders[0].messages.all();
        refs[0].fingerprint = QByteArray(refs[0].fingerprint.size(), 'x');
        selection[0].folders[0].messages = refs;
        JobContext job;
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::AnewAsMailHasChanged);
    }

    void whatHasItsNameMeanwhileIsLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("an archive") << QStringLiteral("Übergabe.zip");
        QTest::addRow("a sheet") << QStringLiteral("Übergabe-Anleitung.txt");
    }

    void whatHasItsNameMeanwhileIsLeftAlone()
    {
        QFETCH(QString, name);
        writeUntil(12);
        const QByteArray before = contentOf(part());
        overwrite(m_dir->filePath(name), "other");
        MemoryMailStore store;
        fill(store);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::FileExists);
        QVERIFY(store.asked().isEmpty());
        QCOMPARE(contentOf(m_dir->filePath(name)), QByteArray("other"));
        QVERIFY(QFile::remove(m_dir->filePath(name)));
        goesOn(Beginning::WentOn, before);
    }

    void saysThatTheMediumIsGone()
    {
        const QString medium = m_dir->filePath(QStringLiteral("medium"));
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job(
            [&](const Progress& progress) {
                if (progress.stage == Progress::Stage::ReadingBack) {
                    QVERIFY(QDir().rename(medium, medium + QStringLiteral(".away")) || !QFile::exists(medium));
                }
            },
            std::make_shared<std::atomic_bool>(false));
        const Result<ArchiveReport> report = writeBusinessArchive(selection, options(medium), Secret(phrase), job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::MediumGone);
        QVERIFY(QDir().rename(medium + QStringLiteral(".away"), medium));
        QVERIFY(lyingPart(*m_log)->has_value());
    }

    void startsAnewIfThePartIsGone_data()
    {
        QTest::addColumn<QString>("instead");
        QTest::addRow("nothing instead") << QString();
        QTest::addRow("a folder instead") << QStringLiteral("folder");
        QTest::addRow("a link instead") << QStringLiteral("link");
    }

    void startsAnewIfThePartIsGone()
    {
        QFETCH(QString, instead);
        writeUntil(12);
        const QString away = m_dir->filePath(QStringLiteral("away"));
        QVERIFY(QFile::rename(part(), away));
        if (instead == QStringLiteral("folder")) {
            QVERIFY(QDir().mkdir(part()));
        } else if (instead == QStringLiteral("link")) {
            QVERIFY(QFile::link(away, part()));
        }
        goesOn(Beginning::Anew);
    }

    void anotherPassphraseIsRefusedAndCostsNothing()
    {
        writeUntil(12);
        const QByteArray before = contentOf(part());
        MemoryMailStore store;
        fill(store);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()), "acht ganz andere worte");
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::WrongPassphrase);
        QVERIFY(store.asked().isEmpty());
        QCOMPARE(contentOf(part()), before);
        goesOn(Beginning::WentOn, before);
    }

    void asksAgainForWhatCouldNotBeReadBefore()
    {
        writeUntil(20);
        comesBack(Beginning::WentOn);
    }

    void asksAgainForWhatCouldNotBeReadBeforeAlsoAfterAnotherKill_data()
    {
        QTest::addColumn<int>("point");
        MemoryMailStore store;
        fill(store, 0, true);
        writeUntil(20);
        const int before = m_log->added();
        VERIFY_OK(write(store, options(m_dir->path())));
        const int points = m_log->added() - before;
        QVERIFY2(points > 15, qPrintable(QString::number(points)));
        for (int point = 1; point <= points; ++point) {
            QTest::addRow("point %d", point) << point;
        }
    }

    void asksAgainForWhatCouldNotBeReadBeforeAlsoAfterAnotherKill()
    {
        QFETCH(int, point);
        writeUntil(20);
        MemoryMailStore store;
        fill(store, 0, true);
        m_log->dieAt(point, true);
        QCOMPARE(write(store, options(m_dir->path())).failure().kind, Failure::Kind::MediumGone);
        comesBack(Beginning::WentOn);
    }

    /** Behind all messages an index and lists follow, which would be others. */
    void whatCouldNotBeReadStaysOutIfTheEndWasBegun()
    {
        writeUntilReadBack();
        const QByteArray before = contentOf(part());
        MemoryMailStore now;
        fill(now, 0, true);
        const Result<ArchiveReport> report = write(now, options(m_dir->path()));
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::WentOn);
        QVERIFY(report->takenUp > 10);
        QCOMPARE(report->messages, 38U);
        QCOMPARE(report->skipped.size(), std::size_t(3));
        QCOMPARE(contentOf(report->path), before);
    }

    void startsAnewIfTheEndIsAnotherAlsoWithoutThem()
    {
        writeUntilReadBack();
        const std::vector<PartPoint> points = m_log->points().value();
        VERIFY_OK(m_log->begin((*m_log->begun()).value()));
        for (PartPoint point : points) {
            point.sha256 = point.offset == points.back().offset ? QByteArray(32, 'x') : point.sha256;
            VERIFY_OK(m_log->add(point));
        }
        comesBack(Beginning::AnewAsMailHasChanged);
    }

    void startsAnewIfWhatWasSkippedLeftNoTraceAndIsReadNow()
    {
        const QString path = m_dir->filePath(QStringLiteral("a.part"));
        const QByteArray text = test::noise(1, 1000);
        const auto skipped = [](const char* key) {
            return SkippedMessage{{0, 0, mail::MessageKey(key)}, {Failure::Kind::MessageGone, {}, {}}};
        };
        const std::vector<SkippedMessage> before{skipped("a"), skipped("b"), skipped("c")};
        {
            ResumablePart part(*m_log, pieceSize);
            VERIFY_OK(part.begin(path, {}));
            VERIFY_OK(part.write(text));
            VERIFY_OK(part.reached({0, 0, 5}, std::span(before).first(1)));
            VERIFY_OK(part.write(text));
            VERIFY_OK(part.reached({0, 0, 9}, before));
            VERIFY_OK(part.flushAndClose());
        }
        const std::vector<PartPoint> points = m_log->points().value();
        const auto goOn = [&](const std::vector<SkippedMessage>& now) {
            ResumablePart part(*m_log, pieceSize);
            Status gone = part.openAgain(path);
            gone = gone ? part.goOn(1000, {points[1]}, 1) : gone;
            gone = gone ? part.write(text) : gone;
            gone = gone ? part.write(text) : gone;
            gone = gone ? part.reached({0, 0, 12}, now) : gone;
            return std::pair(gone.isOk(), part.hasDiffered());
        };
        const std::size_t noted = points.size();
        QCOMPARE(goOn({before[0], before[1], skipped("e")}), std::pair(false, true));
        QCOMPARE(goOn({before[0], before[1]}), std::pair(false, true));
        QCOMPARE(m_log->points()->size(), noted);
        // In another order, and one more.
        QCOMPARE(goOn({before[0], before[2], before[1], skipped("e")}), std::pair(true, false));
        QCOMPARE(m_log->points()->back().skipped.size(), std::size_t(1));
        QCOMPARE(m_log->points()->back().skipped[0].message.key, mail::MessageKey("e"));
    }

    void aFolderThatWasAwayForAMomentIsInTheArchive()
    {
        const auto fillTwo = [](MemoryMailStore& store, bool isAway) {
            for (int number = 1; number <= 30; ++number) {
                const QString folder = number <= 10 ? QStringLiteral("Kunden") : QStringLiteral("Projekte");
                store.add(folder, test::sampleMail(number, "Brief", test::noise(number, 30'000)),
                          isAway && number == 4 ? Fault::FolderGone : Fault::None);
            }
        };
        MemoryMailStore away;
        fillTwo(away, true);
        m_log->dieAt(10, true);
        QCOMPARE(write(away, options(m_dir->path())).failure().kind, Failure::Kind::MediumGone);
        MemoryMailStore store;
        fillTwo(store, false);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::WentOn);
        QCOMPARE(report->messages, 30U);
        QVERIFY(report->skipped.empty());
        JobContext job;
        const Result<ArchiveCheck> check = checkBusinessArchive(report->path, Secret(phrase), job);
        VERIFY_OK(check);
        QVERIFY(check->isIntact);
        QCOMPARE(check->messages, 30U);
    }

    void startsAnewIfTheSelectionChanged()
    {
        writeUntil(12);
        MemoryMailStore store;
        fill(store);
        std::vector<MailSelection> selection{test::selectAll(store)};
        std::vector<mail::MessageRef> fewer = selection[0].folders[0].messages.all();
        fewer.erase(fewer.begin() + 1);
        selection[0].folders[0].messages = fewer;
        JobContext job;
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::AnewAsMailHasChanged);
        QCOMPARE(report->messages, 37U);
        QCOMPARE(store.asked().size(), 40);
        QVERIFY(!QFile::exists(part()));
        QVERIFY(QFileInfo(report->path).fileName() == QStringLiteral("Übergabe.zip"));
    }

    void startsAnewIfAProgramOfAnotherFormatHasBegunIt()
    {
        writeUntil(12);
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        const JobContext job;
        const std::vector<PartPoint> points = *m_log->points();
        BegunPart begun = **m_log->begun();
        QCOMPARE(begun.plan, *planOf(selection, options(m_dir->path()), job));
        begun.plan = *planOf(selection, options(m_dir->path()), job, writtenFormat - 1);
        VERIFY_OK(m_log->begin(begun));
        for (const PartPoint& point : points) {
            VERIFY_OK(m_log->add(point));
        }
        goesOn(Beginning::AnewAsMailHasChanged);
    }

    void startsAnewIfAMessageBehindIsNotWhatItWas()
    {
        writeUntil(12);
        const quint32 done = doneIn(static_cast<quint64>(QFileInfo(part()).size()));
        MemoryMailStore store;
        fill(store);
        std::vector<MailSelection> selection{test::selectAll(store)};
        // The same keys and sizes, but the first message that is read again cannot be read any more.
        MemoryMailStore other;
        int number = 0;
        for (const FolderSelection& folder : selection[0].folders) {
            for (const mail::MessageRef& ref : folder.messages.all()) {
                const bool isUnreadable = store.raw(ref.key).isEmpty() || number == 2 || number == 20;
                other.add(folder.folder.path, store.raw(ref.key),
                          isUnreadable || number == static_cast<int>(done) ? Fault::Gone : Fault::None);
                ++number;
            }
        }
        selection[0].store = &other;
        JobContext job;
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::AnewAsMailHasChanged);
        QVERIFY(report->skipped.size() >= 4);
        QVERIFY(checkBusinessArchive(report->path, Secret(phrase), job)->isIntact);
    }

    void aCancelLeavesWhatCanBeGoneOnWith()
    {
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job = test::cancelWhen([](const Progress& progress) { return progress.done >= 30; });
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
        QCOMPARE((*lyingPart(*m_log))->path, part());
        goesOn(Beginning::WentOn, contentOf(part()));
    }

    void aMediumThatIsTooSmallNowCostsNothing()
    {
        writeUntil(12);
        const QByteArray before = contentOf(part());
        MemoryMailStore store;
        fill(store);
        rlimit unlimited = {};
        getrlimit(RLIMIT_FSIZE, &unlimited);
        const rlimit limit{static_cast<rlim_t>(before.size()) + 1000, unlimited.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        const Result<ArchiveReport> report = write(store, options(m_dir->path()));
        setrlimit(RLIMIT_FSIZE, &unlimited);
        QCOMPARE(report.failure().kind, Failure::Kind::DiskFull);
        goesOn(Beginning::WentOn, before);
    }

    void goesOnWhereTheMediumCameBackUnderAnotherPath()
    {
        writeUntil(12);
        const QByteArray before = contentOf(part());
        const QString begunIn = m_dir->path();
        auto elsewhere = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::rename(part(), elsewhere->filePath(QStringLiteral("Übergabe.zip.part"))));
        QVERIFY(QDir().rmdir(begunIn));
        QVERIFY(!*lyingPart(*m_log));
        m_dir = std::move(elsewhere);
        QCOMPARE((*lyingPart(*m_log, m_dir->path()))->path, part());
        goesOn(Beginning::WentOn, before);
    }

    void aCancelBeforeTheFirstPlaceLeavesNothing()
    {
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job = test::cancelWhen([](const Progress& progress) { return progress.done >= 1; });
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
        QVERIFY(QDir(m_dir->path()).isEmpty());
        QVERIFY(!*lyingPart(*m_log));
    }

    void goesOnIfItEndedWhileReadingBack()
    {
        writeUntilReadBack();
        const QByteArray before = contentOf(part());
        goesOn(Beginning::WentOn, before);
    }

    void saysThatItGoesOn()
    {
        writeUntil(14);
        MemoryMailStore store;
        fill(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        Progress taken;
        Progress first;
        JobContext job(
            [&](const Progress& progress) {
                if (progress.stage == Progress::Stage::TakingUp) {
                    taken = progress;
                } else if (progress.stage == Progress::Stage::Copying && first.total == 0) {
                    first = progress;
                }
            },
            std::make_shared<std::atomic_bool>(false));
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, options(m_dir->path()), Secret(phrase), job);
        VERIFY_OK(report);
        QVERIFY(report->takenUp > 0);
        QVERIFY(taken.done > 0);
        QCOMPARE(taken.total, 41);
        QVERIFY(first.done >= taken.done);
        QVERIFY(first.done >= qint64(report->takenUp));
    }

    void needsNoMoreMemoryForMuchThatIsThere()
    {
        const auto fillLarge = [](MemoryMailStore& store) {
            store.add(QStringLiteral("INBOX"), test::sampleMail(1, "klein", "x\n"));
            store.addSynthetic(QStringLiteral("INBOX"), 300LL << 20);
            store.add(QStringLiteral("INBOX"), test::sampleMail(2, "klein", "x\n"));
            store.addSynthetic(QStringLiteral("INBOX"), 100LL << 20);
        };
        ArchiveOptions large = options(m_dir->path());
        large.pieceSize = ArchiveOptions().pieceSize;
        MemoryMailStore first;
        fillLarge(first);
        const long before = peakMemory();
        m_log->dieAt(15, true);
        QVERIFY(!write(first, large));
        MemoryMailStore second;
        fillLarge(second);
        const Result<ArchiveReport> report = write(second, large);
        VERIFY_OK(report);
        QCOMPARE(report->beginning, Beginning::WentOn);
        QVERIFY2(peakMemory() - before < allowedGrowth, qPrintable(QString::number(peakMemory() - before)));
    }
};

QTEST_GUILESS_MAIN(TestArchiveResumption)
#include "tst_archive_resumption.moc"
