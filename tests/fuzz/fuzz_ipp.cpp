// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/ipp_message.h"

#include <cstdlib>

using namespace staffelstab;

/** What a printer may answer. No value can be longer than what came. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<printing::IppAnswer> answer = printing::parseIpp(bytes);
    if (!answer) {
        return 0;
    }
    for (const QList<QByteArray>& values : answer->values) {
        for (const QByteArray& value : values) {
            if (value.size() > bytes.size()) {
                std::abort();
            }
        }
    }
    static_cast<void>(answer->number("job-id"));
    return 0;
}
