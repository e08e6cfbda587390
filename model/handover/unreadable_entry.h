// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "mail/mail_store.h"

#include <QString>

namespace staffelstab::handover {

/** A message that could not be read, copied or removed, and why. */
struct UnreadableEntry
{
    quint16 mailbox = 0;
    QString folder;
    mail::MessageKey key;
    qint64 bytes = 0;
    Failure why;
};

} // namespace staffelstab::handover
