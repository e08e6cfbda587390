// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_preview.h"

#include <cstdlib>

using namespace staffelstab::mail;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto preview = makePreview(QByteArrayView(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (preview.isOk() == (size == 0)) {
        std::abort();
    }
    return 0;
}
