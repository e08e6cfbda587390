// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/oauth/browser_sign_in.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTimer>
#include <QtNetworkAuth/QOAuth2AuthorizationCodeFlow>
#include <QtNetworkAuth/QOAuthHttpServerReplyHandler>

#include <array>

namespace staffelstab::mail {

namespace {

using Kind = Failure::Kind;
using Stage = QAbstractOAuth::Stage;
using Parameters = QMultiMap<QString, QVariant>;

constexpr int longestSignInMs = 10 * 60 * 1000;
constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/** 43 characters of the alphabet that RFC 7636, 4.1 allows. */
QByteArray randomText()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof random).toBase64(urlSafe);
}

} // namespace

struct BrowserSignIn::State
{
    explicit State(QObject* parent) : flow(parent), limit(parent) {}

    SignInProvider provider;
    QString user;
    QByteArray verifier = randomText();
    QOAuth2AuthorizationCodeFlow flow;
    QOAuthHttpServerReplyHandler* door = nullptr;
    QTimer limit;
    bool isOver = false;

    void addParameters(Stage stage, Parameters& parameters) const
    {
        if (stage == Stage::RequestingAuthorization) {
            const QByteArray challenge =
                QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(urlSafe);
            parameters.insert(QStringLiteral("code_challenge"), QString::fromLatin1(challenge));
            parameters.insert(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
            if (!user.isEmpty()) {
                parameters.insert(QStringLiteral("login_hint"), user);
            }
        } else if (stage == Stage::RequestingAccessToken) {
            parameters.insert(QStringLiteral("code_verifier"), QString::fromLatin1(verifier));
            // Qt 6.4 hands the code on as it stood in the address.
            const QByteArray code = parameters.value(QStringLiteral("code")).toByteArray();
            parameters.replace(QStringLiteral("code"), QUrl::fromPercentEncoding(code));
        }
    }
};

BrowserSignIn::BrowserSignIn(SignInProvider provider, const QString& user, const QString& closingText, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(this))
{
    State& state = *m_state;
    state.provider = std::move(provider);
    state.user = user;
    state.door = new QOAuthHttpServerReplyHandler(QHostAddress::LocalHost, 0, this);
    state.door->setCallbackText(closingText.toHtmlEscaped());
    state.flow.setReplyHandler(state.door);
    state.flow.setAuthorizationUrl(QUrl(state.provider.authorizationUrl, QUrl::StrictMode));
    state.flow.setAccessTokenUrl(QUrl(state.provider.tokenUrl, QUrl::StrictMode));
    state.flow.setClientIdentifier(state.provider.clientId);
    state.flow.setClientIdentifierSharedKey(state.provider.clientSecret);
    state.flow.setScope(state.provider.scope);
    state.flow.setState(QString::fromLatin1(randomText()));
    state.flow.setModifyParametersFunction(
        [this](Stage stage, Parameters* parameters) { m_state->addParameters(stage, *parameters); });
    connect(&state.flow, &QOAuth2AuthorizationCodeFlow::authorizeWithBrowser, this, &BrowserSignIn::browserWanted);
    connect(&state.flow, &QOAuth2AuthorizationCodeFlow::granted, this, [this] {
        OAuthTokens tokens;
        tokens.access = takeSecret(m_state->flow.token());
        tokens.refresh = takeSecret(m_state->flow.refreshToken());
        tokens.expires = m_state->flow.expirationAt().toUTC();
        m_state->isOver = true;
        m_state->limit.stop();
        m_state->door->close();
        Q_EMIT succeeded(std::make_shared<Secret>(tokens.packed()));
    });
    connect(&state.flow, &QAbstractOAuth2::error, this, [this](const QString& error) {
        end({Kind::LoginRefused, QUrl(m_state->provider.authorizationUrl).host(), error.left(100)});
    });
    connect(&state.flow, &QAbstractOAuth::requestFailed, this, [this](QAbstractOAuth::Error error) {
        end({Kind::LoginRefused, QUrl(m_state->provider.tokenUrl).host(), QString::number(static_cast<int>(error))});
    });
    state.limit.setSingleShot(true);
    connect(&state.limit, &QTimer::timeout, this, [this] { end({Kind::TimedOut, {}, {}}); });
}

BrowserSignIn::~BrowserSignIn() = default;

void BrowserSignIn::start()
{
    const SignInProvider& provider = m_state->provider;
    for (const QString& address : {provider.authorizationUrl, provider.tokenUrl}) {
        if (!isSafeProviderUrl(QUrl(address, QUrl::StrictMode))) {
            end({Kind::NoEncryption, address, {}});
            return;
        }
    }
    if (!m_state->door->isListening()) {
        end({Kind::Internal, {}, QStringLiteral("no port on 127.0.0.1 is free")});
        return;
    }
    m_state->limit.start(longestSignInMs);
    m_state->flow.grant();
}

void BrowserSignIn::end(const Failure& failure)
{
    if (std::exchange(m_state->isOver, true)) {
        return;
    }
    m_state->limit.stop();
    m_state->door->close();
    Q_EMIT failed(failure);
}

} // namespace staffelstab::mail
