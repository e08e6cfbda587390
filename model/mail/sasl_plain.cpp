// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/sasl_plain.h"

#include <sodium.h>

#include <algorithm>

namespace staffelstab::mail {

Secret saslPlain(QByteArrayView user, const Secret& password)
{
    const std::size_t size = 2 + static_cast<std::size_t>(user.size()) + password.size();
    Secret plain = Secret::withSize(size);
    std::copy(user.begin(), user.end(), plain.data() + 1);
    std::copy(password.view().begin(), password.view().end(), plain.data() + 2 + user.size());
    const std::size_t encoded = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
    Secret base64 = Secret::withSize(encoded);
    sodium_bin2base64(base64.data(), encoded, reinterpret_cast<const unsigned char*>(plain.data()), size,
                      sodium_base64_VARIANT_ORIGINAL);
    // sodium ends it with a zero byte
    return Secret(base64.view().chopped(1));
}

} // namespace staffelstab::mail
