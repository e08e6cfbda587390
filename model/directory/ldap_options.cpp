// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_options.h"
#include "directory/tls_preflight.h"

#include <QFileInfo>

namespace staffelstab::directory {

namespace {

/** Where distributions keep all their authorities in one file; GnuTLS has no list of its own. */
QByteArray systemBundle()
{
    for (const char* const path : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                   "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"}) {
        if (QFileInfo::exists(QString::fromLatin1(path))) {
            return path;
        }
    }
    return {};
}

QByteArray systemFolder()
{
    const QString folder = QStringLiteral("/etc/ssl/certs");
    return QFileInfo(folder).isDir() ? QFile::encodeName(folder) : QByteArray();
}

bool set(LDAP* handle, int option, int value)
{
    return ldap_set_option(handle, option, &value) == LDAP_OPT_SUCCESS;
}

bool set(LDAP* handle, int option, const QByteArray& value)
{
    return ldap_set_option(handle, option, value.isEmpty() ? nullptr : value.constData()) == LDAP_OPT_SUCCESS;
}

bool setSession(LDAP* handle)
{
    const timeval patience{stepTimeoutMs / 1000, 0};
    return set(handle, LDAP_OPT_PROTOCOL_VERSION, LDAP_VERSION3) &&
           ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) == LDAP_OPT_SUCCESS &&
           ldap_set_option(handle, LDAP_OPT_RESTART, LDAP_OPT_ON) == LDAP_OPT_SUCCESS &&
           set(handle, LDAP_OPT_DEREF, LDAP_DEREF_NEVER) &&
           ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, &patience) == LDAP_OPT_SUCCESS &&
           ldap_set_option(handle, LDAP_OPT_TIMEOUT, &patience) == LDAP_OPT_SUCCESS;
}

} // namespace

Status setOptions(LDAP* handle, const DirectoryLogin& login)
{
    if (!setSession(handle)) {
        return Failure{Failure::Kind::Internal, login.url.host(), QStringLiteral("LDAP options")};
    }
    const bool hasOwn = !login.caFile.isEmpty();
    const bool isSet =
        set(handle, LDAP_OPT_X_TLS_REQUIRE_CERT, LDAP_OPT_X_TLS_HARD) &&
        set(handle, LDAP_OPT_X_TLS_PROTOCOL_MIN, LDAP_OPT_X_TLS_PROTOCOL_TLS1_2) &&
        set(handle, LDAP_OPT_X_TLS_CACERTFILE, hasOwn ? QFile::encodeName(login.caFile) : systemBundle()) &&
        set(handle, LDAP_OPT_X_TLS_CACERTDIR, hasOwn ? systemFolder() : QByteArray()) &&
        set(handle, LDAP_OPT_X_TLS_CERTFILE, QByteArray()) && set(handle, LDAP_OPT_X_TLS_KEYFILE, QByteArray());
    // A context that belongs to this handle, made from what was set above; fails if a file cannot be read.
    if (!isSet || !set(handle, LDAP_OPT_X_TLS_NEWCTX, 0)) {
        return Failure{Failure::Kind::CertificateFileUnusable, login.caFile, QStringLiteral("refused by libldap")};
    }
    return Done{};
}

} // namespace staffelstab::directory
