// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/mapi/message_builder.h"

#include <QString>

namespace staffelstab::mail {

/** True for a file called *.msg that begins as Outlook's message files do. */
bool isMsgFile(const QString& path);

/**
 * The message that stands for an .msg file: rebuilt, with the file itself attached, so that its copy has lost nothing
 * and the file may be removed. The same each time.
 */
Result<mapi::RebuiltMessage> rebuildMsgFile(const QString& path);

} // namespace staffelstab::mail
