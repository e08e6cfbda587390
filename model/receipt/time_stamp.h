// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QByteArray>
#include <QDateTime>

namespace staffelstab::receipt {

/**
 * Asks an RFC 3161 server for a token over a SHA-256 and checks status, imprint, nonce and signature before it is
 * believed; with `cas` (PEM) its certificate must come from one of them. Goes through the system's proxy and asks a
 * second time if the first try broke off on the way. Blocks the calling (worker) thread for at most 2 x 20 s; stops
 * within 100 ms when the job is cancelled.
 */
Result<QByteArray> fetchTimeStamp(const QString& server, const QByteArray& sha256, const QByteArray& cas,
                                  JobContext& job);

struct StampFinding
{
    QDateTime time;
    /** The certificate comes from one of the CAs given. */
    bool isVouchedFor = false;
};

/**
 * The time in a token over this SHA-256; invalid if it is for something else, broken, or not made with a certificate
 * for time-stamping.
 */
StampFinding checkToken(const QByteArray& token, const QByteArray& sha256, const QByteArray& cas);

} // namespace staffelstab::receipt
