// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

namespace staffelstab::app {

/** SecretFileTooOpen unless only its owner can read the file. */
Status checkSecretFile(const QString& path);

/**
 * The first line of a file that only its owner can read: the command line's way to hand a password in. The line end is
 * not part of it. An empty first line is BadInput.
 */
Result<Secret> readSecretFile(const QString& path);

} // namespace staffelstab::app
