// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>

namespace staffelstab {

/** What a long piece of work is doing, as facts; the page makes a sentence of it. */
struct Progress
{
    enum class Stage {
        Connecting,
        Listing,
        Scanning,
        /** Reading again what an earlier run has copied. */
        TakingUp,
        Copying,
        ReadingBack,
        Removing,
        Packing,
        Encrypting,
        Hashing,
        Changing,
        Proving,
        Sealing,
        Drawing,
        Signing
    };

    Stage stage = Stage::Listing;
    qint64 done = 0;
    /** 0 while it is not known. */
    qint64 total = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
};

/**
 * What a long piece of work sees of the outside: it can report and ask whether it should stop, nothing else.
 * Both calls are safe from the thread the work runs on. Reports may be dropped.
 */
class JobContext
{
public:
    using Report = std::function<void(const Progress&)>;

    JobContext() = default;
    JobContext(Report report, std::shared_ptr<std::atomic_bool> cancelled)
        : m_report(std::move(report)), m_cancelled(std::move(cancelled))
    {
    }

    void report(const Progress& progress) const
    {
        if (m_report) {
            m_report(progress);
        }
    }
    /** The same job for a part of the work whose own counts would confuse. */
    [[nodiscard]] JobContext silent() const { return {{}, m_cancelled}; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled && m_cancelled->load(std::memory_order_relaxed); }
    /** Ok, or Failure::Kind::Cancelled: for `if (auto go = job.mayGoOn(); !go) return go.failure();`. */
    [[nodiscard]] Status mayGoOn() const
    {
        if (isCancelled()) {
            return Failure{Failure::Kind::Cancelled, {}, {}};
        }
        return Done{};
    }

private:
    Report m_report;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

/** A running piece of work as its owner in the model sees it. Lives on the GUI thread. */
class JobHandle : public QObject
{
    Q_OBJECT
public:
    explicit JobHandle(QObject* parent = nullptr);

    /** Asks the work to stop; finished() follows with Failure::Kind::Cancelled unless it was done already. */
    void cancel();
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    /** Context for a job that is run elsewhere than through startJob() (tests, command line). */
    [[nodiscard]] JobContext context();

Q_SIGNALS:
    /** At most about 20 times a second, on the handle's thread. */
    void progressed(const staffelstab::Progress& progress);
    void finished();

private:
    std::shared_ptr<std::atomic_bool> m_cancelled;
    Progress m_progress;
};

/**
 * Runs `work(JobContext&)` on the model's own thread pool and calls `done(Result<T>)` on the owner's thread.
 * The returned handle is a child of `owner`; when the owner dies first, the work is cancelled and waited for, and
 * `done` is not called.
 */
template <typename T>
JobHandle* startJob(QObject* owner, std::function<Result<T>(JobContext&)> work, std::function<void(Result<T>)> done)
{
    struct Watched : JobHandle
    {
        using JobHandle::JobHandle;
        ~Watched() override
        {
            disconnect(&watcher, nullptr, this, nullptr);
            cancel();
            watcher.waitForFinished();
        }
        QFutureWatcher<std::shared_ptr<Result<T>>> watcher;
    };
    auto* handle = new Watched(owner);
    QObject::connect(&handle->watcher, &QFutureWatcherBase::finished, handle, [handle, done = std::move(done)] {
        const std::shared_ptr<Result<T>> result = handle->watcher.result();
        Q_EMIT handle->finished();
        handle->deleteLater();
        done(std::move(*result));
    });
    handle->watcher.setFuture(QtConcurrent::run([work = std::move(work), context = handle->context()]() mutable {
        return std::make_shared<Result<T>>(work(context));
    }));
    return handle;
}

} // namespace staffelstab
