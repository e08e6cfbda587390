// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/certificate_seal.h"
#include "secrets/seal.h"
#include "secrets/seal_envelope.h"

#include <cstdlib>

using namespace staffelstab;

namespace {

const secrets::KeyPtr& someKey()
{
    static const secrets::KeyPtr key(EVP_EC_gen("P-256"));
    return key;
}

} // namespace

/**
 * Foreign bytes as a seal. The code is one that cannot be right by its shape, so that Argon2id does not spend a second
 * on each input; behind it stands only libsodium. The CMS reader is gone through with a real key.
 */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    QString caseNumber;
    if (secrets::openSealWithCode(bytes, Secret(QByteArrayView("short")), &caseNumber).isOk()) {
        std::abort();
    }
    const Result<secrets::SealEnvelope> envelope = secrets::parseSeal(bytes);
    if (envelope && envelope->header + envelope->body != bytes) {
        std::abort();
    }
    if (secrets::openBodyWithKey(envelope ? envelope->body : bytes, someKey(), "header").isOk()) {
        std::abort();
    }
    (void)secrets::unpadded(bytes);
    return 0;
}
