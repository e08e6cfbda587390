// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

namespace staffelstab::secrets {

/**
 * Body of a seal under a code: 16 bytes salt, 24 bytes nonce, XChaCha20-Poly1305 of the padded secret with `header` as
 * associated data. Key: Argon2id, 3 passes over 256 MiB, fixed for version 1 of the format, so that a seal made to do
 * harm cannot ask for more.
 */
Result<QByteArray> sealBodyUnderCode(const Secret& secret, const Secret& code, const QByteArray& header);
/** SealRefused if code, header or body is not what it was. */
Result<Secret> openBodyWithCode(const QByteArray& body, const Secret& code, const QByteArray& header);

} // namespace staffelstab::secrets
