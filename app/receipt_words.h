// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"

#include <QString>
#include <QStringList>

namespace staffelstab::app {

// Stable names for machines, and sentences for people who read a verdict on the terminal.

QString roleName(receipt::Role role);
QString levelName(receipt::SignatureLevel level);
QString findingName(receipt::Finding::Kind kind);
QStringList findingSentences(const receipt::ReceiptFinding& finding);

} // namespace staffelstab::app
