// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/scan_act.h"

namespace staffelstab::handover {

namespace {

/** Takes one mailbox's messages into the table and counts per folder. */
class TableFiller : public mail::ScanSink
{
public:
    TableFiller(quint16 mailbox, Scanned& scanned)
        : m_mailbox(mailbox), m_scanned(scanned), m_folders(scanned.report.folders.emplace_back())
    {
    }

    void folderBegins(int /*index*/, const mail::Folder& folder) override
    {
        m_tableFolders.push_back(m_scanned.table.addFolder({m_mailbox, folder}));
        FolderCount count;
        count.path = folder.path;
        count.use = folder.use;
        m_folders.push_back(count);
    }

    void message(int folderIndex, mail::ScannedMessage&& message) override
    {
        const auto index = static_cast<std::size_t>(folderIndex);
        separation::MessageFacts facts = separation::factsOf(std::move(message));
        facts.mailbox = m_mailbox;
        facts.folder = m_tableFolders[index];
        m_scanned.table.append(facts);
        count(m_folders[index], facts);
    }

    void unreadable(int folderIndex, mail::UnreadableMessage&& message) override
    {
        FolderCount& folder = m_folders[static_cast<std::size_t>(folderIndex)];
        ++folder.unreadable;
        m_scanned.report.unreadable.push_back(
            {m_mailbox, folder.path, std::move(message.key), message.bytes, std::move(message.why)});
    }

private:
    static void count(FolderCount& folder, const separation::MessageFacts& facts)
    {
        ++folder.messages;
        folder.bytes += facts.bytes;
        if (!facts.date.isValid()) {
            return;
        }
        if (!folder.oldest.isValid() || facts.date < folder.oldest) {
            folder.oldest = facts.date;
        }
        if (!folder.newest.isValid() || facts.date > folder.newest) {
            folder.newest = facts.date;
        }
    }

    quint16 m_mailbox;
    Scanned& m_scanned;
    std::vector<FolderCount>& m_folders;
    std::vector<quint32> m_tableFolders;
};

} // namespace

Result<Scanned> scanMailboxes(std::vector<MailboxLogin> logins, const QString& leaverAddress, const QDateTime& now,
                              JobContext& job)
{
    Scanned scanned;
    scanned.report.at = now;
    scanned.report.folders.reserve(logins.size());
    scanned.table.setOwnAddresses({leaverAddress});
    for (std::size_t i = 0; i < logins.size(); ++i) {
        Result<std::unique_ptr<mail::MailStore>> store = mail::openMailStore(logins[i].source, logins[i].password, job);
        if (!store) {
            return store.failure();
        }
        const Result<std::vector<mail::Folder>> folders = (*store)->folders(job);
        if (!folders) {
            return folders.failure();
        }
        TableFiller filler(static_cast<quint16>(i), scanned);
        if (Status read = (*store)->scan(*folders, filler, job); !read) {
            return read.failure();
        }
    }
    scanned.logins = std::move(logins);
    return scanned;
}

} // namespace staffelstab::handover
