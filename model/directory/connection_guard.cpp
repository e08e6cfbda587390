// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/connection_guard.h"

#include "core/platform.h"

namespace staffelstab::directory {

namespace {
constexpr std::chrono::milliseconds step{50};
}

ConnectionGuard::ConnectionGuard(JobContext job) : m_job(std::move(job)), m_thread([this] { run(); }) {}

ConnectionGuard::~ConnectionGuard()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void ConnectionGuard::setSocket(qintptr socket)
{
    const std::lock_guard lock(m_mutex);
    m_socket = socket;
}

void ConnectionGuard::forgetSocket()
{
    setSocket(-1);
}

ConnectionGuard::Verdict ConnectionGuard::judged() const
{
    if (m_mayCancel && m_job.isCancelled()) {
        return Verdict::Cancelled;
    }
    return std::chrono::steady_clock::now() > m_deadline ? Verdict::TimedOut : Verdict::InTime;
}

void ConnectionGuard::shutDown() const
{
    if (m_socket == -1) {
        return;
    }
    platform::breakConnection(m_socket);
}

void ConnectionGuard::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (!m_isWatching) {
            m_changed.wait(lock);
            continue;
        }
        m_changed.wait_for(lock, step);
        if (m_isWatching && m_verdict == Verdict::InTime) {
            m_verdict = judged();
        }
        // Again at each step: the socket may be opened after the time is over.
        if (m_isWatching && m_verdict != Verdict::InTime) {
            shutDown();
        }
    }
}

ConnectionGuard::Watch::Watch(ConnectionGuard& guard, std::chrono::milliseconds timeout, bool mayCancel)
    : m_guard(guard)
{
    {
        const std::lock_guard lock(m_guard.m_mutex);
        m_guard.m_isWatching = true;
        m_guard.m_mayCancel = mayCancel;
        m_guard.m_verdict = Verdict::InTime;
        m_guard.m_deadline = std::chrono::steady_clock::now() + timeout;
    }
    m_guard.m_changed.notify_one();
}

ConnectionGuard::Watch::~Watch()
{
    const std::lock_guard lock(m_guard.m_mutex);
    m_guard.m_isWatching = false;
}

ConnectionGuard::Verdict ConnectionGuard::Watch::verdict() const
{
    const std::lock_guard lock(m_guard.m_mutex);
    return m_guard.m_verdict;
}

} // namespace staffelstab::directory
