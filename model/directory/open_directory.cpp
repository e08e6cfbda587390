// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ad_directory.h"
#include "directory/kerberos.h"
#include "directory/ldap_filter.h"
#include "directory/person_search.h"
#include "directory/rfc3062_directory.h"

#include <optional>

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

constexpr const char* activeDirectoryCapability = "1.2.840.113556.1.4.800";
constexpr const char* passwordModifyExtension = "1.3.6.1.4.1.4203.1.11.1";

Status checkLogin(const DirectoryLogin& login, const Secret& password)
{
    const QString scheme = login.url.scheme();
    if ((scheme != QLatin1String("ldap") && scheme != QLatin1String("ldaps")) || login.url.host().isEmpty()) {
        return Failure{Kind::BadInput, login.url.toDisplayString(QUrl::RemoveUserInfo),
                       QStringLiteral("ldaps://host or ldap://host")};
    }
    if (login.usesTicket) {
        return Done{};
    }
    // Many servers take an empty password for an anonymous login and say yes (RFC 4513 5.1.2).
    if (password.isEmpty() || login.user.trimmed().isEmpty()) {
        return Failure{Kind::LoginRefused, login.url.host(), QStringLiteral("empty name or password")};
    }
    return Done{};
}

struct RootDse
{
    std::optional<Dialect> dialect;
    QList<QString> namingContexts;
};

Result<RootDse> readRootDse(LdapSession& session)
{
    const Result<LdapEntry> entry = session.readEntry(
        {}, {"supportedCapabilities", "supportedExtension", "namingContexts", "defaultNamingContext"});
    if (!entry) {
        return entry.failure();
    }
    RootDse root;
    if (entry->attributes.value("supportedcapabilities").contains(activeDirectoryCapability)) {
        root.dialect = Dialect::ActiveDirectory;
        root.namingContexts.append(entry->text("defaultnamingcontext"));
        return root;
    }
    if (entry->attributes.value("supportedextension").contains(passwordModifyExtension)) {
        root.dialect = Dialect::Rfc3062;
    }
    for (const QByteArray& context : entry->attributes.value("namingcontexts")) {
        root.namingContexts.append(QString::fromUtf8(context));
    }
    return root;
}

/** Active Directory takes GSSAPI with its own encryption only where there is no TLS around it. */
QUrl saslUrl(const QUrl& url)
{
    QUrl plain;
    plain.setScheme(QStringLiteral("ldap"));
    plain.setHost(url.host());
    if (url.scheme() == plain.scheme()) {
        plain.setPort(url.port());
    }
    return plain;
}

class Opening
{
public:
    Opening(const DirectoryLogin& login, const JobContext& job)
        : m_connection{login, job, {}, login.user.trimmed(), {}, {}, {}}
    {
    }

    Result<std::unique_ptr<AccountDirectory>> run(const Secret& password)
    {
        DirectoryLogin login = m_connection.login;
        if (login.usesTicket) {
            login.url = saslUrl(login.url);
        }
        Result<std::unique_ptr<LdapSession>> session = LdapSession::connect(login, m_connection.job);
        if (!session) {
            return session.failure();
        }
        m_connection.session = std::move(*session);
        if (Status in = m_connection.login.usesTicket ? signInWithTicket() : signIn(password); !in) {
            return in.failure();
        }
        const Result<RootDse> root = readRootDse(*m_connection.session);
        if (!root) {
            return root.failure();
        }
        if (!root->dialect) {
            return Failure{Kind::ProtocolError, m_connection.login.url.host(),
                           QStringLiteral("neither Active Directory nor RFC 3062")};
        }
        if (Status found = findAccount(*root); !found) {
            return found.failure();
        }
        m_connection.tryName = m_connection.bindName;
        if (*root->dialect == Dialect::ActiveDirectory) {
            return std::unique_ptr<AccountDirectory>(std::make_unique<AdDirectory>(std::move(m_connection)));
        }
        return std::unique_ptr<AccountDirectory>(std::make_unique<Rfc3062Directory>(std::move(m_connection)));
    }

private:
    /** AD takes any form of the name. Others want a DN: then it is looked up, as far as strangers may look. */
    Status signIn(const Secret& password)
    {
        Result<LdapAnswer> answer = m_connection.session->bind(m_connection.bindName, password);
        if (answer && answer->code == LDAP_INVALID_DN_SYNTAX) {
            if (Status found = lookUpName(); !found) {
                return found;
            }
            answer = m_connection.session->bind(m_connection.bindName, password);
        }
        if (!answer) {
            return answer.failure();
        }
        if (answer->code != LDAP_SUCCESS) {
            return loginFailure(*answer, m_connection.login.url.host());
        }
        return Done{};
    }

    Status signInWithTicket()
    {
        Result<QString> holder = ticketHolder();
        if (!holder) {
            return Failure{Kind::LoginRefused, m_connection.login.url.host(), holder.failure().detail};
        }
        m_connection.bindName = *holder;
        return m_connection.session->bindWithTicket();
    }

    Status lookUpName()
    {
        const Result<RootDse> root = readRootDse(*m_connection.session);
        if (!root) {
            return root.failure();
        }
        const QString user = m_connection.bindName;
        Result<QString> dn = findPerson(*m_connection.session, root->namingContexts, plainFilter(user), user);
        if (!dn && dn.failure().kind == Kind::NoSuchEntry) {
            return Failure{Kind::LoginRefused, m_connection.login.url.host(),
                           QStringLiteral("this server wants the distinguished name")};
        }
        if (!dn) {
            return dn.failure();
        }
        m_connection.bindName = *dn;
        return Done{};
    }

    Status findAccount(const RootDse& root)
    {
        m_connection.namingContext = root.namingContexts.value(0);
        const QString& name = m_connection.bindName;
        if (looksLikeDn(name)) {
            m_connection.accountDn = name;
            for (const QString& context : root.namingContexts) {
                if (name.endsWith(context, Qt::CaseInsensitive)) {
                    m_connection.namingContext = context;
                }
            }
            return Done{};
        }
        Result<QString> dn = findPerson(
            *m_connection.session, root.namingContexts,
            *root.dialect == Dialect::ActiveDirectory ? activeDirectoryFilter(name) : plainFilter(name), name);
        if (!dn) {
            return dn.failure();
        }
        m_connection.accountDn = *dn;
        return Done{};
    }

    LdapDirectory::Connection m_connection;
};

} // namespace

Result<std::unique_ptr<AccountDirectory>> openDirectory(const DirectoryLogin& login, const Secret& password,
                                                        JobContext& job)
{
    if (Status isGood = checkLogin(login, password); !isGood) {
        return isGood.failure();
    }
    job.report({Progress::Stage::Connecting});
    return Opening(login, job).run(password);
}

} // namespace staffelstab::directory
