// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/zip_records.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace staffelstab::archive {

/** A file of a ZIP that is known as a whole, as it is and as it stands in the ZIP. */
struct WholeFile
{
    ZipEntry entry;
    QByteArray plain;
    QByteArray packed;
    /** Of a file that is unpacked: plain is what the entry says. */
    bool isSound = false;
};

/**
 * Works on files before it is their turn, on threads of its own, and gives them back in the order in which they came.
 *
 * All calls come from one thread, the owner's. A file belongs to the line from add() to take(), and one thread alone
 * works on it in between. Where take() would have to wait, the owner works along; so everything goes its way even where
 * the system has no thread left, and whatever is read, written or shown stays on the owner's thread. The destructor
 * drops what was not taken and waits for what is being worked on, one file a thread: none outlives the object.
 */
class WorkAhead
{
public:
    /** Must not throw: what it fills is allocated by whoever adds the file. */
    using Work = std::function<void(WholeFile&)>;

    /** As many as there are cores beside the owner's. */
    static int usualThreads();

    /** `makeWork` is called here, once for each thread and once for the owner, so that each has tools of its own. */
    WorkAhead(int threads, const std::function<Work()>& makeWork);
    ~WorkAhead();
    WorkAhead(const WorkAhead&) = delete;
    WorkAhead& operator=(const WorkAhead&) = delete;

    [[nodiscard]] bool isEmpty() const { return m_line.empty(); }
    /** Of all files in the line, plain and packed together. */
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    /** Whether a file of so many bytes, plain and packed together, can be added now. Always true of an empty line. */
    [[nodiscard]] bool hasRoomFor(qsizetype bytes) const;
    void add(std::unique_ptr<WholeFile> file);
    /** The oldest, worked on. The line must not be empty. */
    std::unique_ptr<WholeFile> take();

private:
    struct Place
    {
        std::unique_ptr<WholeFile> file;
        qsizetype bytes = 0;
        bool isDone = false;
    };

    /** The next that nobody works on yet; null if there is none. With the mutex held, as in workOn(). */
    Place* next();
    void workOn(Place& place, const Work& work, std::unique_lock<std::mutex>& lock);
    void run(const Work& work);
    void stop();

    /** Changed by the owner alone, with the mutex held. The last m_waiting are those nobody works on yet. */
    std::deque<Place> m_line;
    qsizetype m_bytes = 0;
    std::size_t m_waiting = 0;
    bool m_isEnding = false;
    std::mutex m_mutex;
    std::condition_variable m_added;
    std::condition_variable m_done;
    Work m_ownWork;
    std::vector<std::thread> m_threads;
};

} // namespace staffelstab::archive
