// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <memory>

namespace staffelstab::mail::imap {

/** One exchange of AUTHENTICATE (RFC 4422), seen from the client. Base64 is not its business. */
class SaslExchange
{
public:
    virtual ~SaslExchange() = default;
    [[nodiscard]] virtual QByteArray mechanism() const = 0;
    /** What is said at once (RFC 4959) or after the first, empty challenge. Nothing: the server speaks first. */
    virtual std::unique_ptr<Secret> opening() = 0;
    /** The answer to a challenge. A Failure ends the exchange. */
    virtual Result<Secret> answer(QByteArrayView challenge) = 0;
    /** Asked after the server's OK: has it proved what the mechanism makes it prove? */
    [[nodiscard]] virtual Status conclude() const { return Done{}; }
};

/** Who logs in where. The secret is a password or a bearer token. */
struct SaslIdentity
{
    QByteArray user;
    QByteArray host;
    quint16 port = 0;
    Secret secret;
};

std::unique_ptr<SaslExchange> saslPlain(SaslIdentity who);
std::unique_ptr<SaslExchange> saslLogin(SaslIdentity who);
/** RFC 7677, without channel binding, which QSslSocket does not give. `nonce` is random but for tests. */
std::unique_ptr<SaslExchange> saslScramSha256(SaslIdentity who, QByteArray nonce = {});
std::unique_ptr<SaslExchange> saslXOAuth2(SaslIdentity who);
/** RFC 7628. */
std::unique_ptr<SaslExchange> saslOAuthBearer(SaslIdentity who);
/** RFC 4422, appendix A: the certificate shown in the TLS handshake says who it is. */
std::unique_ptr<SaslExchange> saslExternal();

} // namespace staffelstab::mail::imap
