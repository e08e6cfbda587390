// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/work_ahead.h"

#include <QTest>

#include <atomic>
#include <latch>

using namespace staffelstab::archive;

namespace {

std::unique_ptr<WholeFile> file(int number, qsizetype bytes = 1)
{
    auto made = std::make_unique<WholeFile>();
    made->entry.offset = static_cast<quint64>(number);
    made->plain = QByteArray(bytes, 'x');
    return made;
}

/** Later files are done sooner. */
void spinLessEachTime(WholeFile& file)
{
    std::atomic<quint32> spun = 0;
    while (spun < 200'000 / (file.entry.offset % 16 + 1)) {
        ++spun;
    }
    file.entry.crc = static_cast<quint32>(file.entry.offset) + 1;
}

WorkAhead::Work makeSpin()
{
    return &spinLessEachTime;
}

} // namespace

class TestWorkAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackInTheOrderInWhichTheyCame_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {0, 1, 2, 5}) {
            QTest::addRow("%d threads", threads) << threads;
        }
    }

    void givesBackInTheOrderInWhichTheyCame()
    {
        QFETCH(int, threads);
        WorkAhead line(threads, &makeSpin);
        quint64 taken = 0;
        for (int number = 0; number < 500; ++number) {
            while (!line.hasRoomFor(1)) {
                const auto done = line.take();
                QCOMPARE(done->entry.offset, taken++);
                QCOMPARE(done->entry.crc, static_cast<quint32>(taken));
            }
            line.add(file(number));
        }
        while (!line.isEmpty()) {
            QCOMPARE(line.take()->entry.offset, taken++);
        }
        QCOMPARE(taken, quint64{500});
    }

    void holdsNoMoreThanItsBytes()
    {
        WorkAhead line(1, &makeSpin);
        constexpr qsizetype large = qsizetype{16} << 20;
        QVERIFY(line.hasRoomFor(large * 100));
        for (int number = 0; number < 2; ++number) {
            QVERIFY(line.hasRoomFor(large));
            line.add(file(number, large));
        }
        QVERIFY(!line.hasRoomFor(1));
        line.take();
        QVERIFY(line.hasRoomFor(large));
        QVERIFY(!line.hasRoomFor(large + 1));
    }

    void letsTheOwnerWorkAlongWhereItWouldWait()
    {
        // The only thread is held up by its file until the other one is done.
        std::latch isStarted(1);
        std::latch isOtherDone(1);
        WorkAhead line(1, [&]() -> WorkAhead::Work {
            return [&](WholeFile& worked) {
                if (worked.entry.offset == 0) {
                    isStarted.count_down();
                    isOtherDone.wait();
                } else {
                    isOtherDone.count_down();
                }
                worked.isSound = true;
            };
        });
        line.add(file(0));
        isStarted.wait();
        line.add(file(1));
        QVERIFY(line.take()->isSound);
        QVERIFY(line.take()->isSound);
        QVERIFY(line.isEmpty());
    }

    void dropsWhatWasNotTakenAndOutlivesNothing()
    {
        std::atomic_int running = 0;
        std::atomic_int worked = 0;
        std::latch hasBegun(1);
        {
            WorkAhead line(1, [&]() -> WorkAhead::Work {
                return [&](WholeFile& dropped) {
                    ++running;
                    if (++worked == 1) {
                        hasBegun.count_down();
                    }
                    spinLessEachTime(dropped);
                    --running;
                };
            });
            for (int number = 0; number < 60; ++number) {
                line.add(file(number * 16));
            }
            hasBegun.wait();
        }
        QCOMPARE(running.load(), 0);
        QVERIFY(worked.load() >= 1);
    }

    void givesEachThreadAndTheOwnerToolsOfTheirOwn()
    {
        int made = 0;
        const WorkAhead line(3, [&made]() -> WorkAhead::Work {
            ++made;
            return &spinLessEachTime;
        });
        QCOMPARE(made, 4);
    }
};

QTEST_GUILESS_MAIN(TestWorkAhead)
#include "tst_work_ahead.moc"
