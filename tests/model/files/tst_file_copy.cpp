// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"
#include "files/file_removal.h"
#include "model/files/file_fixture.h"
#include "support/result_checks.h"

#include <QCryptographicHash>
#include <QTest>

#include <fcntl.h>

using namespace staffelstab;
using namespace staffelstab::files;
using tests::HomeFixture;
using Kind = Failure::Kind;
using Notice = CopyNotice::Kind;

namespace {

class CountingWitness : public RemovalWitness
{
public:
    Status removalBegins(quint32 files) override
    {
        begun += files;
        return Done{};
    }
    Status removed(quint32 files, qint64 bytes) override
    {
        gone = files;
        goneBytes = bytes;
        return Done{};
    }
    quint32 begun = 0;
    quint32 gone = 0;
    qint64 goneBytes = 0;
};

} // namespace

class TestFileCopy : public QObject
{
    Q_OBJECT
private:
    JobContext m_job;

    /** Everything in the home is private, to be copied to `target`. */
    CopyPlan plan(const HomeFixture& home, const QString& target, const MediumRules& rules = {})
    {
        const auto table = walkFiles({home.root()}, {}, m_job);
        FilePlan verdicts;
        verdicts.decide(QFile::encodeName(home.root()), Verdict::Private);
        auto planned =
            table ? planCopy(*table, verdicts, Verdict::Private, target, rules) : Result<CopyPlan>(table.failure());
        return planned ? std::move(*planned) : CopyPlan();
    }
    static QByteArray in(const QString& target, const QByteArray& relative)
    {
        return QFile::encodeName(target) + "/home/" + relative;
    }

private Q_SLOTS:
    void copiesWhatIsThereWithTimesAndRights()
    {
        HomeFixture home;
        QVERIFY(home.add("a.txt", "12345") && home.add("Fotos/\xff.jpg", "x") && home.add("leer/.weg", ""));
        QVERIFY(unlink(home.path("leer/.weg").constData()) == 0);
        const timespec times[2] = {{1'500'000'000, 7}, {1'600'000'000, 123'000'000}};
        QVERIFY(utimensat(AT_FDCWD, home.path("a.txt").constData(), times, 0) == 0);
        QVERIFY(utimensat(AT_FDCWD, home.path("Fotos").constData(), times, 0) == 0);
        QVERIFY(chmod(home.path("a.txt").constData(), 0640) == 0);
        const QString target = home.beside(QStringLiteral("ziel"));
        const auto report = copyFiles(plan(home, target), false, m_job);
        VERIFY_OK(report);
        QCOMPARE(report->copied.size(), std::size_t{2});
        QVERIFY(report->failed.empty());
        QCOMPARE(report->bytes, 6);
        QCOMPARE(HomeFixture::read(in(target, "a.txt")), QByteArray("12345"));
        QCOMPARE(HomeFixture::read(in(target, "Fotos/\xff.jpg")), QByteArray("x"));
        QVERIFY(HomeFixture::exists(in(target, "leer")));
        struct stat state = {};
        QVERIFY(lstat(in(target, "a.txt").constData(), &state) == 0);
        QCOMPARE(state.st_mtim.tv_sec, 1'600'000'000);
        QCOMPARE(state.st_mtim.tv_nsec, 123'000'000);
        QCOMPARE(static_cast<int>(state.st_mode & 0777), 0640);
        QVERIFY(lstat(in(target, "Fotos").constData(), &state) == 0);
        QCOMPARE(state.st_mtim.tv_sec, 1'600'000'000);
    }

    void holesStayHoles()
    {
        HomeFixture home;
        QVERIFY(home.add("gross.img", "anfang"));
        QVERIFY(truncate(home.path("gross.img").constData(), qint64{300} << 20) == 0);
        const QString target = qEnvironmentVariable("OTHER_MEDIUM") + QStringLiteral("/ziel");
        CopyPlan planned = plan(home, target);
        planned.freeBytes = -1;
        const auto report = copyFiles(planned, false, m_job);
        VERIFY_OK(report);
        struct stat state = {};
        QVERIFY(lstat(in(target, "gross.img").constData(), &state) == 0);
        QCOMPARE(state.st_size, qint64{300} << 20);
        QVERIFY(state.st_blocks * 512 < 1 << 20);
    }

    void writesAListThatSha256sumReads()
    {
        HomeFixture home;
        QVERIFY(home.add("b.txt", "2") && home.add("a\nb\\.txt", "1"));
        const QString target = home.beside(QStringLiteral("ziel"));
        const auto report = copyFiles(plan(home, target), true, m_job);
        VERIFY_OK(report);
        const QByteArray list = HomeFixture::read(QFile::encodeName(target) + "/manifest-sha256.txt");
        QCOMPARE(report->manifestSha256, Sha256::of(list));
        QCOMPARE(list, "\\" + Sha256::of("1").toHex() + "  home/a\\nb\\\\.txt\n" + Sha256::of("2").toHex() +
                           "  home/b.txt\n");
    }

    void goesOnWhereItWasStopped()
    {
        HomeFixture home;
        for (int i = 0; i < 30; ++i) {
            QVERIFY(home.add("f" + QByteArray::number(i), QByteArray(1000 + i, 'x')));
        }
        const QString target = home.beside(QStringLiteral("ziel"));
        QVERIFY(QDir().mkpath(target + QStringLiteral("/home")));
        // As a kill leaves it: some files whole, one in the middle.
        QVERIFY(QFile::copy(home.root() + QStringLiteral("/f1"), target + QStringLiteral("/home/f1")));
        QFile part(target + QStringLiteral("/home/f2.part"));
        QVERIFY(part.open(QIODevice::WriteOnly) && part.write("xx") == 2);
        part.close();
        const auto report = copyFiles(plan(home, target), false, m_job);
        VERIFY_OK(report);
        QCOMPARE(report->copied.size(), std::size_t{30});
        QCOMPARE(report->alreadyThere, 1U);
        QVERIFY(QDir(target + QStringLiteral("/home")).entryList({QStringLiteral("*.part")}).isEmpty());
        const auto again = copyFiles(plan(home, target), false, m_job);
        VERIFY_OK(again);
        QCOMPARE(again->alreadyThere, 30U);
    }

    void leavesNoPartsWhenCancelled()
    {
        HomeFixture home;
        for (int i = 0; i < 50; ++i) {
            QVERIFY(home.add("f" + QByteArray::number(i), QByteArray(1000, 'x')));
        }
        const QString target = home.beside(QStringLiteral("ziel"));
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job([cancelled](const Progress& progress) { cancelled->store(progress.bytesDone > 20000); },
                       cancelled);
        const auto report = copyFiles(plan(home, target), false, job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::Cancelled);
        QVERIFY(QDir(target + QStringLiteral("/home"))
                    .entryList({QStringLiteral("*.part")}, QDir::Files | QDir::Hidden)
                    .isEmpty());
    }

    void aFullMediumIsToldBeforeAndLeavesWholeFilesOnly()
    {
        HomeFixture home;
        for (int i = 0; i < 40; ++i) {
            QVERIFY(home.add("f" + QByteArray::number(i), QByteArray(100'000, static_cast<char>('a' + i % 26))));
        }
        const QString target = qEnvironmentVariable("SMALL_MEDIUM") + QStringLiteral("/ziel");
        CopyPlan planned = plan(home, target);
        QVERIFY(!planned.hasRoom());
        QCOMPARE(copyFiles(planned, false, m_job).failure().kind, Kind::DiskFull);
        // Where the system cannot tell the room, the medium runs full in the middle.
        planned.freeBytes = -1;
        const auto report = copyFiles(planned, false, m_job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::DiskFull);
        const QDir there(target + QStringLiteral("/home"));
        for (const QFileInfo& file : there.entryInfoList(QDir::Files | QDir::Hidden)) {
            QVERIFY(!file.fileName().endsWith(QStringLiteral(".part")));
            QCOMPARE(file.size(), 100'000);
        }
        QVERIFY(QDir(target).removeRecursively());
    }

    void overwritesNothing()
    {
        HomeFixture home;
        QVERIFY(home.add("a.txt", "neu") && home.add("b.txt", "b"));
        const QString target = home.beside(QStringLiteral("ziel"));
        QVERIFY(QDir().mkpath(target + QStringLiteral("/home")));
        QFile other(target + QStringLiteral("/home/a.txt"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("alt") == 3);
        other.close();
        const auto report = copyFiles(plan(home, target), false, m_job);
        VERIFY_OK(report);
        QCOMPARE(report->failed.size(), std::size_t{1});
        QCOMPARE(report->failed.front().why.kind, Kind::FileExists);
        QCOMPARE(HomeFixture::read(in(target, "a.txt")), QByteArray("alt"));
        QCOMPARE(report->copied.size(), std::size_t{1});
    }

    void followsNoLinkThatAppearsMeanwhile()
    {
        HomeFixture home;
        QVERIFY(home.add("a.txt", "eigen") && home.add("b.txt", "b"));
        QFile outside(home.beside(QStringLiteral("fremd.txt")));
        QVERIFY(outside.open(QIODevice::WriteOnly) && outside.write("fremd") == 5);
        outside.close();
        const QString target = home.beside(QStringLiteral("ziel"));
        const CopyPlan planned = plan(home, target);
        QVERIFY(unlink(home.path("a.txt").constData()) == 0);
        QVERIFY(home.link(QFile::encodeName(outside.fileName()), "a.txt"));
        const auto report = copyFiles(planned, false, m_job);
        VERIFY_OK(report);
        QCOMPARE(report->failed.size(), std::size_t{1});
        QCOMPARE(report->failed.front().why.kind, Kind::PathUnsafe);
        QVERIFY(!HomeFixture::exists(in(target, "a.txt")));
    }

    void tellsBeforehandWhatAMediumCannotTake()
    {
        HomeFixture home;
        QVERIFY(home.add("Foto.jpg", "1") && home.add("foto.JPG", "2") && home.add("12:30.txt", "3") &&
                home.add("gross.img", "4"));
        QVERIFY(truncate(home.path("gross.img").constData(), qint64{1} << 32) == 0);
        QVERIFY(home.link("/etc", "etc"));
        const QString target = home.beside(QStringLiteral("ziel"));
        CopyPlan planned = plan(home, target, rulesOf("vfat"));
        QCOMPARE(planned.count(Notice::TooLarge), 1U);
        QCOMPARE(planned.count(Notice::Renamed), 1U);
        QCOMPARE(planned.count(Notice::CaseClash), 1U);
        QCOMPARE(planned.count(Notice::NotCopied), 1U);
        const auto report = copyFiles(planned, false, m_job);
        VERIFY_OK(report);
        QCOMPARE(HomeFixture::read(in(target, "Foto.jpg")), QByteArray("1"));
        QCOMPARE(HomeFixture::read(in(target, "foto (2).JPG")), QByteArray("2"));
        QCOMPARE(HomeFixture::read(in(target, "12_30.txt")), QByteArray("3"));
        QVERIFY(!HomeFixture::exists(in(target, "gross.img")));
    }

    void aFatStickTakesWhatThePlanSaysAndNothingElse()
    {
        // A real FAT32 medium where the kernel has one; else its rules on another medium.
        const QString fat = qEnvironmentVariable("FAT_MEDIUM");
        qInfo("FAT32: %s", fat.isEmpty() ? "its rules on a medium without them" : "a real medium");
        const QString target = (fat.isEmpty() ? qEnvironmentVariable("OTHER_MEDIUM") : fat) + QStringLiteral("/fat");
        const MediumRules rules = fat.isEmpty() ? rulesOf("vfat") : rulesFor(target);
        QCOMPARE(rules.fileSystem, QStringLiteral("vfat"));
        HomeFixture home;
        const QByteArrayList names{
            "Foto.jpg", "foto.JPG", "12:30?.txt", "Gr\xfc\xdf.txt", "aux.txt", "ende. ", QByteArray(200, 'l') + ".txt"};
        for (const QByteArray& name : names) {
            QVERIFY(home.add(name, name));
        }
        QVERIFY(home.add("filme/film.mkv", "f"));
        QVERIFY(truncate(home.path("filme/film.mkv").constData(), qint64{5} << 30) == 0);
        const CopyPlan planned = plan(home, target, rules);
        QCOMPARE(planned.count(Notice::TooLarge), 1U);
        QCOMPARE(planned.count(Notice::Renamed), 4U);
        QCOMPARE(planned.count(Notice::CaseClash), 1U);
        QVERIFY(planned.hasRoom());
        const auto report = copyFiles(planned, false, m_job);
        VERIFY_OK(report);
        QVERIFY(report->failed.empty());
        QCOMPARE(report->copied.size(), static_cast<std::size_t>(names.size()));
        for (const CopiedFile& file : report->copied) {
            QCOMPARE(HomeFixture::read(QFile::encodeName(target) + '/' + file.place),
                     file.source.mid(file.source.lastIndexOf('/') + 1));
        }
    }

    void oneZipCannotBeLargerThanTheMediumsLargestFile()
    {
        HomeFixture home;
        QVERIFY(home.add("film.mkv", "f"));
        QVERIFY(truncate(home.path("film.mkv").constData(), qint64{5} << 30) == 0);
        CopyPlan planned = plan(home, home.beside(QStringLiteral("ziel")), rulesOfZip());
        QCOMPARE(planned.count(Notice::TooLarge), 0U);
        QVERIFY(!planned.isTooLarge());
        planned.largestWhole = rulesOf("vfat").largestFile;
        QVERIFY(planned.isTooLarge());
    }

    void refusesATargetInsideWhatIsCopied()
    {
        HomeFixture home;
        QVERIFY(home.add("a", "1"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan verdicts;
        verdicts.decide(QFile::encodeName(home.root()), Verdict::Private);
        const auto planned = planCopy(*table, verdicts, Verdict::Private, home.root() + QStringLiteral("/ziel"), {});
        QVERIFY(!planned);
        QCOMPARE(planned.failure().kind, Kind::BadInput);
    }

    void removesWhatWasCopiedAndTheFoldersThatAreEmptyThen()
    {
        HomeFixture home;
        QVERIFY(home.add("P/a", "1") && home.add("P/Q/b", "22") && home.add("dienst", "x"));
        const QString target = home.beside(QStringLiteral("ziel"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan verdicts;
        verdicts.decide(home.path("P"), Verdict::Private);
        const auto planned = planCopy(*table, verdicts, Verdict::Private, target, {});
        VERIFY_OK(planned);
        const auto report = copyFiles(*planned, false, m_job);
        VERIFY_OK(report);
        CountingWitness witness;
        const auto removed = removeCopied(*planned, report->copied, hashInFolder(*planned, m_job), {}, witness, m_job);
        VERIFY_OK(removed);
        QCOMPARE(removed->removed, 2U);
        QCOMPARE(witness.goneBytes, 3);
        QVERIFY(!HomeFixture::exists(home.path("P")));
        QVERIFY(HomeFixture::exists(home.path("dienst")));
        QCOMPARE(HomeFixture::read(in(target, "P/Q/b")), QByteArray("22"));
    }

    void neitherCopiesNorRemovesWhatBecameOffLimits()
    {
        HomeFixture home;
        QVERIFY(home.add("Maildir/cur/1", "1") && home.add("Fotos/a.jpg", "22"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan verdicts;
        verdicts.decide(QFile::encodeName(home.root()), Verdict::Private);
        // A mailbox that was added after the walk.
        OffLimits offLimits;
        offLimits.add(home.root() + QStringLiteral("/Maildir"), OffLimit::Mailbox);
        const QString target = home.beside(QStringLiteral("ziel"));
        const auto planned = planCopy(*table, verdicts, Verdict::Private, target, {}, offLimits);
        VERIFY_OK(planned);
        QCOMPARE(planned->items.size(), std::size_t{1});
        // And one that was copied before it was known to be a mailbox.
        const auto whole = planCopy(*table, verdicts, Verdict::Private, target, {});
        VERIFY_OK(whole);
        const auto report = copyFiles(*whole, false, m_job);
        VERIFY_OK(report);
        CountingWitness witness;
        const auto removed =
            removeCopied(*whole, report->copied, hashInFolder(*whole, m_job), offLimits, witness, m_job);
        VERIFY_OK(removed);
        QCOMPARE(removed->removed, 1U);
        QCOMPARE(removed->kept.size(), std::size_t{1});
        QCOMPARE(removed->kept.front().why.kind, Kind::NotPermitted);
        QCOMPARE(HomeFixture::read(home.path("Maildir/cur/1")), QByteArray("1"));
    }

    void refusesACopyThatWouldBeTheOriginal()
    {
        HomeFixture home;
        QVERIFY(home.add("a", "1"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan verdicts;
        verdicts.decide(QFile::encodeName(home.root()), Verdict::Private);
        const auto planned = planCopy(*table, verdicts, Verdict::Private, QFileInfo(home.root()).path(), {});
        QVERIFY(!planned);
        QCOMPARE(planned.failure().kind, Kind::BadInput);
    }

    void neverTakesAnOriginalForItsCopy()
    {
        HomeFixture home;
        QVERIFY(home.add("unter/brief", "lieb"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan verdicts;
        verdicts.decide(QFile::encodeName(home.root() + QStringLiteral("/unter")), Verdict::Private);
        // The root itself is undecided, and the target is the folder it lies in.
        const auto planned = planCopy(*table, verdicts, Verdict::Private, QFileInfo(home.root()).path(), {});
        VERIFY_OK(planned);
        QCOMPARE(planned->items.size(), std::size_t(1));
        const auto copied = copyFiles(*planned, false, m_job);
        VERIFY_OK(copied);
        QCOMPARE(copied->copied.size(), std::size_t(0));
        QCOMPARE(copied->failed.size(), std::size_t(1));
        // Even where somebody believes it was copied.
        const CopyItem& item = planned->items.front();
        const QByteArray sha256 = QCryptographicHash::hash("lieb", QCryptographicHash::Sha256);
        CountingWitness witness;
        const auto removed = removeCopied(*planned, {{item.source, item.place, item.bytes, sha256}},
                                          hashInFolder(*planned, m_job), {}, witness, m_job);
        VERIFY_OK(removed);
        QCOMPARE(removed->removed, 0U);
        QVERIFY(QFileInfo::exists(QFile::decodeName(item.source)));
    }

    void tellsACopyThatGoesBackWithTheComputer()
    {
        HomeFixture home;
        QVERIFY(home.add("a", "1"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        const auto staying = planCopy(*table, {}, Verdict::Private, QDir::homePath() + QStringLiteral("/neu"), {});
        VERIFY_OK(staying);
        QVERIFY(staying->staysWithComputer);
        const auto leaving = planCopy(*table, {}, Verdict::Private, qEnvironmentVariable("SMALL_MEDIUM"), {});
        VERIFY_OK(leaving);
        QVERIFY(!leaving->staysWithComputer);
    }

    void keepsWhatChangedAndWhatHasNoCopyAnyMore()
    {
        HomeFixture home;
        QVERIFY(home.add("geändert", "1") && home.add("ohne Kopie", "2") && home.add("gut", "3"));
        const QString target = home.beside(QStringLiteral("ziel"));
        const CopyPlan planned = plan(home, target);
        const auto report = copyFiles(planned, false, m_job);
        VERIFY_OK(report);
        QVERIFY(home.add("geändert", "11"));
        QVERIFY(unlink(in(target, "ohne Kopie").constData()) == 0);
        CountingWitness witness;
        const auto removed = removeCopied(planned, report->copied, hashInFolder(planned, m_job), {}, witness, m_job);
        VERIFY_OK(removed);
        QCOMPARE(removed->removed, 1U);
        QCOMPARE(removed->kept.size(), std::size_t{2});
        for (const FileProblem& kept : removed->kept) {
            QCOMPARE(kept.why.kind, Kind::FileChanged);
        }
        QCOMPARE(HomeFixture::read(home.path("geändert")), QByteArray("11"));
        QCOMPARE(HomeFixture::read(home.path("ohne Kopie")), QByteArray("2"));
        QVERIFY(!HomeFixture::exists(home.path("gut")));
    }
};

QTEST_GUILESS_MAIN(TestFileCopy)
#include "tst_file_copy.moc"
