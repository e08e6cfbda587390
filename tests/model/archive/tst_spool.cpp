// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/spool.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;

namespace {

QByteArray everything(Spool& spool)
{
    QByteArray all;
    const Status replayed = spool.replay([&all](QByteArrayView piece) {
        all.append(piece.data(), piece.size());
        return Status(Done{});
    });
    return replayed ? all : QByteArray("failed");
}

} // namespace

class TestSpool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten_data()
    {
        QTest::addColumn<int>("inMemory");
        QTest::newRow("memory") << 1'000'000;
        QTest::newRow("file from the second piece on") << 10;
        QTest::newRow("file at once") << 0;
    }

    void givesBackWhatWasWritten()
    {
        QFETCH(int, inMemory);
        const QTemporaryDir folder;
        Spool spool(folder.path(), inMemory);
        QByteArray expected;
        for (int round = 0; round < 300; ++round) {
            const QByteArray piece(round * 7, static_cast<char>('a' + round % 26));
            expected += piece;
            QVERIFY(spool.write(piece).isOk());
        }
        QCOMPARE(spool.size(), expected.size());
        QCOMPARE(everything(spool), expected);
        QVERIFY(spool.write("more").isOk());
        QCOMPARE(everything(spool), expected + "more");
        spool.clear();
        QCOMPARE(everything(spool), QByteArray());
        QVERIFY(spool.write("new").isOk());
        QCOMPARE(everything(spool), QByteArray("new"));
    }

    void keepsNoPlaintextInItsFile()
    {
        const QTemporaryDir folder;
        Spool spool(folder.path(), 16);
        QVERIFY(spool.write(QByteArray("Chorprobe am Freitag ").repeated(100'000)).isOk());
        QByteArray seen;
        // An unnamed file of this process is still to be found below /proc.
        for (const QFileInfo& handle :
             QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::System | QDir::Files)) {
            if (handle.symLinkTarget().startsWith(folder.path())) {
                QFile file(handle.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                seen += file.readAll();
            }
        }
        QVERIFY(seen.size() > 1'000'000);
        QVERIFY(!seen.contains("Chorprobe"));
    }

    void leavesNothingBehind()
    {
        const QTemporaryDir folder;
        {
            Spool spool(folder.path(), 0);
            QVERIFY(spool.write("x").isOk());
        }
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void saysThatItsFolderIsGone()
    {
        Spool spool(QStringLiteral("/no/such/folder"), 0);
        QVERIFY(!spool.write("x").isOk());
    }
};

QTEST_GUILESS_MAIN(TestSpool)
#include "tst_spool.moc"
