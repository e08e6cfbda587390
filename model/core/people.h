// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace staffelstab {

struct Person
{
    QString name;
    QString email;
    QString department;
    QString personnelNumber;

    [[nodiscard]] bool isEmpty() const { return name.isEmpty() && email.isEmpty(); }
    bool operator==(const Person&) const = default;
};

/** Who takes part in a handover and when it ends. The reason for leaving is never asked. */
struct People
{
    Person leaver;
    Person supervisor;
    Person successor;
    Person hr;
    Person dpo;
    QDate lastWorkingDay;
    /** Not before the last working day. */
    QDate endOfContract;

    bool operator==(const People&) const = default;
};

} // namespace staffelstab
