// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace staffelstab::receipt {

/** Where the leaver's answers to the consents stand: a document of its own. The receipt says none of them. */
struct ConsentsSection
{
    static constexpr const char* key = "consents";

    QString fileName;
    QByteArray sha256;
    QDateTime signedAt;
};

} // namespace staffelstab::receipt
