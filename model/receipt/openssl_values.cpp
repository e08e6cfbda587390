// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/openssl_values.h"

#include "core/sha256.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <QTimeZone>

namespace staffelstab::receipt {

QString lastOpenSslError()
{
    char text[256] = "";
    const unsigned long code = ERR_peek_last_error();
    ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return code == 0 ? QString() : QString::fromLatin1(text);
}

QByteArray fingerprint(X509* certificate)
{
    return Sha256::of(derOf<X509>(certificate, i2d_X509));
}

QString commonName(X509* certificate)
{
    return commonName(X509_get_subject_name(certificate));
}

QString commonName(const X509_NAME* name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) {
        return {};
    }
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) {
        return {};
    }
    QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    return text;
}

std::vector<OwnedCertificate> certificatesInPem(const QByteArray& pem)
{
    std::vector<OwnedCertificate> all;
    const OwnedBio bio = bioOf(pem);
    while (OwnedCertificate one{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
        all.push_back(std::move(one));
    }
    ERR_clear_error();
    return all;
}

bool isSelfIssued(X509* certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

QDateTime timeOf(const ASN1_TIME* time)
{
    std::tm parts = {};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

} // namespace staffelstab::receipt
