// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patient_question.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <mutex>
#include <utility>

namespace staffelstab {

namespace {

/** So many may hang at a time; each is another page, or another case that was open. */
constexpr int mostThreads = 4;
/** In ms: one that does not hang is over by then. */
constexpr int graceAtTheEnd = 1000;

QThreadPool& ownPool()
{
    // Never destroyed: that would wait for what hangs.
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(mostThreads);
        // What does not hang must not run on beside the end of the process, when static objects go.
        qAddPostRoutine([] { ownPool().waitForDone(graceAtTheEnd); });
        return made;
    }();
    return *pool;
}

} // namespace

/** Between the two threads. */
struct PatientQuestion::Wire
{
    std::mutex mutex;
    /** Null once it is gone. */
    PatientQuestion* asker;
};

PatientQuestion::PatientQuestion(QObject* parent) : QObject(parent), m_wire(std::make_shared<Wire>())
{
    m_wire->asker = this;
}

PatientQuestion::~PatientQuestion()
{
    const std::lock_guard lock(m_wire->mutex);
    m_wire->asker = nullptr;
}

void PatientQuestion::ask(Question question)
{
    if (m_isOpen) {
        m_next = std::move(question);
    } else {
        start(std::move(question));
    }
}

void PatientQuestion::forget()
{
    m_next = nullptr;
    m_isWanted = false;
}

void PatientQuestion::start(Question question)
{
    m_isOpen = true;
    m_isWanted = true;
    ownPool().start([wire = m_wire, question = std::move(question)] {
        const auto answer = std::make_shared<const Answer>(question());
        const std::lock_guard lock(wire->mutex);
        if (PatientQuestion* const asker = wire->asker; asker != nullptr) {
            QMetaObject::invokeMethod(
                asker, [asker, answer] { asker->take(*answer); }, Qt::QueuedConnection);
        }
    });
}

void PatientQuestion::take(const Answer& answer)
{
    m_isOpen = false;
    if (m_next) {
        start(std::exchange(m_next, nullptr));
    } else if (std::exchange(m_isWanted, false)) {
        answer();
    }
}

} // namespace staffelstab
