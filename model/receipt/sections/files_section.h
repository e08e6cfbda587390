// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::receipt {

/** What became of the files: numbers and one digest, no names. */
struct FilesSection
{
    static constexpr const char* key = "files";

    quint32 businessFiles = 0;
    qint64 businessBytes = 0;
    /** SHA-256 of manifest-sha256.txt beside the business files; empty if there are none. */
    QByteArray manifestSha256;
    quint32 privateFiles = 0;
    qint64 privateBytes = 0;
    /** Of the private ones, from the company's computer. */
    quint32 removed = 0;
};

} // namespace staffelstab::receipt
