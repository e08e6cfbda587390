// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"

#include "archive/index_text.h"
#include "core/sha256.h"
#include "model/archive/archive_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::archive;
using test::MemoryMailStore;
using Fault = MemoryMailStore::Fault;
using Container = ArchiveOptions::Container;
Q_DECLARE_METATYPE(Container)

namespace {

ArchiveOptions optionsFor(const QString& target, Container container, const QString& language = QStringLiteral("de"))
{
    return {container,
            target,
            QStringLiteral("Übergabe 4711"),
            QStringLiteral("HO-2026-0042"),
            QStringLiteral("Beispiel GmbH"),
            QStringLiteral("Lea Gehtbald"),
            QStringLiteral("Sven Vorgesetzt"),
            QDate(2026, 12, 31),
            language};
}

const QByteArray phrase = QByteArrayLiteral("sieben kurze worte");

Result<ArchiveReport> writeAll(MemoryMailStore& store, const ArchiveOptions& options)
{
    JobContext job;
    const std::vector<MailSelection> selection{test::selectAll(store)};
    return writeBusinessArchive(selection, options, Secret(phrase), job);
}

Result<ArchiveCheck> check(const QString& path, const QByteArray& passphrase = phrase)
{
    JobContext job;
    return checkBusinessArchive(path, Secret(passphrase), job);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// AddressSanitizer keeps what was freed for a while (256 MiB).
#if defined(__SANITIZE_ADDRESS__) || (defined(__has_feature) && __has_feature(address_sanitizer))
constexpr long allowedGrowth = 280;
#else
constexpr long allowedGrowth = 40;
#endif

/** Peak of this process in MiB. */
long peakMemory()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class TestBusinessArchive : public QObject
{
    Q_OBJECT

private:
    void compareBag(const QString& bag, const ArchiveReport& report, const MemoryMailStore& store)
    {
        const test::Ran sums =
            test::run(QStringLiteral("sha256sum"),
                      {QStringLiteral("-c"), QStringLiteral("--strict"), QStringLiteral("manifest-sha256.txt")}, bag);
        QVERIFY2(sums.code == 0, sums.output.constData());
        const test::Ran tags = test::run(
            QStringLiteral("sha256sum"),
            {QStringLiteral("-c"), QStringLiteral("--strict"), QStringLiteral("tagmanifest-sha256.txt")}, bag);
        QVERIFY2(tags.code == 0, tags.output.constData());
        QSet<QByteArray> found;
        qint64 bytes = 0;
        for (const QString& path : test::filesBelow(bag + QStringLiteral("/data"))) {
            found.insert(Sha256::of(contentOf(path)));
            bytes += QFileInfo(path).size();
            QVERIFY(path.size() - bag.size() - 1 <= 180);
        }
        for (const auto& [folder, refs] : store.everything()) {
            for (const mail::MessageRef& ref : refs) {
                QVERIFY(found.contains(Sha256::of(store.raw(ref.key))));
            }
        }
        const QByteArray info = contentOf(bag + QStringLiteral("/bag-info.txt"));
        QVERIFY(info.contains("External-Identifier: HO-2026-0042\n"));
        QVERIFY(info.contains("Bagging-Date: 2026-12-31\n"));
        QVERIFY(info.contains("Payload-Oxum: " + QByteArray::number(bytes) + '.' + QByteArray::number(report.messages) +
                              '\n'));
        QCOMPARE(contentOf(bag + QStringLiteral("/bagit.txt")),
                 QByteArray("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    }

private Q_SLOTS:
    void writesABagThatEveryoneCanCheck_data()
    {
        QTest::addColumn<Container>("container");
        QTest::newRow("zip") << Container::Zip;
        QTest::newRow("folder") << Container::Folder;
    }

    void writesABagThatEveryoneCanCheck()
    {
        QFETCH(Container, container);
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), container));
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QCOMPARE(report->messages, 10U);
        QVERIFY(report->skipped.empty());
        QString bag = report->path;
        if (container == Container::Zip) {
            const test::Ran outer = test::run(
                QStringLiteral("7zz"),
                {QStringLiteral("x"), QStringLiteral("-p") + QString::fromUtf8(phrase), report->path}, folder.path());
            QVERIFY2(outer.code == 0, outer.output.constData());
            const test::Ran inner = test::run(
                QStringLiteral("7zz"), {QStringLiteral("x"), QStringLiteral("Übergabe 4711.bag.zip")}, folder.path());
            QVERIFY2(inner.code == 0 && !inner.output.contains("Warn"), inner.output.constData());
            bag = folder.filePath(QStringLiteral("Übergabe 4711"));
            QCOMPARE(report->bytes, QFileInfo(report->path).size());
            QCOMPARE(report->sha256, Sha256::of(contentOf(report->path)));
        } else {
            QCOMPARE(report->sha256, Sha256::of(contentOf(bag + QStringLiteral("/tagmanifest-sha256.txt"))));
        }
        compareBag(bag, *report, store);
        const Result<ArchiveCheck> checked = check(report->path);
        QVERIFY(checked);
        QVERIFY2(checked->isIntact, qPrintable(checked->differences.join(QLatin1Char('\n'))));
        QCOMPARE(checked->messages, 10U);
        QCOMPARE(checked->sha256, report->sha256);
        QVERIFY(test::filesBelow(folder.path()).filter(QStringLiteral(".part")).isEmpty());
    }

    void makesAnIndexThatRunsNothingFromMail()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Folder));
        QVERIFY(report);
        const QByteArray start = contentOf(report->path + QStringLiteral("/index.html"));
        QVERIFY(start.contains("HO-2026-0042") && start.contains("Übergabearchiv") && start.contains("GoBD"));
        const QByteArray inbox = contentOf(report->path + QStringLiteral("/index/0001.html"));
        QVERIFY(inbox.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        QVERIFY(!inbox.contains("<script>alert"));
        QVERIFY(inbox.contains("default-src 'none'"));
        for (const QByteArray& page : {start, inbox}) {
            QVERIFY(!page.contains("http://") && !page.contains("https://") && !page.contains("src="));
        }
        qsizetype links = 0;
        for (qsizetype at = inbox.indexOf("href=\"../data"); at >= 0;
             at = inbox.indexOf("href=\"../data", at + 1), ++links) {
            const QByteArray link = inbox.mid(at + 9, inbox.indexOf('"', at + 6) - at - 9);
            QVERIFY2(QFile::exists(report->path + QLatin1Char('/') +
                                   QString::fromUtf8(QByteArray::fromPercentEncoding(link))),
                     link.constData());
        }
        QCOMPARE(links, 4);
        const QByteArray table = contentOf(report->path + QStringLiteral("/index.csv"));
        QVERIFY(table.startsWith("\xEF\xBB\xBF\"folder\",\"date_utc\""));
        QVERIFY(table.contains("\"'=HYPERLINK(1)\""));
        QCOMPARE(table.count("\r\n"), 11);
    }

