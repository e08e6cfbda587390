// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/oauth/oauth_tokens.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace staffelstab::mail {

namespace {

using Kind = Failure::Kind;

constexpr qint64 longestLife = 366 * 24 * 3600;

/** A token goes into a header line: printable ASCII (RFC 6750, 2.1). */
bool isToken(QByteArrayView token)
{
    return !token.isEmpty() && token.size() <= 64 * 1024 &&
           std::all_of(token.begin(), token.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

Secret takeToken(const QJsonObject& answer, QLatin1String key)
{
    return takeSecret(answer.value(key).toString());
}

} // namespace

Secret OAuthTokens::packed() const
{
    const QByteArray seconds = expires.isValid() ? QByteArray::number(expires.toSecsSinceEpoch()) : QByteArray();
    Secret secret = Secret::withSize(access.size() + static_cast<std::size_t>(seconds.size()) + refresh.size() + 2);
    char* to = std::copy(access.view().begin(), access.view().end(), secret.data());
    *to++ = '\n';
    to = std::copy(seconds.begin(), seconds.end(), to);
    *to++ = '\n';
    std::copy(refresh.view().begin(), refresh.view().end(), to);
    return secret;
}

OAuthTokens OAuthTokens::unpacked(const Secret& secret)
{
    OAuthTokens tokens;
    const QByteArrayView text = secret.view();
    const qsizetype first = text.indexOf('\n');
    const qsizetype second = first < 0 ? -1 : text.indexOf('\n', first + 1);
    if (second < 0) {
        tokens.refresh = Secret(text.trimmed());
        return tokens;
    }
    tokens.access = Secret(text.first(first));
    tokens.refresh = Secret(text.sliced(second + 1));
    const qint64 seconds = text.sliced(first + 1, second - first - 1).toByteArray().toLongLong();
    if (seconds > 0) {
        tokens.expires = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    }
    return tokens;
}

Result<OAuthTokens> parseTokenAnswer(QByteArray&& json, const QString& host, const QDateTime& now)
{
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    wipe(json);
    if (answer.contains(QLatin1String("error"))) {
        return Failure{Kind::LoginRefused, host, answer.value(QLatin1String("error")).toString().left(100)};
    }
    OAuthTokens tokens;
    tokens.access = takeToken(answer, QLatin1String("access_token"));
    tokens.refresh = takeToken(answer, QLatin1String("refresh_token"));
    const QString type = answer.value(QLatin1String("token_type")).toString();
    if (!isToken(tokens.access.view()) || (!tokens.refresh.isEmpty() && !isToken(tokens.refresh.view())) ||
        type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0) {
        return Failure{Kind::ProtocolError, host, QStringLiteral("no bearer token in the provider's answer")};
    }
    // Some providers write the number in quotes.
    const qint64 seconds = answer.value(QLatin1String("expires_in")).toVariant().toLongLong();
    if (seconds > 0) {
        tokens.expires = now.addSecs(std::min(seconds, longestLife));
    }
    return tokens;
}

} // namespace staffelstab::mail
