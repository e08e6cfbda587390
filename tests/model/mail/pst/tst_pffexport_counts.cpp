// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_store.h"
#include "model/mail/mail_recorders.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

/**
 * Counts per folder beside those of pffexport (package pff-tools): on a file this test writes, and on the public
 * samples where they stand beside the project.
 */
class TestPffexportCounts : public QObject
{
    Q_OBJECT

    struct Export
    {
        std::map<QString, int> counts;
        /** Items of a class it does not know (posts among others): it only says that it left them out. */
        int skipped = 0;
    };

    /** Items per folder that has any; the mailbox's own top is left out of the paths, as it is by our reader. */
    static Export exported(const QString& file, const QString& target)
    {
        QProcess process;
        process.start(QStringLiteral("pffexport"), {QStringLiteral("-t"), target, file});
        if (!process.waitForFinished(60'000)) {
            return {{{QStringLiteral("pffexport is missing or hangs"), 1}}, 0};
        }
        static const QRegularExpression item(QStringLiteral(
            "^(Activity|Appointment|Contact|DistributionList|Document|Meeting|Message|Note|Task)[0-9]{5}$"));
        Export found;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
            // What Outlook keeps for itself we leave out as well.
            found.skipped += line.startsWith("Skipped item ") && !line.contains("IPM.Microsoft.") ? 1 : 0;
        }
        const QDir root(target + QStringLiteral(".export"));
        QDirIterator folders(root.path(), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (folders.hasNext()) {
            const QFileInfo folder(folders.next());
            const QString path = root.relativeFilePath(folder.path());
            const QStringList levels = path.split(u'/');
            const bool isInside =
                std::any_of(levels.begin(), levels.end(), [](const QString& level) { return level.contains(item); });
            if (folder.fileName().contains(item) && !isInside) {
                ++found.counts[levels.size() > 1 ? levels.mid(1).join(u'/') : path];
            }
        }
        return found;
    }

private Q_SLOTS:
    void countsAreTheSame_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("own sample") << QString();
        const QString samples = QStringLiteral(TEST_SOURCE_DIR "/../shared/data/pst");
        for (QDirIterator at(samples, {QStringLiteral("*.pst"), QStringLiteral("*.ost")}, QDir::Files,
                             QDirIterator::Subdirectories);
             at.hasNext();) {
            const QString path = at.next();
            QTest::newRow(qPrintable(QDir(samples).relativeFilePath(path))) << path;
        }
    }

    void countsAreTheSame()
    {
        QFETCH(QString, file);
        const QTemporaryDir dir;
        if (file.isEmpty()) {
            file = dir.filePath(QStringLiteral("sample.pst"));
            test::writeSamplePst(file);
        }
        JobContext job;
        PstStore store(file, {}, true);
        const auto folders = store.folders(job);
        VERIFY_OK(folders);
        struct Counter : ScanSink
        {
            void folderBegins(int, const Folder& folder) override { path = folder.path; }
            void message(int, ScannedMessage&&) override { ++counts[path]; }
            void unreadable(int, UnreadableMessage&&) override {}
            QString path;
            std::map<QString, int> counts;
        } counter;
        VERIFY_OK(store.scan(*folders, counter, job));
        Export expected = exported(file, dir.filePath(QStringLiteral("x")));
        QStringList differences;
        int more = 0;
        for (const auto& [path, count] : counter.counts) {
            more += std::max(0, count - expected.counts[path]);
        }
        for (const auto& [path, count] : expected.counts) {
            if (counter.counts[path] < count) {
                differences.append(QStringLiteral("%1: %2 of %3").arg(path).arg(counter.counts[path]).arg(count));
            }
        }
        QCOMPARE(more, expected.skipped);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestPffexportCounts)
#include "tst_pffexport_counts.moc"
