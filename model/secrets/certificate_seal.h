// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "secrets/openssl_handles.h"

#include <QByteArray>

namespace staffelstab::secrets {

/**
 * Body of a seal to a certificate: DER of CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084). OpenSSL 3.0
 * cannot put attributes under its authentication, so `header` goes in front of the padded secret inside and is
 * compared when it is opened.
 */
Result<QByteArray> sealBodyForCertificate(const Secret& secret, const QByteArray& certificate,
                                          const QByteArray& header);
/** SealRefused if key, header or body is not what it was. */
Result<Secret> openBodyWithKey(const QByteArray& body, const KeyPtr& key, const QByteArray& header);

} // namespace staffelstab::secrets
