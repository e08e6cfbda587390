// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::receipt {

/** The business archive as it lies on its medium. */
struct ArchiveSection
{
    static constexpr const char* key = "archive";

    QString fileName;
    qint64 bytes = 0;
    QByteArray sha256;
    quint32 messages = 0;
    quint32 skipped = 0;
    bool isEncrypted = false;
    /** "zip", "iso" or "folder". */
    QString container;
    QString mediumLabel;
    /** The copy that only owners of certain certificates can open; empty if there is none. */
    QString sealedFileName = {};
    QByteArray sealedSha256 = {};
    /** Empty if it was written in one run: "went_on", "went_on_before_altered", "anew_part_altered",
     * "anew_mail_changed". */
    QString beginning = {};
    /** Messages in it that an earlier run had written. */
    quint32 takenUp = 0;
};

} // namespace staffelstab::receipt
