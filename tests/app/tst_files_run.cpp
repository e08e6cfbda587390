// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

/** Files without a window: private ones in a ZIP of their own. */
class TestFilesRun : public QObject
{
    Q_OBJECT
private:
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static int unpack(const QString& zip, const QString& to, const QString& passphrase)
    {
        return QProcess::execute(QStringLiteral("7zz"),
                                 {QStringLiteral("x"), QStringLiteral("-bso0"), QStringLiteral("-p") + passphrase,
                                  QStringLiteral("-o") + to, zip});
    }
    static QString answers(const Desk& desk)
    {
        desk.write(QStringLiteral("stick.pw"), "mein langer Satz\n", true);
        const QString file = desk.writeAnswers("rest = \"business\"\n", desk.wholeHandover());
        desk.changeAnswers("private_target = \"out/stick\"\n",
                           "private_target = \"out/stick\"\npassphrase_file = \"stick.pw\"\n");
        return file;
    }

private Q_SLOTS:
    void private_files_go_into_a_zip_and_are_removed_then()
    {
        const Desk desk;
        const Outcome run = desk.call({QStringLiteral("run"), answers(desk), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 1, run.errors.constData()); // open: IT still has to reset the password
        const QStringList zips = QDir(desk.path(QStringLiteral("out/stick"))).entryList(QDir::Files);
        QCOMPARE(zips.size(), 1);
        QVERIFY(!QFile::exists(desk.path(QStringLiteral("schreibtisch/Privat"))));
        QVERIFY(QFile::exists(desk.path(QStringLiteral("schreibtisch/Notiz.txt"))));
        const QString zip = desk.path(QStringLiteral("out/stick/") + zips.first());
        const QString out = desk.path(QStringLiteral("home/ausgepackt"));
        QCOMPARE(unpack(zip, out, QStringLiteral("mein langer Satz")), 0);
        QCOMPARE(unpack(out + QLatin1Char('/') + zips.first(), out, {}), 0);
        const QString top = out + QLatin1Char('/') + QString(zips.first()).chopped(4);
        QCOMPARE(contentOf(top + QStringLiteral("/schreibtisch/Privat/Brief an Oma.txt")), QByteArray("Liebe Oma"));
        for (const QString& written : desk.writtenFiles()) {
            QVERIFY2(written.startsWith(out) || !contentOf(written).contains("Liebe Oma"), qPrintable(written));
        }
    }

    void a_run_that_was_killed_later_writes_no_second_zip()
    {
        const Desk desk;
        const QString file = answers(desk);
        const Outcome killed =
            desk.call({QStringLiteral("run"), file, QStringLiteral("--json")}, [](const QJsonObject& event) {
                return event[QStringLiteral("step")] == QStringLiteral("files") &&
                       event[QStringLiteral("state")] == QStringLiteral("done");
            });
        QVERIFY(killed.isKilled);
        const Outcome run = desk.call({QStringLiteral("run"), file, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 1, run.errors.constData());
        QVERIFY(!QFile::exists(desk.path(QStringLiteral("schreibtisch/Privat"))));
        QCOMPARE(QDir(desk.path(QStringLiteral("out/stick"))).entryList({QStringLiteral("*.zip")}).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFilesRun)
#include "tst_files_run.moc"
