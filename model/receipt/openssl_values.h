// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/owned.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>
#include <vector>

namespace staffelstab::receipt {

using OwnedBio = Owned<BIO, BIO_free_all>;
using OwnedCertificate = Owned<X509, X509_free>;
using OwnedCms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using OwnedKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using OwnedDigest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using OwnedStore = Owned<X509_STORE, X509_STORE_free>;

/** A look at bytes that stay where they are. */
inline OwnedBio bioOf(QByteArrayView bytes)
{
    return OwnedBio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

/** DER of anything with an i2d function. */
template <typename T>
QByteArray derOf(const T* object, int (*encode)(const T*, unsigned char**))
{
    unsigned char* out = nullptr;
    const int size = encode(object, &out);
    if (size <= 0) {
        return {};
    }
    QByteArray der(reinterpret_cast<const char*>(out), size);
    OPENSSL_free(out);
    return der;
}

/** The queue's last words, for a Failure's detail; clears the queue. */
QString lastOpenSslError();
/** SHA-256 of the certificate's DER. */
QByteArray fingerprint(X509* certificate);
QString commonName(const X509_NAME* name);
QString commonName(X509* certificate);
/** Every certificate of a PEM file. */
std::vector<OwnedCertificate> certificatesInPem(const QByteArray& pem);
/** It names itself as its issuer. */
bool isSelfIssued(X509* certificate);
QDateTime timeOf(const ASN1_TIME* time);

} // namespace staffelstab::receipt
