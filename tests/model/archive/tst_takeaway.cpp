// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/takeaway.h"

#include "archive/mbox_format.h"
#include "archive/takeaway_read_back.h"
#include "model/archive/archive_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::archive;
using test::MemoryMailStore;
using Fault = MemoryMailStore::Fault;
using Format = TakeawayOptions::Format;
Q_DECLARE_METATYPE(Format)

namespace {

const QByteArray phrase = QByteArrayLiteral("nur für mich");

Result<TakeawayReport> take(MemoryMailStore& store, const QString& target, Format format,
                            const QByteArray& passphrase = {})
{
    JobContext job;
    const std::vector<MailSelection> selection{test::selectAll(store)};
    return writeTakeaway(selection, {format, target, QStringLiteral("Meine Post")}, Secret(passphrase), job);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** An independent, simple reader: messages stand between lines that begin with "From ". */
QList<QByteArray> messagesOf(const QByteArray& mbox)
{
    QList<QByteArray> messages;
    for (qsizetype at = 0; at < mbox.size();) {
        const qsizetype start = mbox.indexOf('\n', at) + 1;
        qsizetype next = mbox.indexOf("\nFrom ", start - 1);
        next = next < 0 ? mbox.size() : next + 1;
        QByteArray raw = mbox.mid(start, next - start);
        raw.chop(raw.endsWith("\r\n\r\n") ? 2 : 1);
        MboxQuoting quoting(MboxQuoting::Way::Unquote);
        QByteArray plain;
        quoting.convert(raw, plain);
        quoting.finish(plain);
        messages += plain;
        at = next;
    }
    return messages;
}

} // namespace

class TestTakeaway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryMessageBackByteForByte_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("mbox") << Format::Mbox << false;
        QTest::newRow("eml") << Format::Eml << false;
        QTest::newRow("mbox in a ZIP") << Format::Mbox << true;
        QTest::newRow("eml in a ZIP") << Format::Eml << true;
    }

    void bringsEveryMessageBackByteForByte()
    {
        QFETCH(Format, format);
        QFETCH(bool, isEncrypted);
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<TakeawayReport> report =
            take(store, folder.filePath(QStringLiteral("stick")), format, isEncrypted ? phrase : QByteArray());
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QCOMPARE(report->isEncrypted, isEncrypted);
        QCOMPARE(report->copied.size(), std::size_t{10});
        QString copy = report->path;
        if (isEncrypted) {
            QCOMPARE(report->bytesOnMedium, QFileInfo(report->path).size());
            const test::Ran listing =
                test::run(QStringLiteral("7zz"), {QStringLiteral("l"), report->path}, folder.path());
            QVERIFY(!listing.output.contains("Verein"));
            const test::Ran outer = test::run(
                QStringLiteral("7zz"),
                {QStringLiteral("x"), QStringLiteral("-p") + QString::fromUtf8(phrase), report->path}, folder.path());
            QVERIFY2(outer.code == 0, outer.output.constData());
            const test::Ran inner = test::run(QStringLiteral("7zz"),
                                              {QStringLiteral("x"), QStringLiteral("Meine Post.zip")}, folder.path());
            QVERIFY2(inner.code == 0 && !inner.output.contains("Warn"), inner.output.constData());
            copy = folder.filePath(QStringLiteral("Meine Post"));
        }
        QList<QByteArray> found;
        for (const QString& path : test::filesBelow(copy)) {
            found += format == Format::Mbox ? messagesOf(contentOf(path)) : QList<QByteArray>{contentOf(path)};
        }
        const MailSelection selection = test::selectAll(store);
        for (const CopiedMessage& message : report->copied) {
            const FolderSelection& from = selection.folders[static_cast<std::size_t>(message.folder)];
            QByteArray raw = store.raw(from.messages.at(message.number).key);
            QCOMPARE(message.sha256, Sha256::of(raw));
            // An mbox ends every message with a line end; the rest of the bytes is the same.
            raw += format == Format::Mbox && !raw.endsWith('\n') ? "\n" : "";
            QVERIFY2(found.contains(raw), raw.constData());
        }
        QCOMPARE(found.size(), 10);
    }

    void carriesMailThatNoOneCanParse_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("made up") << QString();
        const QDir samples(QStringLiteral(TEST_SOURCE_DIR "/../shared/data"));
        for (const QString& name : {QStringLiteral("mime_malformed"), QStringLiteral("mail_attacks")}) {
            if (samples.exists(name)) {
                QTest::addRow("%s", qPrintable(name)) << samples.filePath(name);
            }
        }
    }

    void carriesMailThatNoOneCanParse()
    {
        QFETCH(QString, folder);
        MemoryMailStore store;
        int number = 0;
        for (const QByteArray& raw :
             {QByteArray(), QByteArray(10, '\0'), QByteArray("\n\n"), QByteArray("no header at all"),
              QByteArray("From "), QByteArray("Subject: =?x?b?").repeated(1000), QByteArray(100'000, '>')}) {
            store.add(QStringLiteral("Seltsam"), raw);
            ++number;
        }
        for (const QString& path : folder.isEmpty() ? QStringList() : test::filesBelow(folder)) {
            if (QFileInfo(path).size() < (1 << 20) && number < 1000) {
                store.add(QFileInfo(path).path().mid(folder.size() + 1), contentOf(path));
                ++number;
            }
        }
        const QTemporaryDir stick;
        for (const Format format : {Format::Mbox, Format::Eml}) {
            const Result<TakeawayReport> report = take(store, stick.path(), format);
            QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
            QCOMPARE(report->copied.size(), static_cast<std::size_t>(number));
        }
        QCOMPARE(take(store, stick.path(), Format::Eml, phrase)->copied.size(), static_cast<std::size_t>(number));
    }

    void namesFilesAfterTheMailFolders()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<TakeawayReport> report = take(store, folder.path(), Format::Mbox);
        QVERIFY(report);
        QStringList names;
        for (const QString& path : test::filesBelow(report->path)) {
            names += path.mid(report->path.size() + 1);
        }
        names.sort();
        const QStringList expected{QStringLiteral("INBOX.mbox"),
                                   QStringLiteral("Leer.mbox"),
                                   QStringLiteral("Ordner mit Umläuten.mbox"),
                                   QStringLiteral("Privat.mbox.mbox"),
                                   QStringLiteral("Privat/Verein.mbox"),
                                   QStringLiteral("_CON/_/_aux.txt.mbox"),
                                   QStringLiteral("privat (2)/VEREIN.mbox")};
        QCOMPARE(names, expected);
    }

    void neverCountsASkippedMessageAsCopied_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("mbox") << Format::Mbox << false;
        QTest::newRow("eml") << Format::Eml << false;
        QTest::newRow("mbox in a ZIP") << Format::Mbox << true;
    }

    void neverCountsASkippedMessageAsCopied()
    {
        QFETCH(Format, format);
        QFETCH(bool, isEncrypted);
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "a", "first\n"));
        store.add(QStringLiteral("INBOX"), test::sampleMail(2, "b", QByteArray("half ").repeated(1000)),
                  Fault::FailsInTheMiddle);
        store.add(QStringLiteral("INBOX"), test::sampleMail(3, "c", "gone\n"), Fault::Gone);
        store.add(QStringLiteral("INBOX"), test::sampleMail(4, "d", "last\n"));
        const Result<TakeawayReport> report = take(store, folder.path(), format, isEncrypted ? phrase : QByteArray());
        QVERIFY(report);
        QCOMPARE(report->copied.size(), std::size_t{2});
        QCOMPARE(report->skipped.size(), std::size_t{2});
        QCOMPARE(report->skipped[1].why.kind, Failure::Kind::MessageGone);
        for (const QString& path : test::filesBelow(report->path)) {
            QVERIFY(!contentOf(path).contains("half"));
        }
    }

    void noticesWhatTheMediumChanged_data()
    {
        QTest::addColumn<bool>("isMbox");
        QTest::newRow("mbox") << true;
        QTest::newRow("eml") << false;
    }

    void noticesWhatTheMediumChanged()
    {
        QFETCH(bool, isMbox);
        const QByteArray written("From x\n>From me\n\n\nFrom y\nsecond\n\n");
        const std::vector<PlacedFile> files =
            isMbox ? std::vector<PlacedFile>{{"a.mbox",
                                              true,
                                              {{7, 10, Sha256::of("From me\n\n")}, {25, 7, Sha256::of("second\n")}}}}
                   : std::vector<PlacedFile>{{"a.mbox", false, {{0, written.size(), Sha256::of(written)}}}};
        const auto isSame = [&files](const QByteArray& read, qsizetype piece) {
            TakeawayReadBack check(files);
            bool isOk = check.begin("a.mbox").isOk();
            for (qsizetype at = 0; at < read.size() && isOk; at += piece) {
                isOk = check.piece(QByteArrayView(read).sliced(at, std::min(piece, read.size() - at))).isOk();
            }
            return isOk && check.end().isOk() && check.finish().isOk();
        };
        for (const qsizetype piece : {1, 5, 1000}) {
            QVERIFY(isSame(written, piece));
            QVERIFY(!isSame(written.chopped(3), piece));
            QVERIFY(!isSame({}, piece));
            QByteArray changed = written;
            changed[26] = 'X';
            QVERIFY(!isSame(changed, piece));
        }
    }

    void leavesNothingWhenCancelled_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("isEncrypted");
        QTest::addColumn<int>("stage");
        for (const auto stage : {Progress::Stage::Copying, Progress::Stage::ReadingBack}) {
            QTest::addRow("mbox %d", int(stage)) << Format::Mbox << false << int(stage);
            QTest::addRow("eml %d", int(stage)) << Format::Eml << false << int(stage);
            QTest::addRow("ZIP %d", int(stage)) << Format::Mbox << true << int(stage);
        }
    }

    void leavesNothingWhenCancelled()
    {
        QFETCH(Format, format);
        QFETCH(bool, isEncrypted);
        QFETCH(int, stage);
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        store.addSynthetic(QStringLiteral("INBOX"), 12 << 20);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        JobContext job = test::cancelWhen(
            [stage](const Progress& progress) { return int(progress.stage) == stage && progress.bytesDone > 300; });
        const Result<TakeawayReport> report = writeTakeaway(selection, {format, folder.path(), QStringLiteral("x")},
                                                            Secret(isEncrypted ? phrase : QByteArray()), job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Failure::Kind::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void leavesNothingWhenTheMediumFillsUp()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "klein", "x\n"));
        store.addSynthetic(QStringLiteral("INBOX"), 6 << 20);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{1 << 20, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        QList<Failure::Kind> kinds;
        for (const Format format : {Format::Mbox, Format::Eml}) {
            kinds += take(store, folder.path(), format).failure().kind;
            kinds += take(store, folder.path(), format, phrase).failure().kind;
        }
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(kinds, QList<Failure::Kind>(4, Failure::Kind::DiskFull));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void removesWhatAKilledRunLeft()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("Meine Post.part/INBOX")));
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "x", "x\n"));
        QVERIFY(take(store, folder.path(), Format::Eml));
        QCOMPARE(test::filesBelow(folder.path()).size(), 1);
    }

    void followsNoLinkWhenItCleansUp()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("precious")));
        QFile keep(folder.filePath(QStringLiteral("precious/keep")));
        QVERIFY(keep.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("precious")),
                            folder.filePath(QStringLiteral("stick-Meine Post.part"))));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("stick")));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("precious")),
                            folder.filePath(QStringLiteral("stick/Meine Post.part"))));
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "x", "x\n"));
        QVERIFY(take(store, folder.filePath(QStringLiteral("stick")), Format::Eml));
        QVERIFY(keep.exists());
    }

    void takesTheNextNameIfItsOwnIsInUse()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "x", "x\n"));
        QVERIFY(take(store, folder.path(), Format::Eml));
        QCOMPARE(take(store, folder.path(), Format::Eml)->path, folder.filePath(QStringLiteral("Meine Post (2)")));
        QCOMPARE(take(store, folder.path(), Format::Eml)->path, folder.filePath(QStringLiteral("Meine Post (3)")));
    }

    void refusesWhatCannotFit()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        store.addSynthetic(QStringLiteral("INBOX"), 1LL << 55);
        const Result<TakeawayReport> report = take(store, folder.path(), Format::Mbox);
        QCOMPARE(report.failure().kind, Failure::Kind::DiskFull);
        QCOMPARE(report.failure().subject, folder.path());
    }

    void saysThatItCannotWriteThere()
    {
        MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "x", "x\n"));
        QCOMPARE(take(store, QStringLiteral("/proc/stick"), Format::Mbox).failure().kind,
                 Failure::Kind::FileNotWritable);
        QVERIFY(!take(store, QStringLiteral("/proc"), Format::Mbox).isOk());
    }

    void isForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        MemoryMailStore store;
        test::fillWithTraps(store);
        const Result<TakeawayReport> report = take(store, folder.path(), Format::Eml);
        QVERIFY(report);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(report->path) & others));
        for (const QString& path : test::filesBelow(report->path)) {
            QVERIFY(!(QFile::permissions(path) & others));
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeaway)
#include "tst_takeaway.moc"
