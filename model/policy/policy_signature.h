// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace staffelstab::policy {

/** "policy.toml.p7s" beside the policy. */
QString policySignatureFile(const QString& policyFile);

/**
 * Checks the detached CMS signature (RFC 5652, DER) in `<file>.p7s` over exactly `text`. Every signer's
 * certificate must be one of `signersFile` (PEM) or be issued by one of them; the digest is SHA-256 or better. Periods
 * of validity are not looked at: a policy stays in force until the company replaces it, and taking a certificate out of
 * the file ends the trust in it. PolicyNotTrusted says why in `detail`.
 */
Status checkPolicySignature(const QByteArray& text, const QString& file, const QString& signersFile);

} // namespace staffelstab::policy
