// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_tables.h"

namespace staffelstab::policy {

namespace {

QStringList readProtected(TomlTable& mail)
{
    QStringList patterns;
    const QStringList written = mail.texts(QStringLiteral("protected_correspondents"));
    for (const QString& text : written) {
        const QString pattern = text.trimmed().toLower();
        // A pattern that matches everybody would hide the whole mailbox from the archive.
        const QString fixed = QString(pattern).remove(u'*').remove(u'?').remove(u'@').remove(u'.');
        if (pattern.count(u'@') != 1 || fixed.isEmpty()) {
            mail.fail(QStringLiteral("protected_correspondents"),
                      QStringLiteral("protected_correspondents must hold addresses or patterns such as betriebsrat@*"));
            continue;
        }
        patterns.append(pattern);
    }
    return patterns;
}

/** `securities` in the order of MailServer::Security; the first is taken where the file says nothing. */
MailServer readServer(TomlTable& provider, const QString& key, const QStringList& securities)
{
    MailServer server;
    auto table = provider.table(key);
    if (!table) {
        return server;
    }
    server.host = table->text(QStringLiteral("host")).trimmed().toLower();
    if (server.host.isEmpty() || server.host.contains(u' ') || server.host.contains(u'/')) {
        table->fail(QStringLiteral("host"), QStringLiteral("host must be a name such as mail.firma.example"));
    }
    server.port = static_cast<int>(table->integer(QStringLiteral("port"), 1, 65535, 0));
    const QString security = table->choice(QStringLiteral("security"), securities, securities.first());
    server.security = security == QStringLiteral("tls") ? MailServer::Security::Tls : MailServer::Security::StartTls;
    return server;
}

OAuthClient readOAuth(TomlTable& provider)
{
    OAuthClient client;
    auto table = provider.table(QStringLiteral("oauth"));
    if (!table) {
        return client;
    }
    const QStringList https{QStringLiteral("https")};
    client.clientId = table->text(QStringLiteral("client_id")).trimmed();
    client.clientSecret = table->text(QStringLiteral("client_secret"));
    client.authorizationUrl = readUrl(*table, QStringLiteral("authorization_url"), https);
    client.tokenUrl = readUrl(*table, QStringLiteral("token_url"), https);
    client.scopes = table->texts(QStringLiteral("scopes"));
    const std::pair<const char*, bool> needed[] = {{"client_id", client.clientId.isEmpty()},
                                                   {"authorization_url", client.authorizationUrl.isEmpty()},
                                                   {"token_url", client.tokenUrl.isEmpty()}};
    for (const auto& [key, isMissing] : needed) {
        if (isMissing) {
            table->fail(QString::fromLatin1(key), QStringLiteral("%1 is missing").arg(QString::fromLatin1(key)));
        }
    }
    return client;
}

MailProvider readProvider(TomlTable& table)
{
    const QStringList both{QStringLiteral("tls"), QStringLiteral("starttls")};
    MailProvider provider;
    provider.domains = readDomains(table, QStringLiteral("domains"));
    if (provider.domains.isEmpty()) {
        table.fail(QStringLiteral("domains"), QStringLiteral("domains must name at least one domain"));
    }
    provider.user = readChoice(table, QStringLiteral("user"), {QStringLiteral("address"), QStringLiteral("local_part")},
                               provider.user);
    provider.imap = readServer(table, QStringLiteral("imap"), both);
    provider.smtp = readServer(table, QStringLiteral("smtp"), both);
    // RFC 5804 knows STARTTLS only.
    provider.sieve = readServer(table, QStringLiteral("sieve"), {QStringLiteral("starttls")});
    provider.oauth = readOAuth(table);
    return provider;
}

} // namespace

void readMail(TomlTable& root, CompanyPolicy& policy, const FilePlace& place)
{
    auto mail = root.table(QStringLiteral("mail"));
    if (!mail) {
        return;
    }
    policy.privateUse = readChoice(*mail, QStringLiteral("private_use"),
                                   {QStringLiteral("allowed"), QStringLiteral("tolerated"), QStringLiteral("forbidden"),
                                    QStringLiteral("not_regulated")},
                                   policy.privateUse);
    policy.protectedCorrespondents = readProtected(*mail);
    policy.autoconfigFiles = readPaths(*mail, QStringLiteral("autoconfig"), place);
    for (TomlTable& provider : mail->tables(QStringLiteral("provider"))) {
        policy.mailProviders.append(readProvider(provider));
    }
}

} // namespace staffelstab::policy
