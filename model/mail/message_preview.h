// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/mail_store.h"

#include <QString>

#include <vector>

namespace staffelstab::mail {

/** What the leaver sees of one message. Nothing is loaded, opened or run for it. */
struct MessagePreview
{
    struct Attachment
    {
        QString name;
        QString mediaType;
        qint64 bytes = 0;
    };
    /** The text/plain part, or the text of the HTML part; cut off after 200,000 characters. */
    QString text;
    /** Sanitised HTML (see sanitiseHtml), empty if the message has none. */
    QString html;
    std::vector<Attachment> attachments;
    bool isCut = false;
};

/** Parses a whole raw message (at most `previewLimit` bytes of it are looked at; the rest makes isCut true). */
inline constexpr qint64 previewLimit = 20L * 1024 * 1024;
Result<MessagePreview> makePreview(QByteArrayView message);

/** Reads one message from the store, up to previewLimit, and makes its preview. */
Result<MessagePreview> readPreview(MailStore& store, const Folder& folder, const MessageRef& message, JobContext& job);

} // namespace staffelstab::mail