    void laysASheetBesideTheArchive_data()
    {
        QTest::addColumn<Container>("container");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("German") << Container::Zip << QStringLiteral("de")
                                << QStringLiteral("Übergabe 4711-Anleitung.txt")
                                << QStringLiteral("sie ersetzt nicht das GoBD-Archiv");
        QTest::newRow("English") << Container::Zip << QStringLiteral("en")
                                 << QStringLiteral("Übergabe 4711-how-to-open.txt")
                                 << QStringLiteral("does not replace the GoBD archive");
        QTest::newRow("German folder") << Container::Folder << QStringLiteral("de")
                                       << QStringLiteral("Übergabe 4711-Anleitung.txt")
                                       << QStringLiteral("nicht verschlüsselt");
        QTest::newRow("English folder") << Container::Folder << QStringLiteral("en")
                                        << QStringLiteral("Übergabe 4711-how-to-open.txt")
                                        << QStringLiteral("not encrypted");
    }

    void laysASheetBesideTheArchive()
    {
        QFETCH(Container, container);
        QFETCH(QString, language);
        QFETCH(QString, file);
        QFETCH(QString, sentence);
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "gut", "x\n"));
        store.add(QStringLiteral("INBOX"), test::sampleMail(2, "weg", "x\n"), Fault::Gone);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), container, language));
        QVERIFY(report);
        QCOMPARE(report->sheetPath, folder.filePath(file));
        const QString sheet = QString::fromUtf8(contentOf(report->sheetPath));
        QVERIFY(sheet.contains(sentence));
        QVERIFY(sheet.contains(QStringLiteral("HO-2026-0042")));
        QVERIFY(!sheet.contains(QString::fromUtf8(phrase)));
        QVERIFY2(!sheet.contains(QLatin1Char('%')), qPrintable(sheet));
        QVERIFY(sheet.contains(QString::fromLatin1(report->sha256.toHex())));
        const test::Ran sum =
            test::run(QStringLiteral("sha256sum"), {QStringLiteral("-c"), report->sheetPath}, folder.path());
        QVERIFY2(sum.code == 0, sum.output.constData());
    }

    void saysWhichMessagesAreMissing()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "gut", "x\n"));
        store.add(QStringLiteral("INBOX"), test::sampleMail(2, "halb", "secret half\n"), Fault::FailsInTheMiddle);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Folder));
        QVERIFY(report);
        QCOMPARE(report->messages, 1U);
        QCOMPARE(report->skipped.size(), std::size_t{1});
        QCOMPARE(test::filesBelow(report->path + QStringLiteral("/data")).size(), 1);
        QVERIFY(contentOf(report->path + QStringLiteral("/index.html")).contains("Nicht lesbar"));
    }

    void findsWhatWasChangedInABag_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("difference");
        QTest::newRow("changed") << QStringLiteral("change") << QStringLiteral("differs");
        QTest::newRow("removed") << QStringLiteral("remove") << QStringLiteral("missing");
        QTest::newRow("added") << QStringLiteral("add") << QStringLiteral("not in the manifest");
        QTest::newRow("replaced by a link") << QStringLiteral("link") << QStringLiteral("is no ordinary file");
        QTest::newRow("manifest cut") << QStringLiteral("manifest") << QStringLiteral("differs");
        QTest::newRow("manifest of manifests gone")
            << QStringLiteral("seal") << QStringLiteral("tagmanifest-sha256.txt: missing");
        QTest::newRow("count changed") << QStringLiteral("oxum") << QStringLiteral("Payload-Oxum differs");
    }

    void findsWhatWasChangedInABag()
    {
        QFETCH(QString, act);
        QFETCH(QString, difference);
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Folder));
        QVERIFY(report);
        const QString victim = test::filesBelow(report->path + QStringLiteral("/data")).first();
        const auto overwrite = [](const QString& path, const QByteArray& content) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        const auto inBag = [&](const char* name) {
            return report->path + QLatin1Char('/') + QString::fromLatin1(name);
        };
        if (act == QLatin1String("change")) {
            overwrite(victim, contentOf(victim) + ' ');
        } else if (act == QLatin1String("add")) {
            overwrite(inBag("data/extra.eml"), "x");
        } else if (act == QLatin1String("manifest")) {
            const QByteArray manifest = contentOf(inBag("manifest-sha256.txt"));
            overwrite(inBag("manifest-sha256.txt"), manifest.mid(manifest.indexOf('\n') + 1));
        } else if (act == QLatin1String("oxum")) {
            overwrite(inBag("bag-info.txt"),
                      contentOf(inBag("bag-info.txt")).replace("Payload-Oxum: ", "Payload-Oxum: 1"));
        } else {
            QVERIFY(QFile::remove(act == QLatin1String("seal") ? inBag("tagmanifest-sha256.txt") : victim));
            QVERIFY(act != QLatin1String("link") || QFile::link(QStringLiteral("/etc/passwd"), victim));
        }
        const Result<ArchiveCheck> checked = check(report->path);
        QVERIFY(checked);
        QVERIFY(!checked->isIntact);
        QVERIFY2(!checked->differences.filter(difference).isEmpty(),
                 qPrintable(checked->differences.join(QLatin1Char('\n'))));
    }

    void tellsWhyItCannotCheck()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Zip));
        QVERIFY(report);
        QCOMPARE(check(report->path, "falsch").failure().kind, Failure::Kind::WrongPassphrase);
        QCOMPARE(check(report->path, {}).failure().kind, Failure::Kind::WrongPassphrase);
        QCOMPARE(check(report->sheetPath).failure().kind, Failure::Kind::NotAnArchive);
        QCOMPARE(check(folder.path()).failure().kind, Failure::Kind::NotAnArchive);
        QCOMPARE(check(folder.filePath(QStringLiteral("none"))).failure().kind, Failure::Kind::FileNotFound);
        QCOMPARE(check(QStringLiteral("/dev/zero")).failure().kind, Failure::Kind::NotAnArchive);
        QFile file(report->path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        char byte = 0;
        QVERIFY(file.peek(&byte, 1) == 1);
        byte = static_cast<char>(byte ^ 0x40);
        QVERIFY(file.write(&byte, 1) == 1);
        file.close();
        QCOMPARE(check(report->path).failure().kind, Failure::Kind::ArchiveDamaged);
    }

    void takesTheNextNameIfItsOwnIsInUse()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> first = writeAll(store, optionsFor(folder.path(), Container::Zip));
        const QByteArray before = contentOf(first->path);
        const Result<ArchiveReport> second = writeAll(store, optionsFor(folder.path(), Container::Zip));
        QVERIFY(second);
        QCOMPARE(second->path, folder.filePath(QStringLiteral("Übergabe 4711 (2).zip")));
        QCOMPARE(contentOf(first->path), before);
        QVERIFY(check(second->path)->isIntact);
    }

    void doesNotOverwriteASheetThatWasLeftAlone()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> first = writeAll(store, optionsFor(folder.path(), Container::Zip));
        const QByteArray sheet = contentOf(first->sheetPath);
        QVERIFY(QFile::remove(first->path));
        const Result<ArchiveReport> second = writeAll(store, optionsFor(folder.path(), Container::Zip));
        QCOMPARE(second->path, folder.filePath(QStringLiteral("Übergabe 4711 (2).zip")));
        QCOMPARE(contentOf(first->sheetPath), sheet);
    }

    void leavesNothingWhenCancelled_data()
    {
        QTest::addColumn<Container>("container");
        QTest::addColumn<int>("stage");
        for (const auto stage : {Progress::Stage::Copying, Progress::Stage::ReadingBack}) {
            QTest::addRow("zip %d", int(stage)) << Container::Zip << int(stage);
            QTest::addRow("folder %d", int(stage)) << Container::Folder << int(stage);
        }
    }

    void leavesNothingWhenCancelled()
    {
        QFETCH(Container, container);
        QFETCH(int, stage);
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        store.addSynthetic(QStringLiteral("INBOX"), 12 << 20);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        qint64 asked = -1;
        qint64 last = 0;
        JobContext job = test::cancelWhen([&](const Progress& progress) {
            last = progress.bytesDone;
            const bool isDue = int(progress.stage) == stage && progress.bytesDone > 3000;
            asked = isDue && asked < 0 ? last : asked;
            return isDue;
        });
        const QString target = folder.filePath(QStringLiteral("medium"));
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, optionsFor(target, container), Secret(phrase), job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
        // Stops at the next piece.
        QVERIFY2(last - asked <= 1 << 20, qPrintable(QString::number(last - asked)));
        QVERIFY(!QFileInfo::exists(target));
    }

    void refusesWhatCannotFit()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.addSynthetic(QStringLiteral("INBOX"), 1LL << 55);
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Zip));
        QCOMPARE(report.failure().kind, Failure::Kind::DiskFull);
        QCOMPARE(report.failure().subject, folder.path());
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void leavesNothingWhenTheMediumFillsUp()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.addSynthetic(QStringLiteral("INBOX"), 6 << 20);
        // A file larger than this cannot be written by this process: to it the disk is full there.
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{1 << 20, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        const Result<ArchiveReport> zip = writeAll(store, optionsFor(folder.path(), Container::Zip));
        const Result<ArchiveReport> bag = writeAll(store, optionsFor(folder.path(), Container::Folder));
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(zip.failure().kind, Failure::Kind::DiskFull);
        QCOMPARE(bag.failure().kind, Failure::Kind::DiskFull);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void saysThatItCannotWriteThere()
    {
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<ArchiveReport> report =
            writeAll(store, optionsFor(QStringLiteral("/proc/medium"), Container::Zip));
        QCOMPARE(report.failure().kind, Failure::Kind::FileNotWritable);
    }

    void wantsAPassphraseForAZip()
    {
        const QTemporaryDir folder;
        JobContext job;
        const Result<ArchiveReport> report =
            writeBusinessArchive({}, optionsFor(folder.path(), Container::Zip), Secret(), job);
        QCOMPARE(report.failure().kind, Failure::Kind::BadInput);
    }

    void archivesAnEmptySelection()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        const Result<ArchiveReport> report = writeAll(store, optionsFor(folder.path(), Container::Zip));
        QVERIFY(report);
        QVERIFY(check(report->path)->isIntact);
        QCOMPARE(check(report->path)->messages, 0U);
    }

    void keepsTwoMailboxesApart()
    {
        const QTemporaryDir folder;
        MemoryMailStore one;
        MemoryMailStore other;
        one.add(QStringLiteral("INBOX"), test::sampleMail(1, "eins", "x\n"));
        other.add(QStringLiteral("INBOX"), test::sampleMail(2, "zwei", "x\n"));
        const std::vector<MailSelection> selection{test::selectAll(one, QStringLiteral("lea@firma")),
                                                   test::selectAll(other, QStringLiteral("lea@firma"))};
        JobContext job;
        const Result<ArchiveReport> report =
            writeBusinessArchive(selection, optionsFor(folder.path(), Container::Folder), Secret(), job);
        QVERIFY(report);
        QVERIFY(QFileInfo(report->path + QStringLiteral("/data/1 lea@firma/INBOX")).isDir());
        QVERIFY(QFileInfo(report->path + QStringLiteral("/data/2 lea@firma/INBOX")).isDir());
        QVERIFY(check(report->path)->isIntact);
    }

    void needsNoMoreMemoryForAHugeMessage()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.addSynthetic(QStringLiteral("INBOX"), 20LL << 20);
        QVERIFY(writeAll(store, optionsFor(folder.path(), Container::Zip)));
        const long before = peakMemory();
        MemoryMailStore huge;
        huge.addSynthetic(QStringLiteral("INBOX"), 300LL << 20);
        const Result<ArchiveReport> report = writeAll(huge, optionsFor(folder.path(), Container::Zip));
        QVERIFY(report);
        QCOMPARE(report->messageBytes, 300LL << 20);
        QVERIFY2(peakMemory() - before < allowedGrowth, qPrintable(QString::number(peakMemory() - before)));
    }
};

QTEST_GUILESS_MAIN(TestBusinessArchive)
#include "tst_business_archive.moc"
