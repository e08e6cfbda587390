// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace staffelstab {

/**
 * What went wrong technically, for the person who maintains the installation. Never mail content, addresses, file names
 * from mail or secrets: counts, error codes and host names only.
 */
Q_DECLARE_LOGGING_CATEGORY(logMail)
Q_DECLARE_LOGGING_CATEGORY(logDirectory)
Q_DECLARE_LOGGING_CATEGORY(logReceipt)
Q_DECLARE_LOGGING_CATEGORY(logCase)

} // namespace staffelstab
