// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <vector>

namespace staffelstab::receipt {

/** Secrets that others replace; none of them stands here. */
struct RotationSection
{
    static constexpr const char* key = "rotation";

    struct Line
    {
        QString name;
        QString owner;
        QDate due;
        bool isDone = false;
    };
    std::vector<Line> lines;
};

} // namespace staffelstab::receipt
