// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace staffelstab {

/** Stands still at 18 December 2026, 14:20 UTC, until it is moved. */
class FixedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now{QDate(2026, 12, 18), QTime(14, 20), Qt::UTC};
};

} // namespace staffelstab
