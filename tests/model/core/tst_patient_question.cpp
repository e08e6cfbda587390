// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"
#include "core/patient_question.h"

#include <QSemaphore>
#include <QTest>

using namespace staffelstab;

/** Asking what may hang. */
class TestPatientQuestion : public QObject
{
    Q_OBJECT

    QList<int> m_answered;
    /** How many of the quick ones. */
    std::shared_ptr<std::atomic_int> m_asked;
    std::shared_ptr<QSemaphore> m_asking;
    std::shared_ptr<QSemaphore> m_gate;

    /** Hangs until the gate opens. */
    PatientQuestion::Question hanging(int number)
    {
        return [this, number, asking = m_asking, gate = m_gate] {
            asking->release();
            gate->acquire();
            return [this, number] { m_answered.append(number); };
        };
    }
    PatientQuestion::Question quick(int number)
    {
        return [this, number, asked = m_asked] {
            asked->fetch_add(1);
            return [this, number] { m_answered.append(number); };
        };
    }

private Q_SLOTS:
    void init()
    {
        m_asked = std::make_shared<std::atomic_int>(0);
        m_answered.clear();
        m_asking = std::make_shared<QSemaphore>();
        m_gate = std::make_shared<QSemaphore>();
    }

    void answersOnTheThreadThatAsked()
    {
        PatientQuestion line;
        QThread* asked = nullptr;
        QThread* answered = nullptr;
        line.ask([&] {
            asked = QThread::currentThread();
            return [&] { answered = QThread::currentThread(); };
        });
        QTRY_COMPARE(answered, QThread::currentThread());
        QVERIFY(asked != answered);
    }

    void keepsOnlyTheNewestWhileOneHangs()
    {
        PatientQuestion line;
        line.ask(hanging(1));
        m_asking->acquire();
        for (int number = 2; number <= 5; ++number) {
            line.ask(quick(number));
        }
        QCoreApplication::processEvents();
        QCOMPARE(m_answered, QList<int>());
        m_gate->release();
        QTRY_COMPARE(m_answered, QList<int>({5}));
        QCOMPARE(m_asked->load(), 1);
        line.ask(quick(6));
        QTRY_COMPARE(m_answered, QList<int>({5, 6}));
    }

    void noJobWaitsBehindOneThatHangs()
    {
        PatientQuestion first;
        PatientQuestion second;
        first.ask(hanging(1));
        second.ask(hanging(2));
        m_asking->acquire(2);
        QThreadPool& jobs = *QThreadPool::globalInstance();
        const int threads = jobs.maxThreadCount();
        jobs.setMaxThreadCount(1);
        int done = 0;
        startJob<int>(
            this, [](JobContext&) -> Result<int> { return 7; }, [&done](Result<int> result) { done = *result; });
        QTRY_COMPARE(done, 7);
        jobs.setMaxThreadCount(threads);
        m_gate->release(2);
        QTRY_COMPARE(m_answered.size(), qsizetype(2));
    }

    void isNotWaitedForWhenItDies()
    {
        auto line = std::make_unique<PatientQuestion>();
        line->ask(hanging(1));
        m_asking->acquire();
        line->ask(quick(2));
        // Would never come back otherwise: the gate is closed.
        line.reset();
        m_gate->release();
        PatientQuestion next;
        next.ask(quick(3));
        QTRY_COMPARE(m_answered, QList<int>({3}));
    }

    void whatIsForgottenIsNotAnswered()
    {
        PatientQuestion line;
        line.ask(hanging(1));
        m_asking->acquire();
        line.ask(quick(2));
        line.forget();
        m_gate->release();
        line.ask(quick(3));
        QTRY_COMPARE(m_answered, QList<int>({3}));
    }
};

QTEST_GUILESS_MAIN(TestPatientQuestion)
#include "tst_patient_question.moc"
