// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace staffelstab {

/** Where the time comes from; tests stand their own clock in its place. */
class Clock
{
public:
    virtual ~Clock() = default;
    /** Now, in UTC. */
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace staffelstab
