// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace staffelstab::separation {

/**
 * Calls `found` with each run of letters and digits of UTF-8 `text` in lower case (ASCII and Latin-1 letters). A run is
 * cut after 64 bytes.
 */
template <typename Found>
void forEachWordOf(std::string_view text, Found found)
{
    constexpr std::size_t longest = 64;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            found(std::string_view(word));
            word.clear();
        }
    };
    unsigned char previous = 0;
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+00A0 to U+00BF and U+2000 to U+203F: spaces, quotation marks, dashes.
        if ((byte == 0xC2 && at(i + 1) < 0xC0) || (byte == 0xE2 && at(i + 1) == 0x80)) {
            flush();
            i += byte == 0xC2 ? 1 : 2;
            continue;
        }
        const bool isAsciiLetter = (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
        if (isAsciiLetter || byte >= 0x80 || (byte >= '0' && byte <= '9')) {
            // Capital Latin-1 letters are C3 80 to C3 9E in UTF-8, small ones 20 higher; C3 97 is the times sign.
            const bool isCapital = previous == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
            const unsigned small = isAsciiLetter ? byte | 0x20U : isCapital ? byte + 0x20U : byte;
            if (word.size() < longest) {
                word.push_back(static_cast<char>(small));
            }
        } else {
            flush();
        }
        previous = byte;
    }
    flush();
}

} // namespace staffelstab::separation
