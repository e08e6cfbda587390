// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace staffelstab::receipt {

/** What the successor got on the mail server: a copy of the business mail, or leave to read folders. */
struct SuccessorSection
{
    static constexpr const char* key = "successor";

    /** "copy" or "share". */
    QString way;
    QDateTime at;
    /** The mailbox copied into, or the successor's name on the server. */
    QString target;
    /** For a copy. */
    QString folder;
    quint32 messages = 0;
    qint64 bytes = 0;
    /** The folders that may be read, as the server's own list says. */
    QStringList folders;
    /** Messages, or folders, for which it did not work. */
    quint32 failed = 0;
};

} // namespace staffelstab::receipt
