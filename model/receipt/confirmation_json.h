// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_signer.h"

#include <optional>

namespace staffelstab::receipt {

/** The supervisor's confirmation as canonical JSON, as it lies in the signature dictionary under
 * /StaffelstabConfirmation. */
QByteArray confirmationJson(const Confirmation& confirmation);
std::optional<Confirmation> readConfirmation(const QByteArray& json);

inline constexpr const char* confirmationKey = "/StaffelstabConfirmation";

} // namespace staffelstab::receipt
