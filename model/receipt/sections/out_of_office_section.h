// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace staffelstab::receipt {

/** What answers for the leaver, and for how long. */
struct OutOfOfficeSection
{
    static constexpr const char* key = "out_of_office";

    /** "server": installed and read back; "pasted": by the leaver's word; "none". */
    QString way;
    QDate from;
    QDate until;
    QString subject;
    QString text;
    /** Of the script on the server. */
    QByteArray sha256;
};

} // namespace staffelstab::receipt
