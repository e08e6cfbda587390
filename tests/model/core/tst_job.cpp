// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace staffelstab;

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsTheResultToTheOwnersThread()
    {
        QObject owner;
        int answer = 0;
        QThread* where = nullptr;
        startJob<int>(
            &owner, [](JobContext&) -> Result<int> { return 42; },
            [&](Result<int> result) {
                answer = result.value();
                where = QThread::currentThread();
            });
        QTRY_COMPARE(answer, 42);
        QCOMPARE(where, QThread::currentThread());
    }

    void stopsWhenCancelled()
    {
        QObject owner;
        std::optional<Failure> failure;
        JobHandle* handle = startJob<Done>(
            &owner,
            [](JobContext& job) -> Result<Done> {
                while (!job.isCancelled()) {
                    std::this_thread::yield();
                }
                return job.mayGoOn();
            },
            [&](Status status) { failure = status.failure(); });
        handle->cancel();
        QTRY_VERIFY(failure.has_value());
        QCOMPARE(failure->kind, Failure::Kind::Cancelled);
    }

    void waitsForTheWorkWhenTheOwnerDies()
    {
        auto owner = std::make_unique<QObject>();
        std::atomic_bool isOver = false;
        bool isCalled = false;
        startJob<Done>(
            owner.get(),
            [&](JobContext& job) -> Result<Done> {
                while (!job.isCancelled()) {
                    job.report({Progress::Stage::Copying, 1, 2, 0, 0});
                }
                isOver = true;
                return Done{};
            },
            [&](const Status&) { isCalled = true; });
        owner.reset();
        QVERIFY(isOver);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!isCalled);
    }

    void reportsTheLastProgressOfAStage()
    {
        QObject owner;
        bool isOver = false;
        JobHandle* handle = startJob<Done>(
            &owner,
            [](JobContext& job) -> Result<Done> {
                for (qint64 i = 1; i <= 1000; ++i) {
                    job.report({Progress::Stage::Scanning, i, 1000, 0, 0});
                }
                return Done{};
            },
            [&](const Status&) { isOver = true; });
        qint64 last = 0;
        int count = 0;
        QObject::connect(handle, &JobHandle::progressed, &owner, [&](const Progress& progress) {
            last = progress.done;
            ++count;
        });
        QTRY_VERIFY(isOver);
        QCOMPARE(last, 1000);
        QVERIFY(count < 100);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
