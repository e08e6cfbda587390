// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/work_rate.h"

namespace staffelstab::wizard_pages {

namespace {

constexpr qint64 silentMs = 3000;
constexpr qint64 lookBackMs = 15'000;
/** Reports come closer than anybody reads them. */
constexpr qint64 apartMs = 250;

} // namespace

void WorkRate::add(qint64 ms, qint64 done)
{
    const bool isTooClose = m_samples.size() > 1 && ms - m_samples[m_samples.size() - 2].ms < apartMs;
    if (isTooClose) {
        m_samples.back() = {ms, done};
    } else {
        m_samples.push_back({ms, done});
    }
    while (m_samples.size() > 2 && m_samples[1].ms <= ms - lookBackMs && m_samples[1].done < done) {
        m_samples.pop_front();
    }
}

double WorkRate::perSecond(qint64 ms) const
{
    if (m_samples.empty() || ms - m_samples.front().ms < silentMs) {
        return 0;
    }
    const Sample& first = m_samples.front();
    return static_cast<double>(m_samples.back().done - first.done) * 1000 / static_cast<double>(ms - first.ms);
}

} // namespace staffelstab::wizard_pages
