// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/progress_card.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

class TestProgressCard : public QObject
{
    Q_OBJECT

    static Progress counted(qint64 done, qint64 total) { return {Progress::Stage::Scanning, done, total, 0, 0}; }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void saysRateAndTimeLeft_data()
    {
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, qint64 done, qint64 total, double perSecond, const char* sentence) {
            QTest::newRow(name) << done << total << perSecond << QString::fromLatin1(sentence);
        };
        row("nothing known", 10, 100, 0, "");
        row("seconds", 1'000, 2'000, 50, "50 a second, about 20 second(s) left");
        row("minutes", 1'000, 1'000'000, 1'000, "1,000 a second, about 17 minute(s) left");
        row("slow", 1, 10, 0.1, "6 a minute, about 2 minute(s) left");
        row("total not known", 1'000, 0, 50, "50 a second");
        row("the last one", 1'000, 1'000, 50, "50 a second");
    }

    void saysRateAndTimeLeft()
    {
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QFETCH(double, perSecond);
        QFETCH(QString, sentence);
        QCOMPARE(ProgressCard::rateSentence(counted(done, total), perSecond), sentence);
    }

    void keepsSilentInTheFirstSeconds()
    {
        WorkRate rate;
        rate.add(0, 0);
        rate.add(2'900, 500);
        QCOMPARE(rate.perSecond(2'999), 0.0);
        QVERIFY(rate.perSecond(3'000) > 160);
    }

    void whatAnEarlierRunHasDoneIsNoSpeed()
    {
        WorkRate rate;
        for (qint64 second = 0; second <= 5; ++second) {
            rate.add(second * 1'000, 900'000 + second * 100);
        }
        QCOMPARE(rate.perSecond(5'000), 100.0);
    }

    void followsWorkThatBecomesSlower()
    {
        WorkRate rate;
        qint64 done = 0;
        qint64 ms = 0;
        for (; ms < 60'000; ms += 100) {
            rate.add(ms, done += 1'000);
        }
        QVERIFY(qAbs(rate.perSecond(ms) - 10'000) < 200);
        for (; ms < 80'000; ms += 100) {
            rate.add(ms, done += 1);
        }
        QVERIFY2(rate.perSecond(ms) < 20, qPrintable(QString::number(rate.perSecond(ms))));
    }

    void looksBackAsFarAsSomethingWasDone()
    {
        // One message of gigabytes a minute.
        WorkRate rate;
        for (qint64 second = 0; second <= 150; ++second) {
            rate.add(second * 1'000, second / 60);
        }
        const double perSecond = rate.perSecond(150'000);
        QVERIFY2(perSecond > 0.005 && perSecond < 0.05, qPrintable(QString::number(perSecond)));
    }

    void forgetsTheStageBefore()
    {
        WorkRate rate;
        rate.add(0, 0);
        rate.add(5'000, 5'000);
        rate.restart();
        QCOMPARE(rate.perSecond(10'000), 0.0);
    }
};

QTEST_MAIN(TestProgressCard)
#include "tst_progress_card.moc"
