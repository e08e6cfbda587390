// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/prepared_signature.h"

namespace staffelstab::receipt {

/** Makes the CMS over everything but the hole, stamped if the request names a server, and puts it into the hole. */
Result<QByteArray> fillSignature(PreparedSignature prepared, const SignatureRequest& request, const SigningKey& key,
                                 JobContext& job);

} // namespace staffelstab::receipt
