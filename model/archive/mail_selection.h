// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <functional>
#include <vector>

namespace staffelstab::archive {

/** Messages to copy, folder by folder, from one open mailbox. */
struct FolderSelection
{
    mail::Folder folder;
    std::vector<mail::MessageRef> messages;
};

struct MailSelection
{
    mail::MailStore* store = nullptr;
    /** Name of the mailbox as the reader of the copy sees it; only used where there is more than one. */
    QString mailboxName;
    std::vector<FolderSelection> folders;
};

/** Names one message of a selection: indices into the vectors above. */
struct SelectedMessage
{
    int mailbox = 0;
    int folder = 0;
    mail::MessageKey key;
};

/** A message that was asked for but could not be copied. */
struct SkippedMessage
{
    SelectedMessage message;
    Failure why;
};

/** A message whose copy was written, flushed, read back and compared. */
struct CopiedMessage
{
    SelectedMessage message;
    qint64 bytes = 0;
    /** Of the raw bytes as the store delivered them. */
    QByteArray sha256;
};

} // namespace staffelstab::archive
