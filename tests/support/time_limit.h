// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace staffelstab::test {

/** Ends the whole test, with the name of what hangs, once a step takes longer than the limit. */
class TimeLimit
{
public:
    explicit TimeLimit(std::chrono::milliseconds limit) : m_limit(limit), m_thread([this] { watch(); }) {}
    ~TimeLimit()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOver = true;
        }
        m_changed.notify_one();
        m_thread.join();
    }
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    /** The time runs anew. */
    void step(const QString& name)
    {
        const std::lock_guard lock(m_mutex);
        m_name = name;
        m_end = std::chrono::steady_clock::now() + m_limit;
    }

private:
    void watch()
    {
        std::unique_lock lock(m_mutex);
        while (!m_isOver) {
            const auto end = m_end;
            if (m_changed.wait_until(lock, end, [this] { return m_isOver; })) {
                return;
            }
            if (m_end == end) {
                qFatal("hangs: %s", qPrintable(m_name));
            }
        }
    }

    std::chrono::milliseconds m_limit;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QString m_name = QStringLiteral("the beginning");
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::now() + m_limit;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace staffelstab::test
