// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab {

/** Where a mail server's users sign in by browser, and as which program (RFC 6749, RFC 7636, RFC 8252). */
struct SignInProvider
{
    QString authorizationUrl;
    QString tokenUrl;
    QString clientId;
    /** No secret: a program on a desk cannot keep one (RFC 8252, 8.5), yet some providers want it. */
    QString clientSecret;
    /** Joined by spaces. */
    QString scope;

    [[nodiscard]] bool isEmpty() const { return clientId.isEmpty(); }

    bool operator==(const SignInProvider&) const = default;
};

} // namespace staffelstab
