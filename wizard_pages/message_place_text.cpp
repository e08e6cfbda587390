// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/message_place_text.h"

#include <QFile>
#include <QLocale>

namespace staffelstab::wizard_pages {

namespace {

/** The number at the end of "UIDVALIDITY.UID" or "item 11", or at the beginning of "offset+length+mark"; else -1. */
qint64 numberIn(const QByteArray& key, char separator, bool isLast)
{
    const QList<QByteArray> parts = key.split(separator);
    bool isNumber = false;
    const qint64 number = (isLast ? parts.last() : parts.first()).toLongLong(&isNumber);
    return parts.size() > 1 && isNumber ? number : -1;
}

} // namespace

QString MessagePlaceText::of(mail::StoreKind kind, const mail::MessageKey& key)
{
    using mail::StoreKind;
    const QLocale locale;
    if (key.isEmpty()) {
        return tr("the folder itself");
    }
    if (kind == StoreKind::Imap) {
        if (const qint64 number = numberIn(key, '.', true); number >= 0) {
            return tr("number %1 on the server").arg(number);
        }
    } else if (kind == StoreKind::Pst) {
        // Counted from 0 where the item's own number could not be read.
        const qint64 index = numberIn(key, ' ', true);
        return index >= 0 ? tr("item %1").arg(locale.toString(index + 1))
                          : tr("item with the number %1").arg(QString::fromLatin1(key));
    } else if (kind == StoreKind::Mbox || kind == StoreKind::Thunderbird) {
        if (const qint64 offset = key.count('+') == 2 ? numberIn(key, '+', false) : -1; offset >= 0) {
            return tr("from byte %1 on").arg(locale.toString(offset));
        }
    }
    return QFile::decodeName(key);
}

QString MessagePlaceText::of(const mail::MailboxSource& mailbox, const handover::UnreadableEntry& entry)
{
    const bool isOfFile = entry.key.isEmpty() && !mailbox.path.isEmpty() && entry.why.subject == mailbox.path;
    return isOfFile ? tr("the whole file") : of(mailbox.kind, entry.key);
}

} // namespace staffelstab::wizard_pages
