// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QByteArray>
#include <QString>

namespace staffelstab::directory {

/** What a server answered to one request, before it is judged. */
struct LdapAnswer
{
    /** "No error" of the password policy control (draft-behera-ldap-password-policy); 0 would mean "expired". */
    static constexpr int noPolicyError = 65535;

    int code = 0;
    QString text;
    int policyError = noPolicyError;
};

/** Why a login was refused: AD says it by "data 52e" and the like in the text, others by the policy control. */
Failure loginFailure(const LdapAnswer& answer, const QString& subject);
/** Why a change of a password was refused: AD by a Windows error code in front of the text. */
Failure changeFailure(const LdapAnswer& answer, const QString& subject);
/** Why a search or another request was refused. */
Failure requestFailure(const LdapAnswer& answer, const QString& subject);

} // namespace staffelstab::directory
