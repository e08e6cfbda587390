// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

namespace staffelstab::receipt {

/** Who has to settle an open point once the person is gone. */
enum class OpenPointOwner { It, Supervisor, Hr };

/** IT: accounts, passwords, locks, forwards. HR: what should have been read. All the rest is the supervisor's. */
OpenPointOwner ownerOf(const OpenPoint& point);

} // namespace staffelstab::receipt
