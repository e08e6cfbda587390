// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"

#include <QString>

namespace staffelstab::app {

// Stable names for machines; the sentences are the pages'.

QString roleName(receipt::Role role);
QString levelName(receipt::SignatureLevel level);
QString revocationName(receipt::RevocationFinding::State state);
QString findingName(receipt::Finding::Kind kind);

} // namespace staffelstab::app
