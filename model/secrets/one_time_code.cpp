// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/one_time_code.h"
#include "secrets/seal.h"

#include <sodium.h>

#include <cstring>
#include <string_view>

namespace staffelstab::secrets {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groupLength = 4;

/** The character as the alphabet has it, '-' for one that only groups, 0 for one that cannot stand in a code. */
char normalised(char c)
{
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    switch (c) {
    case 'O':
        return '0';
    case 'I':
    case 'L':
        return '1';
    case '-':
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return '-';
    default:
        return alphabet.find(c) == std::string_view::npos ? '\0' : c;
    }
}

} // namespace

Secret normalisedCode(const Secret& typed)
{
    Secret code = Secret::withSize(codeLength);
    std::size_t length = 0;
    for (const char raw : typed.view()) {
        const char c = normalised(raw);
        if (c == '-') {
            continue;
        }
        if (c == '\0' || length == codeLength) {
            return {};
        }
        code.data()[length++] = c;
    }
    return length == codeLength ? std::move(code) : Secret();
}

Secret generateCode()
{
    Secret random = Secret::withSize(codeLength);
    randombytes_buf(random.data(), random.size());
    Secret code = Secret::withSize(codeLength + codeLength / groupLength - 1);
    std::size_t at = 0;
    for (std::size_t i = 0; i < codeLength; ++i) {
        if (i != 0 && i % groupLength == 0) {
            code.data()[at++] = '-';
        }
        // 256 is a multiple of 32: every character is equally likely.
        code.data()[at++] = alphabet[static_cast<unsigned char>(random.data()[i]) % alphabet.size()];
    }
    return code;
}

} // namespace staffelstab::secrets
