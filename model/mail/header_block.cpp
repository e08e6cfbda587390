// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_block.h"

#include <algorithm>
#include <cstring>

namespace staffelstab::mail {

qsizetype headerLength(QByteArrayView message, qsizetype from)
{
    if (message.startsWith('\n')) {
        return 1;
    }
    if (message.startsWith("\r\n")) {
        return 2;
    }
    const char* const begin = message.data();
    const char* const end = begin + message.size();
    // An empty line is at most 3 bytes, of which 2 may have ended the former buffer.
    const char* at = begin + std::max<qsizetype>(0, from - 2);
    while (at < end) {
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (at == nullptr) {
            return -1;
        }
        ++at;
        if (at < end && *at == '\n') {
            return at + 1 - begin;
        }
        if (end - at >= 2 && at[0] == '\r' && at[1] == '\n') {
            return at + 2 - begin;
        }
    }
    return -1;
}

qsizetype headerFieldLength(QByteArrayView rest)
{
    qsizetype end = 0;
    do {
        const qsizetype newline = rest.indexOf('\n', end);
        end = newline < 0 ? rest.size() : newline + 1;
    } while (end < rest.size() && (rest.at(end) == ' ' || rest.at(end) == '\t'));
    return end;
}

} // namespace staffelstab::mail
