// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QByteArray>

namespace staffelstab::receipt {

struct HttpQuestion
{
    QString url;
    /** Empty: a GET. */
    QByteArray body;
    QByteArray contentType;
    /** Larger answers are refused. */
    qint64 answerLimit = 0;
    int timeLimitMs = 0;
};

/**
 * One HTTP exchange with a server of the trust services (time-stamp, OCSP, CRL), through the system's proxy, without
 * redirects. Blocks the calling (worker) thread; stops within 100 ms when the job is cancelled. ServerRefused where it
 * is neither the name, the way nor the time.
 */
Result<QByteArray> exchange(const HttpQuestion& question, JobContext& job);

} // namespace staffelstab::receipt
