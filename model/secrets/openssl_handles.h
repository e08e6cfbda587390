// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/owned.h"

#include <QString>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace staffelstab::secrets {

using BioPtr = Owned<BIO, BIO_free_all>;
using CmsPtr = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using KeyPtr = Owned<EVP_PKEY, EVP_PKEY_free>;
using Pkcs12Ptr = Owned<PKCS12, PKCS12_free>;
using X509Ptr = Owned<X509, X509_free>;

/** The newest reason in this thread's OpenSSL queue, for the detail line; the queue is empty afterwards. */
inline QString lastOpenSslReason()
{
    const char* const reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return QString::fromLatin1(reason == nullptr ? "" : reason);
}

} // namespace staffelstab::secrets
