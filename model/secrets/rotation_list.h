// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace staffelstab::secrets {

/**
 * A secret that others must replace because the leaver knows it (BSI ORP.4): it is named, with who replaces it and
 * until when. There is no place for the secret itself, and text that looks like one is refused.
 */
struct SecretToRotate
{
    enum class Kind { SharedAccount, ServiceAccount, SecondFactor, Key, Other };
    Kind kind = Kind::SharedAccount;
    QString name;
    QString owner;
    QDate due;
    bool isDone = false;
    bool operator==(const SecretToRotate&) const = default;
};

/**
 * Whether a text might be a secret and not the name of one: "password: ...", a word of mixed classes as people and
 * machines make them, a long run of letters and digits, a private key, a code of an authenticator app.
 */
bool looksLikeSecret(const QString& text);

/** Why a line cannot be taken. */
enum class RotationFault { None, NameMissing, OwnerMissing, DueMissing, LooksLikeSecret };
RotationFault faultOf(const SecretToRotate& line);

} // namespace staffelstab::secrets
