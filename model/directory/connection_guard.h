// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace staffelstab::directory {

/**
 * Shuts a socket down from a thread of its own when a call into libldap lasts too long or the job is cancelled: inside
 * a TLS handshake libldap 2.5 with GnuTLS knows no time-out and can only be ended from outside.
 */
class ConnectionGuard
{
public:
    enum class Verdict { InTime, TimedOut, Cancelled };

    explicit ConnectionGuard(JobContext job);
    ~ConnectionGuard();
    ConnectionGuard(const ConnectionGuard&) = delete;
    ConnectionGuard& operator=(const ConnectionGuard&) = delete;

    /** The socket libldap has just opened; forget() before it closes it. */
    void setSocket(qintptr socket);
    void forgetSocket();

    /** Guards what happens during its life; one at a time. */
    class Watch
    {
    public:
        /** `mayCancel` false: a change under way on the server is waited for. */
        Watch(ConnectionGuard& guard, std::chrono::milliseconds timeout, bool mayCancel);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;
        [[nodiscard]] Verdict verdict() const;

    private:
        ConnectionGuard& m_guard;
    };

private:
    void run();
    [[nodiscard]] Verdict judged() const;
    void shutDown() const;

    JobContext m_job;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    qintptr m_socket = -1;
    bool m_isWatching = false;
    bool m_mayCancel = true;
    bool m_isEnding = false;
    std::chrono::steady_clock::time_point m_deadline;
    Verdict m_verdict = Verdict::InTime;
    std::thread m_thread;
};

} // namespace staffelstab::directory
