// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/bag_writer.h"
#include "archive/folder_paths.h"
#include "archive/index_writer.h"
#include "archive/message_copy.h"
#include "archive/resumable_tree.h"

#include <map>

namespace staffelstab::archive {

/** Each message becomes one file of the bag and one row of the index. */
class BagConsumer final : public MessageConsumer
{
public:
    /**
     * `longestName`: what the medium keeps of a file's name, in UTF-16 units. `resumable`: the tree the bag is written
     * into, if that can be gone on with.
     */
    BagConsumer(std::span<const MailSelection> selection, BagWriter& bag, IndexWriter& index, qsizetype longestName,
                ResumableTree* resumable);

    Status folderBegins(int mailbox, int folder) override;
    Status folderAgain(int mailbox, int folder) override;
    Status take(WholeMessage& message) override;
    Status folderEnds() override { return m_index.endFolder(); }
    Result<TakenUp> takeUp(int mailbox, int folder, std::size_t messages, mail::MessageReceiver& receiver) override;
    Status reached(const CopyPlace& place, std::span<const SkippedMessage> skipped) override;

private:
    /** Safe name and messages so far. */
    struct OpenFolder
    {
        QString path;
        int messages = 0;
    };

    FolderPaths m_paths;
    BagWriter& m_bag;
    IndexWriter& m_index;
    qsizetype m_longestName;
    ResumableTree* m_resumable;
    std::map<std::pair<int, int>, OpenFolder> m_folders;
    OpenFolder* m_folder = nullptr;
};

} // namespace staffelstab::archive
