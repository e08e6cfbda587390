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

    /** "directory", "helpdesk" (reset, to be changed at the next sign-in) or "it". */
    QString way;
    bool isChanged = false;
    Proof newAccepted = Proof::Unverifiable;
    Proof oldRefused = Proof::Unverifiable;
    bool isChangedTwice = false;
    QDateTime changedAt;
    /** Whether the old one was tried by Kerberos, which knows no grace period. */
    bool isByKerberos = false;
    /** The previous password may work until then in other ways; invalid: it may not. */
    QDateTime oldMayWorkUntil;
    /** For "helpdesk": the account is marked so that a new password must be chosen. */
    Proof mustChange = Proof::Unverifiable;
    QDateTime lastSetBefore;
    QDateTime lastSetAfter;
    /** Of the new password as it was drawn; 0: not known. */
    int entropyBits = 0;
    /** "certificate", "code", "letter" or empty. */
    QString sealedBy;
    QString sealFileName;
    QByteArray sealSha256;
    /** For "letter": the number printed on it. */
    QString letterNumber;
    /** For "it": who resets and when. */
    QString itName;
    QDate itDate;
};

} // namespace staffelstab::receipt
