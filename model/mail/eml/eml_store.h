// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/file_store.h"

namespace staffelstab::mail {

/**
 * A folder of .eml and Outlook's .msg files, with folders in it. Symbolic links are listed as unreadable and never
 * followed, so nothing outside is read or removed. A key is the file's path relative to the mailbox.
 */
class EmlStore : public FileStore
{
public:
    EmlStore(QString root, QStringList wanted);
    [[nodiscard]] StoreKind kind() const override { return StoreKind::Eml; }

protected:
    Result<std::vector<Folder>> findFolders(JobContext& job) override;
    Status visitFiles(const Folder& folder, const NameVisitor& visit) override;
    [[nodiscard]] QByteArray keyPrefix(const Folder& folder) const override;
    [[nodiscard]] QStringList folderParts() const override;

private:
    Status findBelow(const QByteArray& rawName, int depth, std::vector<Folder>& found, JobContext& job);
    Status findInFolders(const QByteArray& parent, const std::vector<FolderEntry>& folders, int depth,
                         std::vector<Folder>& found, JobContext& job);
};

} // namespace staffelstab::mail
