// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/oauth/oauth_tokens.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace staffelstab::mail {

namespace {

using Kind = Failure::Kind;

constexpr int timeLimitMs = 20'000;
constexpr qint64 answerLimit = qint64{256} * 1024;

/** application/x-www-form-urlencoded */
QByteArray form(const SignInProvider& provider, const OAuthTokens& tokens)
{
    QByteArray body = "grant_type=refresh_token&client_id=" + QUrl::toPercentEncoding(provider.clientId);
    if (!provider.clientSecret.isEmpty()) {
        body += "&client_secret=" + QUrl::toPercentEncoding(provider.clientSecret);
    }
    QString token = QString::fromUtf8(tokens.refresh.view());
    body += "&refresh_token=" + QUrl::toPercentEncoding(token);
    wipe(token);
    return body;
}

Failure networkFailure(const QNetworkReply& reply, const QString& host)
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return {Kind::HostNotFound, host, reply.errorString()};
    case QNetworkReply::ConnectionRefusedError:
        return {Kind::ConnectionRefused, host, reply.errorString()};
    case QNetworkReply::SslHandshakeFailedError:
        return {Kind::CertificateUnknown, host, reply.errorString()};
    case QNetworkReply::RemoteHostClosedError:
        return {Kind::ConnectionLost, host, reply.errorString()};
    default:
        return {Kind::ServerRefused, host, reply.errorString()};
    }
}

/** Waits for the answer's end, a cancel, or too much of it. */
Status await(QNetworkReply& reply, const QString& host, const JobContext& job)
{
    QEventLoop loop;
    QTimer look;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (job.isCancelled() || reply.bytesAvailable() > answerLimit) {
            loop.quit();
        }
    });
    limit.start(timeLimitMs);
    look.start(50);
    if (!reply.isFinished()) {
        loop.exec();
    }
    if (Status go = job.mayGoOn(); !go) {
        return go;
    }
    if (reply.bytesAvailable() > answerLimit) {
        return Failure{Kind::LimitExceeded, host, {}};
    }
    return reply.isFinished() ? Status(Done{}) : Failure{Kind::TimedOut, host, {}};
}

} // namespace

bool isSafeProviderUrl(const QUrl& url)
{
    return url.isValid() && (url.scheme() == QLatin1String("https") ||
                             (url.scheme() == QLatin1String("http") && url.host() == QLatin1String("127.0.0.1")));
}

Result<OAuthTokens> renewTokens(const SignInProvider& provider, const OAuthTokens& tokens, const JobContext& job)
{
    const QUrl url(provider.tokenUrl, QUrl::StrictMode);
    const QString host = url.host();
    if (!isSafeProviderUrl(url)) {
        return Failure{Kind::NoEncryption, provider.tokenUrl, {}};
    }
    if (tokens.refresh.isEmpty()) {
        return Failure{Kind::LoginRefused, host, QStringLiteral("the token is over and cannot be renewed")};
    }
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, form(provider, tokens)));
    if (Status answered = await(*reply, host, job); !answered) {
        return answered.failure();
    }
    QByteArray answer = reply->readAll();
    // An error of the protocol comes as 400 or 401 with a JSON body.
    if (reply->error() != QNetworkReply::NoError && !answer.trimmed().startsWith('{')) {
        return networkFailure(*reply, host);
    }
    Result<OAuthTokens> fresh = parseTokenAnswer(std::move(answer), host, QDateTime::currentDateTimeUtc());
    if (fresh && fresh->refresh.isEmpty()) {
        fresh->refresh = tokens.refresh.clone();
    }
    return fresh;
}

} // namespace staffelstab::mail
