// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

namespace staffelstab::mail {

/** RFC 4616: empty authorisation identity, user and password, in Base64, without a copy outside the secret heap. */
Secret saslPlain(QByteArrayView user, const Secret& password);

} // namespace staffelstab::mail
