// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/file_store.h"

namespace staffelstab::mail {

/**
 * A Maildir, with the folders of Maildir++ (".Privat.Verein" beside cur) or as nested plain folders, or both.
 * A message keeps its key when its flags change: the key is its file name without ":2,FLAGS". Messages marked as
 * deleted (flag T) are messages like others.
 */
class MaildirStore : public FileStore
{
public:
    /** Thunderbird writes into its messages (X-Mozilla-Status); nobody else does. */
    enum class Files { NeverChange, MayChange };

    MaildirStore(QString root, QStringList wanted, Files files = Files::NeverChange);
    [[nodiscard]] StoreKind kind() const override { return StoreKind::Maildir; }

protected:
    Result<std::vector<Folder>> findFolders(JobContext& job) override;
    Status visitFiles(const Folder& folder, const NameVisitor& visit) override;
    [[nodiscard]] bool hasKeysForGood() const override { return m_files == Files::NeverChange; }
    [[nodiscard]] QStringList folderParts() const override;

private:
    struct Level
    {
        /** Relative to the root, "." for the root itself. */
        QByteArray rawName;
        QString path;
        int depth = 0;
    };
    Status findBelow(const Level& level, std::vector<Folder>& found, JobContext& job);
    static Status visitPart(const QString& place, const QByteArray& part, const NameVisitor& visit);
    void addLink(const Level& level, const FolderEntry& entry, std::vector<Folder>& found) const;

    Files m_files;
    bool m_hasEscapes = false;
};

} // namespace staffelstab::mail
