// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/source_codec.h"

#include "handover/json_values.h"

namespace staffelstab::handover {

namespace {

QJsonObject toJson(const SignInProvider& provider)
{
    return {{"authorization_url", provider.authorizationUrl},
            {"token_url", provider.tokenUrl},
            {"client_id", provider.clientId},
            {"client_secret", provider.clientSecret},
            {"scope", provider.scope}};
}

SignInProvider providerFrom(const QJsonObject& json)
{
    return {json["authorization_url"].toString(), json["token_url"].toString(), json["client_id"].toString(),
            json["client_secret"].toString(), json["scope"].toString()};
}

} // namespace

QJsonObject sourceToJson(const mail::MailboxSource& source)
{
    QJsonObject json{{"kind", static_cast<int>(source.kind)},
                     {"path", source.path},
                     {"host", source.host},
                     {"port", source.port},
                     {"security", static_cast<int>(source.security)},
                     {"user", source.user},
                     {"ca_file", source.caFile},
                     {"folders", toArray(source.folders)},
                     {"deleted", source.includesDeleted}};
    if (source.signIn != mail::MailboxSource::SignIn::Password) {
        json.insert("sign_in", static_cast<int>(source.signIn));
        json.insert("provider", toJson(source.provider));
        json.insert("client_certificate", source.clientCertificate);
    }
    return json;
}

mail::MailboxSource sourceFrom(const QJsonObject& json)
{
    mail::MailboxSource source;
    source.kind = enumFrom(json["kind"], mail::StoreKind::Thunderbird);
    source.path = json["path"].toString();
    source.host = json["host"].toString();
    source.port = static_cast<quint16>(json["port"].toInt());
    source.security = enumFrom(json["security"], mail::MailboxSource::Security::StartTls);
    source.user = json["user"].toString();
    source.caFile = json["ca_file"].toString();
    source.folders = textsFrom(json["folders"]);
    source.includesDeleted = json["deleted"].toBool();
    source.signIn = enumFrom(json["sign_in"], mail::MailboxSource::SignIn::Certificate);
    source.provider = providerFrom(json["provider"].toObject());
    source.clientCertificate = json["client_certificate"].toString();
    return source;
}

} // namespace staffelstab::handover
