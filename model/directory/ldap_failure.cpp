// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_failure.h"

#include <QRegularExpression>

#include <ldap.h>

#include <optional>

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

/** The number after "data" in AD's bind refusal (MS-ADTS 5.1.1.1; Win32 error codes in hexadecimal). */
std::optional<uint> bindReason(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("\\bdata ([0-9a-fA-F]{1,8}),"));
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? std::optional<uint>(match.captured(1).toUInt(nullptr, 16)) : std::nullopt;
}

/** The Win32 error code that AD puts in front of other texts. */
std::optional<uint> windowsCode(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9A-Fa-f]{8}):"));
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? std::optional<uint>(match.captured(1).toUInt(nullptr, 16)) : std::nullopt;
}

Kind kindOfBindReason(uint reason)
{
    switch (reason) {
    case 0x530: // not at this hour
    case 0x531: // not from this workstation
        return Kind::NotPermitted;
    case 0x532:
        return Kind::PasswordExpired;
    case 0x533:
        return Kind::AccountDisabled;
    case 0x701:
        return Kind::AccountExpired;
    case 0x773:
        return Kind::PasswordMustChange;
    case 0x775:
        return Kind::AccountLocked;
    default: // 525 no such user, 52e wrong password: told apart for nobody
        return Kind::LoginRefused;
    }
}

std::optional<Kind> kindOfPolicyError(int error)
{
    switch (error) {
    case 0:
        return Kind::PasswordExpired;
    case 1:
        return Kind::AccountLocked;
    case 2:
        return Kind::PasswordMustChange;
    case 3:
        return Kind::NotPermitted;
    case 4:
        return Kind::LoginRefused;
    case 5:
    case 6:
    case 8:
        return Kind::PasswordPolicyRefused;
    case 7:
        return Kind::PasswordTooYoung;
    default:
        return {};
    }
}

Kind kindOfCode(int code)
{
    switch (code) {
    case LDAP_STRONG_AUTH_REQUIRED:
    case LDAP_CONFIDENTIALITY_REQUIRED:
        return Kind::NoEncryption;
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_INAPPROPRIATE_AUTH:
        return Kind::LoginRefused;
    case LDAP_INSUFFICIENT_ACCESS:
        return Kind::NotPermitted;
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_NO_RESULTS_RETURNED:
        return Kind::NoSuchEntry;
    case LDAP_INVALID_DN_SYNTAX:
    case LDAP_FILTER_ERROR:
        return Kind::BadInput;
    case LDAP_SIZELIMIT_EXCEEDED:
    case LDAP_ADMINLIMIT_EXCEEDED:
        return Kind::LimitExceeded;
    case LDAP_TIMELIMIT_EXCEEDED:
    case LDAP_TIMEOUT:
        return Kind::TimedOut;
    case LDAP_PROTOCOL_ERROR:
    case LDAP_DECODING_ERROR:
        return Kind::ProtocolError;
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
        return Kind::ConnectionLost;
    default:
        return Kind::ServerRefused;
    }
}

Failure failure(Kind kind, const LdapAnswer& answer, const QString& subject)
{
    return {kind, subject, QStringLiteral("LDAP %1: %2").arg(answer.code).arg(answer.text.trimmed())};
}

bool isTooYoungInWords(const LdapAnswer& answer)
{
    return answer.text.contains(QLatin1String("too young"), Qt::CaseInsensitive);
}

/** RFC 3062 has no code of its own for a wrong old password; OpenLDAP says it in words. */
bool isOldPasswordInWords(const LdapAnswer& answer)
{
    return answer.code == LDAP_UNWILLING_TO_PERFORM &&
           answer.text.contains(QLatin1String("old password"), Qt::CaseInsensitive);
}

} // namespace

Failure loginFailure(const LdapAnswer& answer, const QString& subject)
{
    if (const std::optional<Kind> kind = kindOfPolicyError(answer.policyError)) {
        return failure(*kind, answer, subject);
    }
    const std::optional<uint> reason = bindReason(answer.text);
    if (answer.code == LDAP_INVALID_CREDENTIALS && reason) {
        return failure(kindOfBindReason(*reason), answer, subject);
    }
    return failure(kindOfCode(answer.code), answer, subject);
}

Failure changeFailure(const LdapAnswer& answer, const QString& subject)
{
    if (const std::optional<Kind> kind = kindOfPolicyError(answer.policyError)) {
        return failure(*kind, answer, subject);
    }
    const std::optional<uint> windows = windowsCode(answer.text);
    constexpr uint invalidPassword = 0x56;
    constexpr uint passwordRestriction = 0x52d;
    constexpr uint generalFailure = 0x1f;
    if (windows == invalidPassword || isOldPasswordInWords(answer)) {
        return failure(Kind::LoginRefused, answer, subject);
    }
    if (isTooYoungInWords(answer)) {
        return failure(Kind::PasswordTooYoung, answer, subject);
    }
    if (windows == passwordRestriction || (!windows && answer.code == LDAP_CONSTRAINT_VIOLATION)) {
        return failure(Kind::PasswordPolicyRefused, answer, subject);
    }
    if (windows == generalFailure && answer.code == LDAP_UNWILLING_TO_PERFORM) {
        return failure(Kind::NoEncryption, answer, subject);
    }
    return failure(answer.code == LDAP_CONSTRAINT_VIOLATION ? Kind::PasswordPolicyRefused : kindOfCode(answer.code),
                   answer, subject);
}

Failure requestFailure(const LdapAnswer& answer, const QString& subject)
{
    return failure(kindOfCode(answer.code), answer, subject);
}

} // namespace staffelstab::directory
