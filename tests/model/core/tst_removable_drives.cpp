// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/removable_drives.h"

#include <QTest>

#include <algorithm>

using namespace staffelstab;

/** Sticks that are plugged in. Runs in with_small_media.sh, which mounts one where the system lets it. */
class TestRemovableDrives : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAStickWhereADesktopMountsIt()
    {
        const QString stick = qEnvironmentVariable("STICK");
        const std::vector<RemovableDrive> drives = removableDrives();
        const auto found = std::find_if(drives.begin(), drives.end(),
                                        [&stick](const RemovableDrive& drive) { return drive.root == stick; });
        qInfo("a real medium of an image: %s", stick.isEmpty() ? "not possible here" : "yes");
        QCOMPARE(found != drives.end(), !stick.isEmpty());
        if (found != drives.end()) {
            QCOMPARE(found->name, QStringLiteral("STICK"));
            QCOMPARE(found->fileSystem, QStringLiteral("ext4"));
            QVERIFY(found->bytesFree > 1 << 20);
            QVERIFY(!found->isReadOnly);
        }
    }

    void offersNeitherTheSystemsDiskNorWhatIsInMemory()
    {
        const std::vector<RemovableDrive> drives = removableDrives();
        for (const QString& root : {QStringLiteral("/"), qEnvironmentVariable("SMALL_MEDIUM")}) {
            QVERIFY2(std::none_of(drives.begin(), drives.end(),
                                  [&root](const RemovableDrive& drive) { return drive.root == root; }),
                     qPrintable(root));
        }
    }

    void knowsTheLargestFileOfAMedium_data()
    {
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<qint64>("largest");
        QTest::newRow("FAT32 as Linux says it") << QByteArray("vfat") << (qint64{1} << 32) - 1;
        QTest::newRow("FAT32 as Windows says it") << QByteArray("FAT32") << (qint64{1} << 32) - 1;
        QTest::newRow("exFAT") << QByteArray("exfat") << qint64{-1};
        QTest::newRow("NTFS") << QByteArray("ntfs") << qint64{-1};
    }
    void knowsTheLargestFileOfAMedium()
    {
        QFETCH(const QByteArray, fileSystem);
        QTEST(largestFileOn(fileSystem), "largest");
    }

    void asksTheNearestFolderThatExists()
    {
        QCOMPARE(fileSystemAt(qEnvironmentVariable("SMALL_MEDIUM") + QStringLiteral("/noch/nicht/da")),
                 QByteArray("tmpfs"));
    }
};

QTEST_GUILESS_MAIN(TestRemovableDrives)
#include "tst_removable_drives.moc"
