// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <QJsonObject>

namespace staffelstab::handover {

/** Where a mailbox is, as it stands in the case file; a missing field is its default. */
QJsonObject sourceToJson(const mail::MailboxSource& source);
mail::MailboxSource sourceFrom(const QJsonObject& json);

} // namespace staffelstab::handover
