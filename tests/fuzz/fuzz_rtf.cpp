// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/compressed_rtf.h"
#include "mail/mapi/rtf_body.h"

#include <cstdlib>

using namespace staffelstab::mail;

/** RTF as it stands, and as PidTagRtfCompressed holds it: nothing grows beyond what the formats can hold. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    // \tab and its kin give two characters for four bytes, so nothing grows.
    if (mapi::readRtf(bytes).content.size() > bytes.size() * 2) {
        std::abort();
    }
    if (const auto rtf = mapi::decompressRtf(bytes)) {
        if (rtf->size() > bytes.size() * 9) {
            std::abort();
        }
        mapi::readRtf(*rtf);
    }
    return 0;
}
