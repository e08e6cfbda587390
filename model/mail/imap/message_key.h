// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <optional>

namespace staffelstab::mail::imap {

/** "UIDVALIDITY.UID" */
struct UidKey
{
    quint32 uidValidity = 0;
    quint32 uid = 0;
};

inline MessageKey messageKey(quint32 uidValidity, quint32 uid)
{
    return QByteArray::number(uidValidity) + '.' + QByteArray::number(uid);
}

inline std::optional<UidKey> parseMessageKey(const MessageKey& key)
{
    const qsizetype dot = key.indexOf('.');
    UidKey parsed;
    bool isValidity = false;
    bool isUid = false;
    parsed.uidValidity = key.left(std::max<qsizetype>(dot, 0)).toUInt(&isValidity);
    parsed.uid = key.mid(dot + 1).toUInt(&isUid);
    if (!isValidity || !isUid || parsed.uid == 0) {
        return std::nullopt;
    }
    return parsed;
}

} // namespace staffelstab::mail::imap
