// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

namespace staffelstab::receipt {

enum class Proof { Yes, No, Unverifiable };

/** How the password was replaced and what of it was proved; never the password. */
struct PasswordSection
{
    static constexpr const char* key = "password";

    /** "directory" or "it". */
    QString way;
    bool isChanged = false;
    Proof newAccepted = Proof::Unverifiable;
    Proof oldRefused = Proof::Unverifiable;
    bool isChangedTwice = false;
    QDateTime changedAt;
    /** "certificate", "code" or empty. */
    QString sealedBy;
    QString sealFileName;
    QByteArray sealSha256;
    /** For "it": who resets and when. */
    QString itName;
    QDate itDate;
};

} // namespace staffelstab::receipt
