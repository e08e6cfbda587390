// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_header.h"
#include "mail/modified_utf7.h"

#include <cstdlib>

using namespace staffelstab::mail;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const MessageHeader header = parseHeader(bytes);
    if (header.from.size() > 1000 || header.references.size() > 100) {
        std::abort();
    }
    if (const auto name = decodeModifiedUtf7(bytes); name && decodeModifiedUtf7(encodeModifiedUtf7(*name)) != name) {
        std::abort();
    }
    return 0;
}
