// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QPointer>

namespace staffelstab {

namespace {
constexpr qint64 shortestReportGapMs = 50;
}

JobHandle::JobHandle(QObject* parent) : QObject(parent), m_cancelled(std::make_shared<std::atomic_bool>(false)) {}

void JobHandle::cancel()
{
    m_cancelled->store(true, std::memory_order_relaxed);
}

JobContext JobHandle::context()
{
    auto sinceLast = std::make_shared<QElapsedTimer>();
    auto lastStage = std::make_shared<int>(-1);
    return {[this, sinceLast, lastStage](const Progress& progress) {
                const int stage = static_cast<int>(progress.stage);
                const bool isLast = progress.total > 0 && progress.done == progress.total;
                if (*lastStage == stage && !isLast && sinceLast->isValid() &&
                    !sinceLast->hasExpired(shortestReportGapMs)) {
                    return;
                }
                *lastStage = stage;
                sinceLast->start();
                // The handle outlives the work (see startJob), so `this` is safe as context of the queued call.
                QMetaObject::invokeMethod(
                    this,
                    [this, progress] {
                        m_progress = progress;
                        Q_EMIT progressed(progress);
                    },
                    Qt::QueuedConnection);
            },
            m_cancelled};
}

} // namespace staffelstab
