// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/mail_settings.h"

#include "mail/settings/autoconfig.h"
#include "mail/settings/server_settings.h"

#include <QFile>

#include <algorithm>

namespace staffelstab::handover {

namespace {

constexpr qint64 longestFile = qint64{1024} * 1024;

const policy::MailProvider* providerOf(const policy::CompanyPolicy& policy, const QString& address)
{
    const QString domain = mail::splitAddress(address).domain;
    const auto found =
        std::find_if(policy.mailProviders.begin(), policy.mailProviders.end(),
                     [&domain](const policy::MailProvider& provider) { return provider.domains.contains(domain); });
    return found == policy.mailProviders.end() ? nullptr : &*found;
}

SignInProvider signInOf(const policy::OAuthClient& client)
{
    return {client.authorizationUrl, client.tokenUrl, client.clientId, client.clientSecret,
            client.scopes.join(QLatin1Char(' '))};
}

std::optional<mail::MailboxSource> fromPolicy(const policy::CompanyPolicy& policy, const QString& address)
{
    using Security = mail::MailboxSource::Security;
    const policy::MailProvider* provider = providerOf(policy, address);
    if (provider == nullptr || provider->imap.isEmpty()) {
        return std::nullopt;
    }
    const bool isTls = provider->imap.security == policy::MailServer::Security::Tls;
    mail::MailboxSource source;
    source.kind = mail::StoreKind::Imap;
    source.host = provider->imap.host;
    source.port = static_cast<quint16>(provider->imap.port != 0 ? provider->imap.port : isTls ? 993 : 143);
    source.security = isTls ? Security::Tls : Security::StartTls;
    source.user =
        provider->user == policy::MailProvider::User::Address ? address.trimmed() : mail::splitAddress(address).local;
    source.caFile = policy.caFile;
    if (!provider->oauth.isEmpty()) {
        source.signIn = mail::MailboxSource::SignIn::Browser;
        source.provider = signInOf(provider->oauth);
    }
    return source;
}

std::optional<mail::MailboxSource> fromFiles(const QStringList& files, const QString& address)
{
    for (const QString& path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            if (auto source = mail::readAutoconfig(file.read(longestFile), address)) {
                return source;
            }
        }
    }
    return std::nullopt;
}

} // namespace

mail::MailboxSource withProvider(mail::MailboxSource source, const policy::CompanyPolicy& policy)
{
    if (source.signIn != mail::MailboxSource::SignIn::Browser || !source.provider.isEmpty()) {
        return source;
    }
    if (const policy::MailProvider* provider = providerOf(policy, source.user)) {
        source.provider = signInOf(provider->oauth);
        return source;
    }
    // A login name without a domain: the provider of that server.
    for (const policy::MailProvider& provider : policy.mailProviders) {
        if (provider.imap.host == source.host && !provider.oauth.isEmpty()) {
            source.provider = signInOf(provider.oauth);
            break;
        }
    }
    return source;
}

MailSettings::MailSettings(policy::CompanyPolicy policy, QObject* parent)
    : QObject(parent), m_policy(std::move(policy)), m_records({}, this)
{
    connect(&m_records, &mail::ServerRecords::found, this, [this](const std::optional<mail::MailboxSource>& source) {
        Q_EMIT found(source.value_or(mail::MailboxSource()), source ? From::Dns : From::Nowhere);
    });
}

void MailSettings::find(const QString& address)
{
    if (const auto source = fromPolicy(m_policy, address)) {
        Q_EMIT found(*source, From::Policy);
    } else if (auto configured = fromFiles(m_policy.autoconfigFiles, address)) {
        // Without the firm's word on how, a browser cannot be sent anywhere.
        *configured = withProvider(std::move(*configured), m_policy);
        if (configured->provider.isEmpty()) {
            configured->signIn = mail::MailboxSource::SignIn::Password;
        }
        Q_EMIT found(*configured, From::Autoconfig);
    } else {
        m_records.ask(address);
    }
}

} // namespace staffelstab::handover
