// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/file_index.h"
#include "mail/folder_entries.h"
#include "mail/mail_store.h"
#include "mail/message_file.h"

#include <QElapsedTimer>

namespace staffelstab::mail {

/** A mailbox on disk with one file per message: all but where the files are and what their keys look like. */
class FileStore : public MailStore
{
public:
    [[nodiscard]] bool mayRemove() const override { return true; }
    Result<std::vector<Folder>> folders(JobContext& job) override;
    Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) override;
    Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                JobContext& job) override;
    Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job) override;

protected:
    FileStore(QString root, QStringList wanted);

    [[nodiscard]] const QString& root() const { return m_root; }
    /** Where a folder is on disk; FolderGone for a name that leads out of the mailbox. */
    [[nodiscard]] Result<QString> placeOf(const Folder& folder) const;

    /** False if the folder's name on disk is not valid in the system's encoding: Qt cannot open it. */
    [[nodiscard]] static bool isReachable(const Folder& folder);

    virtual Result<std::vector<Folder>> findFolders(JobContext& job) = 0;
    using NameVisitor =
        std::function<void(QByteArrayView name, FileListing::KeyPart key, FileListing::Problem problem)>;
    /** Every name in a folder that is a message or should be one, relative to the folder, in no order. */
    virtual Status visitFiles(const Folder& folder, const NameVisitor& visit) = 0;
    /** What all keys of a folder begin with. */
    [[nodiscard]] virtual QByteArray keyPrefix(const Folder& /*folder*/) const { return {}; }
    /** A file's key names its content for good: nobody writes to a file that is there. */
    [[nodiscard]] virtual bool hasKeysForGood() const { return false; }
    /** Folders in which remove() unlinks files, relative to the folder. */
    [[nodiscard]] virtual QStringList folderParts() const = 0;

private:
    Status scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job);
    void scanFile(int index, const QString& path, MessageKey&& key, ScanSink& sink);
    /** The file's path now; empty if there is none. Lists the folder again if it is not where it was. */
    Result<QString> find(const Folder& folder, const MessageKey& key);
    Status list(const Folder& folder);
    Status removeOne(const Folder& folder, const RemovalOrder& order, JobContext& job);
    Status flush(const Folder& folder) const;
    Status checkGone(const Folder& folder, RemovalOutcome& outcome);

    QString m_root;
    QStringList m_wanted;
    MessageFileReader m_reader;
    /** Where the messages of the folder looked at last are. */
    QByteArray m_listedFolder;
    FileIndex m_listed;
    QElapsedTimer m_sinceListed;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace staffelstab::mail
