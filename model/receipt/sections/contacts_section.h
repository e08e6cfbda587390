// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::receipt {

/** Who was told that the leaver goes, as counts; no name and no address. */
struct ContactsSection
{
    static constexpr const char* key = "contacts";

    struct Letters
    {
        quint32 sent = 0;
        /** Drafts or files the leaver sends. */
        quint32 handed = 0;
        quint32 refused = 0;
        /** Handed in, but its end is not known. */
        quint32 unclear = 0;

        [[nodiscard]] bool isEmpty() const { return sent + handed + refused + unclear == 0; }
    };

    /** "sent", "drafts", "files" or "none". */
    QString way;
    /** To people of private mail. */
    Letters farewells;
    /** To business contacts. */
    Letters notices;
    /** Business contacts on the list for the supervisor; 0: there is none. */
    quint32 listed = 0;
    QString csvFile;
    QByteArray csvSha256;
    QString cardFile;
    QByteArray cardSha256;
};

} // namespace staffelstab::receipt
