// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/tls_trust.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;

Kind kindOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return Kind::CertificateSelfSigned;
    case QSslError::HostNameMismatch:
        return Kind::CertificateWrongName;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return Kind::CertificateExpired;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
    case QSslError::InvalidCaCertificate:
        return Kind::CertificateUnknown;
    default:
        return Kind::TlsFailed;
    }
}

/** A certificate nobody vouches for says nothing by its name or date, so that comes first. */
int gravity(Kind kind)
{
    switch (kind) {
    case Kind::CertificateSelfSigned:
        return 4;
    case Kind::CertificateUnknown:
        return 3;
    case Kind::CertificateWrongName:
        return 2;
    case Kind::CertificateExpired:
        return 1;
    default:
        return 0;
    }
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const QString& caFile)
{
    // Reading them takes 0.1 s, and they do not change while we run.
    static const QList<QSslCertificate> systemTrust = QSslConfiguration::systemCaCertificates();
    QList<QSslCertificate> trusted = systemTrust;
    if (!caFile.isEmpty()) {
        QFile file(caFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return Failure{Kind::CertificateFileUnusable, caFile, file.errorString()};
        }
        const QList<QSslCertificate> own = QSslCertificate::fromDevice(&file, QSsl::Pem);
        if (own.isEmpty()) {
            return Failure{Kind::CertificateFileUnusable, caFile, QStringLiteral("no PEM certificate in the file")};
        }
        trusted += own;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates(trusted);
    return configuration;
}

Status addClientCertificate(QSslConfiguration& configuration, const QString& file, const Secret& passphrase)
{
    QFile pkcs12(file);
    if (!pkcs12.open(QIODevice::ReadOnly)) {
        return Failure{Kind::KeyUnusable, file, pkcs12.errorString()};
    }
    QSslKey key;
    QSslCertificate certificate;
    QList<QSslCertificate> chain;
    QByteArray words = passphrase.view().toByteArray();
    const bool isRead = QSslCertificate::importPkcs12(&pkcs12, &key, &certificate, &chain, words);
    wipe(words);
    if (!isRead) {
        return Failure{Kind::WrongPassphrase, file, {}};
    }
    configuration.setLocalCertificateChain(QList<QSslCertificate>{certificate} + chain);
    configuration.setPrivateKey(key);
    return Done{};
}

Failure certificateFailure(const QList<QSslError>& errors, const QString& host)
{
    Failure failure{Kind::TlsFailed, host, {}};
    QStringList texts;
    for (const QSslError& error : errors) {
        const Kind kind = kindOf(error.error());
        if (gravity(kind) > gravity(failure.kind)) {
            failure.kind = kind;
        }
        texts << error.errorString();
    }
    failure.detail = texts.join(QLatin1Char(' '));
    return failure;
}

Failure socketFailure(QAbstractSocket::SocketError error, const QString& host, const QString& detail)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Kind::HostNotFound, host, detail};
    case QAbstractSocket::ConnectionRefusedError:
        return {Kind::ConnectionRefused, host, detail};
    case QAbstractSocket::SocketTimeoutError:
        return {Kind::TimedOut, host, detail};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return {Kind::TlsFailed, host, detail};
    default:
        return {Kind::ConnectionLost, host, detail};
    }
}

} // namespace staffelstab::mail::imap
