// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <functional>
#include <memory>
#include <vector>

namespace staffelstab::archive {

/**
 * References of the messages of one folder. A million of them at hand would take 200 MB, so that they may also be made
 * one by one when they are asked for, from something that knows them anyway.
 */
class MessageRefs
{
public:
    using Make = std::function<mail::MessageRef(std::size_t)>;

    MessageRefs() = default;
    MessageRefs(std::vector<mail::MessageRef> refs)
        : m_size(refs.size()), m_make([all = std::make_shared<const std::vector<mail::MessageRef>>(std::move(refs))](
                                          std::size_t number) { return (*all)[number]; })
    {
    }
    /** `make` is called from the thread that copies. */
    MessageRefs(std::size_t size, Make make) : m_size(size), m_make(std::move(make)) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] mail::MessageRef at(std::size_t number) const { return m_make(number); }
    /** At most `most` of them, from the given one on. */
    [[nodiscard]] std::vector<mail::MessageRef> part(std::size_t from, std::size_t most) const;
    [[nodiscard]] std::vector<mail::MessageRef> all() const { return part(0, m_size); }

private:
    std::size_t m_size = 0;
    Make m_make;
};

/** Messages to copy, folder by folder, from one open mailbox. */
struct FolderSelection
{
    mail::Folder folder;
    MessageRefs messages;
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

/** How far a copy of a selection has got: all messages before were taken or are among the skipped ones. */
struct CopyPlace
{
    /** Indices into the selection. */
    int mailbox = 0;
    int folder = 0;
    /** So many of the folder's messages, in the order of the selection. */
    quint32 done = 0;

    bool operator==(const CopyPlace&) const = default;
};

/** A message whose copy was written, flushed, read back and compared. */
struct CopiedMessage
{
    /** Indices into the selection, and into the folder's messages: a key for each of a million takes 90 MB. */
    int mailbox = 0;
    int folder = 0;
    quint32 number = 0;
    qint64 bytes = 0;
    /** Of the raw bytes as the store delivered them. */
    QByteArray sha256;
};

} // namespace staffelstab::archive
