// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/settings/autoconfig.h"

#include "mail/settings/server_settings.h"

#include <QXmlStreamReader>

namespace staffelstab::mail {

namespace {

constexpr qsizetype longestFile = qsizetype{1024} * 1024;
constexpr qsizetype longestValue = 255;

QString filled(QString text, const QString& address)
{
    const SplitAddress parts = splitAddress(address);
    text.replace(QStringLiteral("%EMAILADDRESS%"), address.trimmed());
    text.replace(QStringLiteral("%EMAILLOCALPART%"), parts.local);
    return text.replace(QStringLiteral("%EMAILDOMAIN%"), parts.domain).trimmed().left(longestValue);
}

/** One <incomingServer>; nothing if its line is not encrypted or something is missing. */
std::optional<MailboxSource> readServer(QXmlStreamReader& xml, const QString& address)
{
    MailboxSource source;
    source.kind = StoreKind::Imap;
    bool isEncrypted = false;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString value = filled(xml.readElementText(QXmlStreamReader::SkipChildElements), address);
        if (name == QLatin1String("hostname")) {
            source.host = value.toLower();
        } else if (name == QLatin1String("port")) {
            source.port = value.toUShort();
        } else if (name == QLatin1String("socketType")) {
            isEncrypted = value == QLatin1String("SSL") || value == QLatin1String("STARTTLS");
            source.security =
                value == QLatin1String("SSL") ? MailboxSource::Security::Tls : MailboxSource::Security::StartTls;
        } else if (name == QLatin1String("username")) {
            source.user = value;
        } else if (name == QLatin1String("authentication") && value == QLatin1String("OAuth2")) {
            source.signIn = MailboxSource::SignIn::Browser;
        }
    }
    const bool isWhole = isEncrypted && !source.host.isEmpty() && source.port != 0 && !source.host.contains(u'%');
    return isWhole ? std::optional(source) : std::nullopt;
}

} // namespace

std::optional<MailboxSource> readAutoconfig(const QByteArray& xml, const QString& address)
{
    const QString domain = splitAddress(address).domain;
    QXmlStreamReader reader(xml.left(longestFile));
    std::optional<MailboxSource> found;
    bool isForDomain = false;
    bool namesDomains = false;
    const auto isServer = [&reader] {
        return reader.name() == QLatin1String("incomingServer") &&
               reader.attributes().value(QLatin1String("type")) == QLatin1String("imap");
    };
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (reader.name() == QLatin1String("domain")) {
            namesDomains = true;
            isForDomain = reader.readElementText().trimmed().compare(domain, Qt::CaseInsensitive) == 0 || isForDomain;
        } else if (isServer()) {
            const std::optional<MailboxSource> server = readServer(reader, address);
            found = found ? found : server;
        }
    }
    return domain.isEmpty() || reader.hasError() || (namesDomains && !isForDomain) ? std::nullopt : found;
}

} // namespace staffelstab::mail
