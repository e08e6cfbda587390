// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace staffelstab::mail {

/** What the beginning of a message says, as far as a scan looks at it. To be read at once and dropped, never kept. */
struct BodyText
{
    /** The first text part in Unicode; HTML as the text it shows. */
    QString text;
    /** File names of attachments, those without a name by their media type ("image/png"). */
    QStringList attachments;
    /** There was no plain text beside the HTML. */
    bool isHtmlOnly = false;
};

/**
 * Reads a message whose body may end anywhere (ScannedMessage::bodyStart). Looks at no more than the first 32 parts and
 * 4 levels. Safe on any bytes; reentrant.
 */
BodyText readBodyText(QByteArrayView header, QByteArrayView bodyStart);

} // namespace staffelstab::mail
