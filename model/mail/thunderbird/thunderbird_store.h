// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

namespace staffelstab::mail {

/**
 * A Thunderbird profile: all its accounts and local folders as one mailbox, each account a first level of the folders.
 * Reads what lies on this computer, in either of Thunderbird's stores. A message that Thunderbird has deleted and not
 * yet compacted away (X-Mozilla-Status, bit 8) is none any more and not reported. Nothing is removed while Thunderbird
 * is open.
 */
class ThunderbirdStore : public MailStore
{
public:
    /** `folder` is the profile, or Thunderbird's data folder: then its default profile. */
    static Result<std::unique_ptr<MailStore>> open(const QString& folder, QStringList wanted);

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Thunderbird; }
    [[nodiscard]] bool mayRemove() const override { return true; }
    Result<std::vector<Folder>> folders(JobContext& job) override;
    Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) override;
    Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                JobContext& job) override;
    Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job) override;

private:
    struct Account
    {
        QString name;
        std::unique_ptr<MailStore> store;
    };
    struct Place
    {
        MailStore* store = nullptr;
        Folder folder;
    };
    ThunderbirdStore(QString profile, QStringList wanted) : m_profile(std::move(profile)), m_wanted(std::move(wanted))
    {
    }
    /** The account's own name of a folder of folders(); FolderGone if it is none. */
    [[nodiscard]] Result<Place> placeOf(const Folder& folder) const;

    QString m_profile;
    QStringList m_wanted;
    std::vector<Account> m_accounts;
};

} // namespace staffelstab::mail
