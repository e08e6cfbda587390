// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QAbstractSocket>
#include <QSslConfiguration>
#include <QSslError>

namespace staffelstab::mail::imap {

/** TLS 1.2 or newer, the system's CAs and those of `caFile` (PEM). CertificateFileUnusable if that holds none. */
Result<QSslConfiguration> tlsConfiguration(const QString& caFile);

/**
 * Shows the certificate of a PKCS#12 file in every handshake. WrongPassphrase or KeyUnusable if it cannot be read.
 */
Status addClientCertificate(QSslConfiguration& configuration, const QString& file, const Secret& passphrase);

/** The gravest of the certificate's faults; `detail` names all of them. */
Failure certificateFailure(const QList<QSslError>& errors, const QString& host);

/** What ended a connection that had no certificate fault. */
Failure socketFailure(QAbstractSocket::SocketError error, const QString& host, const QString& detail);

} // namespace staffelstab::mail::imap
