// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QByteArray>
#include <QDateTime>

namespace staffelstab::receipt {

/**
 * Asks an RFC 3161 server for a token over a SHA-256 and checks status, imprint, nonce and signature before it is
 * believed. Blocks the calling (worker) thread for at most 20 s; stops within 100 ms when the job is cancelled.
 */
Result<QByteArray> fetchTimeStamp(const QString& server, const QByteArray& sha256, JobContext& job);

/**
 * The time in a token over this SHA-256; invalid if it is for something else, broken, or not made with a certificate
 * for time-stamping. Whether that certificate deserves trust is not judged here.
 */
QDateTime timeInToken(const QByteArray& token, const QByteArray& sha256);

} // namespace staffelstab::receipt
