// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/oauth/oauth_tokens.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace staffelstab::mail {

/**
 * The leaver signs in at the provider with the browser (RFC 8252): authorisation code with PKCE (RFC 7636, S256), state
 * checked, the answer comes to a port of 127.0.0.1 that is open for this one sign-in. No password passes through this
 * program. Lives on a thread with an event loop; when the object dies the port is closed and nothing more is told.
 */
class BrowserSignIn : public QObject
{
    Q_OBJECT
public:
    /** `user`: the address the provider may propose. `closingText`: what the browser shows at the end, plain text. */
    BrowserSignIn(SignInProvider provider, const QString& user, const QString& closingText, QObject* parent = nullptr);
    ~BrowserSignIn() override;

    /** browserWanted() follows, or failed() with NoEncryption or BadInput if the provider's addresses are of no use. */
    void start();

Q_SIGNALS:
    /** To be opened in the leaver's browser. */
    void browserWanted(const QUrl& url);
    /** OAuthTokens::packed(); the secret is for the one who takes it. */
    void succeeded(const std::shared_ptr<staffelstab::Secret>& tokens);
    /** LoginRefused when the leaver or the provider said no, TimedOut after ten minutes. */
    void failed(const staffelstab::Failure& failure);

private:
    struct State;
    void end(const Failure& failure);

    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::mail
