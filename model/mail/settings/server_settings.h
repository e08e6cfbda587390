// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

namespace staffelstab::mail {

/** What stands before and behind the last '@'; both empty if it is no address. */
struct SplitAddress
{
    QString local;
    QString domain;
};
inline SplitAddress splitAddress(const QString& address)
{
    const QString text = address.trimmed();
    const qsizetype at = text.lastIndexOf(u'@');
    return at <= 0 || at + 1 == text.size() ? SplitAddress{} : SplitAddress{text.left(at), text.mid(at + 1).toLower()};
}

} // namespace staffelstab::mail
