// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/file_tree.h"
#include "archive/folder_paths.h"
#include "archive/message_copy.h"
#include "archive/takeaway.h"
#include "archive/takeaway_read_back.h"

namespace staffelstab::archive {

/** One .eml file per message, in the mailbox's folders. */
class EmlWriter final : public MessageConsumer
{
public:
    EmlWriter(std::span<const MailSelection> selection, FileTree& tree, std::vector<PlacedFile>& files)
        : m_paths(selection), m_tree(tree), m_files(files)
    {
    }
    Status folderBegins(int mailbox, int folder) override;
    Status take(WholeMessage& message) override;
    Status folderEnds() override { return Done{}; }

private:
    FolderPaths m_paths;
    FileTree& m_tree;
    std::vector<PlacedFile>& m_files;
    QString m_folder;
    int m_number = 0;
};

/**
 * One mboxrd file per mail folder. Bytes are kept as they are, line ends too; only a message that does not end with a
 * line break is followed by one that was not its own, because an mbox cannot do without.
 */
class MboxWriter final : public MessageConsumer
{
public:
    MboxWriter(std::span<const MailSelection> selection, FileTree& tree, std::vector<PlacedFile>& files)
        : m_paths(selection), m_tree(tree), m_files(files)
    {
    }
    Status folderBegins(int mailbox, int folder) override;
    Status take(WholeMessage& message) override;
    Status folderEnds() override;

private:
    Status put(QByteArrayView bytes);
    Status beginFile();
    Status quoted(Spool& content);

    FolderPaths m_paths;
    FileTree& m_tree;
    std::vector<PlacedFile>& m_files;
    int m_mailbox = 0;
    int m_folder = 0;
    bool m_isOpen = false;
    qint64 m_position = 0;
    char m_lastByte = '\n';
};

} // namespace staffelstab::archive
