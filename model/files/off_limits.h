// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>

namespace staffelstab::files {

/** Why a file or folder is none of the files that are handed over. */
enum class OffLimit : std::uint8_t {
    None,
    /** A mailbox of this handover: its messages are separated one by one. */
    Mailbox,
    /** Where a mail program keeps mail; it may be of this handover through a server. */
    MailProgram,
    /** The case itself and what this program keeps. */
    CaseFiles,
    /** What this handover wrote or is going to write there. */
    Target,
    /** Settings and caches of programs; entered only where chosen as a root. */
    Settings,
};

/**
 * Paths that are never walked, copied nor removed, whatever the leaver decides about a folder above. Compared as the
 * system sees them: through links, and without regard to case where the system has none. A path that does not exist is
 * not off limits.
 */
class OffLimits
{
public:
    void add(const QString& path, OffLimit why);
    /** What holds for exactly this existing path. */
    [[nodiscard]] OffLimit at(const QByteArray& path) const;
    /** What holds for this path or a folder that it lies in; OffLimit::Settings is not asked here. */
    [[nodiscard]] OffLimit around(const QByteArray& path) const;
    /** NotPermitted if a file is not to be touched. */
    [[nodiscard]] Status mayTouch(const QByteArray& file) const;

private:
    struct Entry
    {
        QByteArray path;
        OffLimit why = OffLimit::None;
    };
    [[nodiscard]] OffLimit atCanonical(const QByteArray& path) const;

    /** By the path in small letters; equality is left to the system. */
    QMultiHash<QString, Entry> m_entries;
};

} // namespace staffelstab::files
