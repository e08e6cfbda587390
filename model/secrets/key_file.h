// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "secrets/openssl_handles.h"

#include <QByteArray>

namespace staffelstab::secrets {

/**
 * The private key in a PKCS#12 file. KeyUnusable if it is none or holds no key, WrongPassphrase if the passphrase does
 * not open it. Files under the old ciphers (RC2-40, 3DES), which older Windows exports, are read as well.
 */
Result<KeyPtr> openKeyFile(const QByteArray& pkcs12, const Secret& passphrase);

} // namespace staffelstab::secrets
