// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/work_ahead.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace staffelstab::archive {

namespace {
/** Work for all while the owner writes, yet done within 300 ms of a cancel: two of the largest files. */
constexpr std::size_t mostFiles = 64;
constexpr qsizetype mostBytes = 32 << 20;
/** Deflating takes three times as long as all that the owner does himself. */
constexpr int mostThreads = 3;
} // namespace

int WorkAhead::usualThreads()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()) - 1, 1, mostThreads);
}

WorkAhead::WorkAhead(int threads, const std::function<Work()>& makeWork) : m_ownWork(makeWork())
{
    std::vector<Work> works(static_cast<std::size_t>(threads));
    std::generate(works.begin(), works.end(), makeWork);
    m_threads.reserve(works.size());
    try {
        for (Work& work : works) {
            m_threads.emplace_back([this, work = std::move(work)] { run(work); });
        }
    } catch (const std::system_error&) {
        // The system has no more threads: those there are and the owner do it.
    } catch (...) {
        stop();
        throw;
    }
}

WorkAhead::~WorkAhead()
{
    stop();
}

void WorkAhead::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_added.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

bool WorkAhead::hasRoomFor(qsizetype bytes) const
{
    return m_line.empty() || (m_line.size() < mostFiles && m_bytes + bytes <= mostBytes);
}

void WorkAhead::add(std::unique_ptr<WholeFile> file)
{
    const qsizetype bytes = file->plain.size() + file->packed.size();
    {
        const std::lock_guard lock(m_mutex);
        m_line.push_back({std::move(file), bytes});
        m_bytes += bytes;
        ++m_waiting;
    }
    m_added.notify_one();
}

std::unique_ptr<WholeFile> WorkAhead::take()
{
    std::unique_lock lock(m_mutex);
    Place& oldest = m_line.front();
    while (!oldest.isDone) {
        if (Place* place = next(); place != nullptr) {
            workOn(*place, m_ownWork, lock);
        } else {
            m_done.wait(lock);
        }
    }
    std::unique_ptr<WholeFile> file = std::move(oldest.file);
    m_bytes -= oldest.bytes;
    m_line.pop_front();
    return file;
}

WorkAhead::Place* WorkAhead::next()
{
    return m_waiting == 0 ? nullptr : &m_line[m_line.size() - m_waiting--];
}

void WorkAhead::workOn(Place& place, const Work& work, std::unique_lock<std::mutex>& lock)
{
    lock.unlock();
    work(*place.file);
    lock.lock();
    place.isDone = true;
}

void WorkAhead::run(const Work& work)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_added.wait(lock, [this] { return m_isEnding || m_waiting > 0; });
        if (m_isEnding) {
            return;
        }
        workOn(*next(), work, lock);
        m_done.notify_one();
    }
}

} // namespace staffelstab::archive
