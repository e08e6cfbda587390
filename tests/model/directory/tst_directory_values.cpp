// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/directory_values.h"

#include <QTest>

using namespace staffelstab;

class TestDirectoryValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFileTimes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QDateTime>("time");
        const QDateTime newYear(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        QTest::newRow("a date") << QByteArray("134116992000000000") << newYear;
        QTest::newRow("1970") << QByteArray("116444736000000000") << QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        QTest::newRow("must change") << QByteArray("0") << QDateTime();
        QTest::newRow("never") << QByteArray("9223372036854775807") << QDateTime();
        QTest::newRow("negative") << QByteArray("-5") << QDateTime();
        QTest::newRow("no number") << QByteArray("soon") << QDateTime();
        QTest::newRow("absent") << QByteArray() << QDateTime();
    }
    void readsFileTimes()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QDateTime, time);
        QCOMPARE(directory::fromFileTime(value), time);
    }

    void readsGeneralizedTimes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QDateTime>("time");
        const QDateTime time(QDate(2026, 11, 23), QTime(8, 30, 5), Qt::UTC);
        QTest::newRow("seconds") << QByteArray("20261123083005Z") << time;
        QTest::newRow("fraction") << QByteArray("20261123083005.123456Z") << time;
        QTest::newRow("no zone") << QByteArray("20261123083005") << QDateTime();
        QTest::newRow("month 13") << QByteArray("20261323083005Z") << QDateTime();
        QTest::newRow("absent") << QByteArray() << QDateTime();
    }
    void readsGeneralizedTimes()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QDateTime, time);
        const QDateTime read = directory::fromGeneralizedTime(value);
        QCOMPARE(read.isValid(), time.isValid());
        QVERIFY(!time.isValid() || read == time);
    }

    void readsIntervals_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("a day") << QByteArray("-864000000000") << qint64(86400);
        QTest::newRow("none") << QByteArray("0") << qint64(0);
        QTest::newRow("for ever") << QByteArray("-9223372036854775808") << qint64(922337203685);
        QTest::newRow("absent") << QByteArray() << qint64(0);
    }
    void readsIntervals()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, seconds);
        QCOMPARE(directory::secondsOfInterval(value), seconds);
    }
};

QTEST_APPLESS_MAIN(TestDirectoryValues)
#include "tst_directory_values.moc"
