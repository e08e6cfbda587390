// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/key_file.h"

#include <openssl/provider.h>

#include <cstring>

namespace staffelstab::secrets {

namespace {

Failure unusable(const QString& why)
{
    return {Failure::Kind::KeyUnusable, {}, why};
}

/** A context of its own with the old ciphers, so that they are not switched on for the rest of the process. */
OSSL_LIB_CTX* contextWithOldCiphers()
{
    static OSSL_LIB_CTX* const context = [] {
        OSSL_LIB_CTX* const made = OSSL_LIB_CTX_new();
        OSSL_PROVIDER_load(made, "default");
        OSSL_PROVIDER_load(made, "legacy");
        ERR_clear_error();
        return made;
    }();
    return context;
}

Secret withTerminator(const Secret& passphrase)
{
    Secret text = Secret::withSize(passphrase.size() + 1);
    if (!passphrase.isEmpty()) {
        std::memcpy(text.data(), passphrase.data(), passphrase.size());
    }
    return text;
}

Pkcs12Ptr parsed(const QByteArray& pkcs12)
{
    PKCS12* file = PKCS12_init_ex(NID_pkcs7_data, contextWithOldCiphers(), nullptr);
    const auto* bytes = reinterpret_cast<const unsigned char*>(pkcs12.constData());
    // On failure d2i frees what it was given.
    return Pkcs12Ptr(d2i_PKCS12(&file, &bytes, static_cast<long>(pkcs12.size())) == nullptr ? nullptr : file);
}

/** The key again, for the process' usual OpenSSL context. */
KeyPtr inUsualContext(const KeyPtr& key)
{
    unsigned char* der = nullptr;
    const int size = i2d_PrivateKey(key.get(), &der);
    if (size <= 0) {
        return {};
    }
    const unsigned char* at = der;
    KeyPtr usual(d2i_AutoPrivateKey(nullptr, &at, size));
    OPENSSL_clear_free(der, static_cast<std::size_t>(size));
    return usual;
}

} // namespace

Result<KeyPtr> openKeyFile(const QByteArray& pkcs12, const Secret& passphrase)
{
    ERR_clear_error();
    const Pkcs12Ptr file = parsed(pkcs12);
    if (!file) {
        return unusable(lastOpenSslReason());
    }
    const Secret text = withTerminator(passphrase);
    const bool hasMac = PKCS12_mac_present(file.get()) == 1;
    if (hasMac && PKCS12_verify_mac(file.get(), text.data(), -1) != 1 &&
        (!passphrase.isEmpty() || PKCS12_verify_mac(file.get(), nullptr, 0) != 1)) {
        return Failure{Failure::Kind::WrongPassphrase, {}, lastOpenSslReason()};
    }
    EVP_PKEY* rawKey = nullptr;
    X509* rawCertificate = nullptr;
    const int isParsed = PKCS12_parse(file.get(), text.data(), &rawKey, &rawCertificate, nullptr);
    const KeyPtr key(rawKey);
    const X509Ptr certificate(rawCertificate);
    if (isParsed != 1) {
        return Failure{hasMac ? Failure::Kind::KeyUnusable : Failure::Kind::WrongPassphrase, {}, lastOpenSslReason()};
    }
    KeyPtr usual = key ? inUsualContext(key) : KeyPtr();
    if (!usual) {
        return unusable(QStringLiteral("no private key in the file"));
    }
    return usual;
}

} // namespace staffelstab::secrets
