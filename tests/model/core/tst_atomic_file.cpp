// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"
#include "core/platform.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearsOnlyWhenCommitted()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("case"));
        AtomicFile file(path);
        QVERIFY(file.open().isOk());
        QVERIFY(file.write("hello").isOk());
        QVERIFY(!QFile::exists(path));
        QVERIFY(file.commit().isOk());
        QVERIFY(QFile::exists(path));
        QVERIFY(!QFile::exists(file.partPath()));
        QCOMPARE(file.sha256(), sha256OfFile(path).value());
        QVERIFY(platform::isPrivateToOwner(path));
    }

    void leavesNothingBehindWhenDropped()
    {
        const QTemporaryDir folder;
        {
            AtomicFile file(folder.filePath(QStringLiteral("x")));
            QVERIFY(file.open().isOk());
            QVERIFY(file.write("half").isOk());
            QVERIFY(file.flush().isOk());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void keepsTheOldFileWhenTheNewOneIsDropped()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QVERIFY(AtomicFile::writeWhole(path, "old").isOk());
        {
            AtomicFile file(path);
            QVERIFY(file.open().isOk());
            QVERIFY(file.write("new").isOk());
        }
        QCOMPARE(readWhole(path, 100).value(), QByteArray("old"));
    }

    void saysWhyItCannotBeOpened()
    {
        AtomicFile file(QStringLiteral("/proc/no/such/file"));
        const Status opened = file.open();
        QVERIFY(!opened.isOk());
        QCOMPARE(opened.failure().kind, Failure::Kind::FileNotFound);
    }

    void refusesToReadMoreThanTheLimit()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QVERIFY(AtomicFile::writeWhole(path, "0123456789").isOk());
        QCOMPARE(readWhole(path, 9).failure().kind, Failure::Kind::LimitExceeded);
    }

    void takesAsMuchMemoryAsThereIsToRead_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 3'000'000}) {
            QTest::newRow(qPrintable(QString::number(size))) << size;
        }
    }

    void takesAsMuchMemoryAsThereIsToRead()
    {
        QFETCH(qsizetype, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QByteArray written(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < size; ++i) {
            written[i] = static_cast<char>(i * 7 + i / 256);
        }
        QVERIFY(AtomicFile::writeWhole(path, written).isOk());
        const auto read = readWhole(path, 256L * 1024 * 1024);
        QVERIFY(read.isOk());
        QCOMPARE(read.value(), written);
        QVERIFY2(read.value().capacity() <= 2 * size + 128 * 1024,
                 qPrintable(QString::number(read.value().capacity())));
        QCOMPARE(readWhole(path, size).value(), written);
    }

    void readsWhatSaysNoSize()
    {
        const auto status = readWhole(QStringLiteral("/proc/self/status"), 1 << 20);
        QVERIFY(status.isOk());
        QVERIFY(status.value().startsWith("Name:"));
    }

    void saysTheDiskIsFull()
    {
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QCOMPARE(full.write("x", 1), -1);
        QCOMPARE(platform::lastFileError(full.fileName()).kind, Failure::Kind::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
