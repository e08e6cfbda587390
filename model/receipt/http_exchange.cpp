// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/http_exchange.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace staffelstab::receipt {
namespace {

Failure networkFailure(const QNetworkReply& reply, const QString& server)
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return {Failure::Kind::HostNotFound, server, reply.errorString()};
    case QNetworkReply::ConnectionRefusedError:
        return {Failure::Kind::ConnectionRefused, server, reply.errorString()};
    case QNetworkReply::SslHandshakeFailedError:
        return {Failure::Kind::CertificateUnknown, server, reply.errorString()};
    case QNetworkReply::RemoteHostClosedError:
        return {Failure::Kind::ConnectionLost, server, reply.errorString()};
    default:
        return Failure{Failure::Kind::ServerRefused, server, reply.errorString()};
    }
}

} // namespace

Result<QByteArray> exchange(const HttpQuestion& question, JobContext& job)
{
    const QString& server = question.url;
    const auto refused = [&](const QString& why) { return Failure{Failure::Kind::ServerRefused, server, why}; };
    const QUrl url(server, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
        return refused(QStringLiteral("not an http or https address"));
    }
    QNetworkRequest request(url);
    if (!question.body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, question.contentType);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkAccessManager network;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    network.setProxy(proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.front());
    const std::unique_ptr<QNetworkReply> reply(question.body.isEmpty() ? network.get(request)
                                                                       : network.post(request, question.body));
    QEventLoop loop;
    QTimer look;
    bool isLate = false;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (job.isCancelled() || reply->bytesAvailable() > question.answerLimit) {
            loop.quit();
        }
    });
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, [&] {
        isLate = true;
        loop.quit();
    });
    limit.start(question.timeLimitMs);
    look.start(50);
    if (!reply->isFinished()) {
        loop.exec();
    }
    if (Status go = job.mayGoOn(); !go) {
        return go.failure();
    }
    if (isLate) {
        return Failure{Failure::Kind::TimedOut, server, {}};
    }
    if (reply->error() != QNetworkReply::NoError) {
        return networkFailure(*reply, server);
    }
    const QByteArray answer = reply->read(question.answerLimit + 1);
    if (answer.size() > question.answerLimit || !reply->isFinished()) {
        return refused(QStringLiteral("answer too large"));
    }
    return answer;
}

} // namespace staffelstab::receipt
