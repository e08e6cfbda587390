// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/sign_in_provider.h"

#include <QDateTime>
#include <QUrl>

namespace staffelstab::mail {

/**
 * Start here for the sign-in by browser. BrowserSignIn gets the tokens while the leaver looks on; packed, they take the
 * place of the password everywhere (the key store, MailboxPasswords, openMailStore()); the IMAP client unpacks them and
 * has the access token renewed when its time is over.
 */
struct OAuthTokens
{
    Secret access;
    /** Empty where the provider gives none: when the access token is over the leaver signs in again. */
    Secret refresh;
    /** UTC; invalid if the provider does not say. */
    QDateTime expires;

    [[nodiscard]] bool isFresh(const QDateTime& now) const
    {
        return !access.isEmpty() && (!expires.isValid() || expires > now.addSecs(60));
    }
    /** The three in lines, to be kept as one secret. */
    [[nodiscard]] Secret packed() const;
    /** The other way. A secret of one line is a refresh token, as an administrator may lay it down in a file. */
    static OAuthTokens unpacked(const Secret& secret);
    [[nodiscard]] OAuthTokens clone() const { return {access.clone(), refresh.clone(), expires}; }
};

/** https, or http at 127.0.0.1. */
bool isSafeProviderUrl(const QUrl& url);

/** A token endpoint's answer (RFC 6749, 5.1); LoginRefused with the error's code for 5.2. */
Result<OAuthTokens> parseTokenAnswer(QByteArray&& json, const QString& host, const QDateTime& now);

/**
 * A fresh access token for the refresh token in `tokens` (RFC 6749, 6), over https with the system's CAs; http is for
 * 127.0.0.1 alone. LoginRefused when the provider wants the leaver to sign in again. Keeps the old refresh token where
 * no new one is given. Waits in the calling thread, which has no event loop running; cancel within 50 ms.
 */
Result<OAuthTokens> renewTokens(const SignInProvider& provider, const OAuthTokens& tokens, const JobContext& job);

} // namespace staffelstab::mail
