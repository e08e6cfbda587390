// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace staffelstab::wizard_pages {

/**
 * How fast work goes now, not since its beginning: work that goes on has done most of it in an earlier run, a server
 * slows down, a folder of large messages follows one of small ones. Looks back 15 s, or as far as something was done.
 */
class WorkRate
{
public:
    void restart() { m_samples.clear(); }
    /** `done` of the work, whatever was done before the first call, at a time in ms. Time does not go back. */
    void add(qint64 ms, qint64 done);
    /** 0 in the first 3 s and while nothing is done. */
    [[nodiscard]] double perSecond(qint64 ms) const;

private:
    struct Sample
    {
        qint64 ms = 0;
        qint64 done = 0;
    };
    std::deque<Sample> m_samples;
};

} // namespace staffelstab::wizard_pages
