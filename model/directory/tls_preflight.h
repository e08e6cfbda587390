// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "directory/account_directory.h"

#include <QList>
#include <QSslCertificate>

namespace staffelstab::directory {

/** How long one step of a conversation may take. */
constexpr int stepTimeoutMs = 10'000;

/** The extra certificates of `login`; CertificateFileUnusable if the file is named but holds none. */
Result<QList<QSslCertificate>> readCaFile(const DirectoryLogin& login);

/**
 * Connects once without saying anything but StartTLS, to learn what libldap cannot tell: why a certificate is refused,
 * or that the server is silent. Every time-out is real and cancelling takes effect at once. Ok means that name, chain
 * and dates of the certificate are right; the connection is closed again.
 */
Status checkServer(const DirectoryLogin& login, JobContext& job);

} // namespace staffelstab::directory
