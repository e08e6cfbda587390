// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/part_log.h"

namespace staffelstab::test {

/** A log in memory that lets the writing end at a point that is wanted, just before or just after it was noted. */
class MemoryPartLog final : public archive::PartLog
{
public:
    void dieAt(int point, bool isNoted)
    {
        m_left = point;
        m_isNoted = isNoted;
    }
    [[nodiscard]] int added() const { return m_added; }

    Status begin(const archive::BegunPart& part) override
    {
        m_begun = part;
        m_points.clear();
        return Done{};
    }
    Status add(const archive::PartPoint& point) override
    {
        ++m_added;
        const bool isLast = m_left > 0 && --m_left == 0;
        if (!isLast || m_isNoted) {
            m_points.push_back(point);
        }
        return isLast ? Status(Failure{Failure::Kind::MediumGone, {}, {}}) : Status(Done{});
    }
    Status forget() override
    {
        m_begun.reset();
        m_points.clear();
        return Done{};
    }
    Result<std::optional<archive::BegunPart>> begun() override { return m_begun; }
    Result<std::vector<archive::PartPoint>> points() override { return m_points; }

private:
    std::optional<archive::BegunPart> m_begun;
    std::vector<archive::PartPoint> m_points;
    int m_left = 0;
    int m_added = 0;
    bool m_isNoted = false;
};

} // namespace staffelstab::test
