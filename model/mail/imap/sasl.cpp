// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/sasl.h"

#include <algorithm>
#include <initializer_list>

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;

/** Joined without a copy outside the secret heap. */
Secret join(std::initializer_list<QByteArrayView> parts)
{
    std::size_t size = 0;
    for (const QByteArrayView part : parts) {
        size += static_cast<std::size_t>(part.size());
    }
    Secret whole = Secret::withSize(size);
    char* to = whole.data();
    for (const QByteArrayView part : parts) {
        to = std::copy(part.begin(), part.end(), to);
    }
    return whole;
}

std::unique_ptr<Secret> said(Secret secret)
{
    return std::make_unique<Secret>(std::move(secret));
}

Failure tooMuch()
{
    return {Kind::ProtocolError, {}, QStringLiteral("the server asks for more than there is")};
}

/** RFC 4616. */
class Plain : public SaslExchange
{
public:
    explicit Plain(SaslIdentity who) : m_who(std::move(who)) {}
    [[nodiscard]] QByteArray mechanism() const override { return "PLAIN"; }
    std::unique_ptr<Secret> opening() override
    {
        const QByteArrayView nul("\0", 1);
        return said(join({nul, m_who.user, nul, m_who.secret.view()}));
    }
    Result<Secret> answer(QByteArrayView) override { return tooMuch(); }

private:
    SaslIdentity m_who;
};

/** Never a standard; the server asks for the name and then for the password, in words that differ. */
class Login : public SaslExchange
{
public:
    explicit Login(SaslIdentity who) : m_who(std::move(who)) {}
    [[nodiscard]] QByteArray mechanism() const override { return "LOGIN"; }
    std::unique_ptr<Secret> opening() override { return nullptr; }
    Result<Secret> answer(QByteArrayView) override
    {
        switch (m_asked++) {
        case 0:
            return Secret(m_who.user);
        case 1:
            return m_who.secret.clone();
        default:
            return tooMuch();
        }
    }

private:
    SaslIdentity m_who;
    int m_asked = 0;
};

/** A bearer token; a refusal comes as a challenge that must be answered before the NO. */
class Bearer : public SaslExchange
{
public:
    enum class Form { XOAuth2, Rfc7628 };

    Bearer(SaslIdentity who, Form form) : m_who(std::move(who)), m_form(form) {}
    [[nodiscard]] QByteArray mechanism() const override { return m_form == Form::XOAuth2 ? "XOAUTH2" : "OAUTHBEARER"; }
    std::unique_ptr<Secret> opening() override
    {
        if (m_form == Form::XOAuth2) {
            return said(join({"user=", m_who.user, "\1auth=Bearer ", m_who.secret.view(), "\1\1"}));
        }
        // "," and "=" are written out of the way in a GS2 header (RFC 5801).
        QByteArray name = m_who.user;
        name.replace('=', "=3D").replace(',', "=2C");
        return said(join({"n,a=", name, ",\1host=", m_who.host, "\1port=", QByteArray::number(m_who.port),
                          "\1auth=Bearer ", m_who.secret.view(), "\1\1"}));
    }
    Result<Secret> answer(QByteArrayView) override
    {
        if (m_isRefused) {
            return tooMuch();
        }
        m_isRefused = true;
        return m_form == Form::XOAuth2 ? Secret() : Secret(QByteArrayView("\1"));
    }

private:
    SaslIdentity m_who;
    Form m_form;
    bool m_isRefused = false;
};

class External : public SaslExchange
{
public:
    [[nodiscard]] QByteArray mechanism() const override { return "EXTERNAL"; }
    std::unique_ptr<Secret> opening() override { return said({}); }
    Result<Secret> answer(QByteArrayView) override { return tooMuch(); }
};

} // namespace

std::unique_ptr<SaslExchange> saslPlain(SaslIdentity who)
{
    return std::make_unique<Plain>(std::move(who));
}

std::unique_ptr<SaslExchange> saslLogin(SaslIdentity who)
{
    return std::make_unique<Login>(std::move(who));
}

std::unique_ptr<SaslExchange> saslXOAuth2(SaslIdentity who)
{
    return std::make_unique<Bearer>(std::move(who), Bearer::Form::XOAuth2);
}

std::unique_ptr<SaslExchange> saslOAuthBearer(SaslIdentity who)
{
    return std::make_unique<Bearer>(std::move(who), Bearer::Form::Rfc7628);
}

std::unique_ptr<SaslExchange> saslExternal()
{
    return std::make_unique<External>();
}

} // namespace staffelstab::mail::imap
