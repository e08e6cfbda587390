// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::receipt {

/** What becomes of the login: what was done here and read back, and what IT does when. */
struct AccountSection
{
    static constexpr const char* key = "account";

    struct Deed
    {
        /** "disabled", "enabled", "expires", "never_expires", "left_group", "joined_group", "unlocked". */
        QString kind;
        QString group;
        /** For "expires". */
        QDateTime at;
        bool isVerified = false;
    };

    /** "helpdesk" or "files". */
    QString way;
    QDate disableOn;
    QDate deleteOn;
    std::vector<Deed> deeds;
    /** Names of the files that were written for IT. */
    QStringList files;
};

} // namespace staffelstab::receipt
