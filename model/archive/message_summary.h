// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace staffelstab::archive {

/** What the index and file names say about a message. All texts are from mail and may hold anything. */
struct MessageSummary
{
    QString from;
    /** Bare address of the sender. */
    QString sender;
    QString to;
    QString cc;
    QString subject;
    /** UTC; invalid if unknown. */
    QDateTime date;
    QString messageId;
    bool mayHaveAttachments = false;
};

/** Texts are cut to what an index can show. */
MessageSummary summarise(QByteArrayView header);

} // namespace staffelstab::archive
