// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

namespace staffelstab {

Q_LOGGING_CATEGORY(logMail, "staffelstab.mail", QtInfoMsg)
Q_LOGGING_CATEGORY(logDirectory, "staffelstab.directory", QtInfoMsg)
Q_LOGGING_CATEGORY(logReceipt, "staffelstab.receipt", QtInfoMsg)
Q_LOGGING_CATEGORY(logCase, "staffelstab.case", QtInfoMsg)

} // namespace staffelstab
