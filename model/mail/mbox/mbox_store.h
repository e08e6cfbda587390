// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mbox/mbox_index.h"
#include "mail/mbox/mbox_place.h"

namespace staffelstab::mail {

/**
 * One mbox file or a tree of them (Thunderbird's among others). Messages are delivered as they stand in the file:
 * without the From_ line and the empty line behind them, ">From " untouched. Keys stay good when the file is rewritten
 * by remove(): a message that moved is found by its fingerprint.
 */
class MboxStore : public MailStore
{
public:
    MboxStore(QString root, QStringList wanted);
    [[nodiscard]] StoreKind kind() const override { return StoreKind::Mbox; }
    [[nodiscard]] bool mayRemove() const override { return true; }
    Result<std::vector<Folder>> folders(JobContext& job) override;
    Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) override;
    Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                JobContext& job) override;
    Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job) override;

private:
    [[nodiscard]] Result<QString> fileOf(const Folder& folder) const;
    Status scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job);
    Status scanFile(int index, const QString& path, MboxSplitter& splitter, MboxPlace place, ScanSink& sink,
                    JobContext& job);
    Status readOne(const QString& path, BlockReader& reader, const MessageRef& ref, MessageReceiver& receiver,
                   JobContext& job);

    QString m_root;
    QStringList m_wanted;
    MboxIndex m_index;
    Progress m_progress;
};

} // namespace staffelstab::mail
