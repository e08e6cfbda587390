// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/scan_act.h"

#include "handover/scan_progress.h"

namespace staffelstab::handover {

namespace {

/** Takes one mailbox's messages into the table and counts per folder. */
class TableFiller : public mail::ScanSink
{
public:
    /** `progress` may be null. */
    TableFiller(quint16 mailbox, Scanned& scanned, const mail::MailboxSource& source, ScanProgress* progress)
        : m_mailbox(mailbox), m_scanned(scanned), m_folders(scanned.report.folders.emplace_back()),
          m_name(mail::describe(source)), m_progress(progress)
    {
    }
    ~TableFiller() override
    {
        if (m_progress != nullptr) {
            m_progress->flush();
        }
    }
    TableFiller(const TableFiller&) = delete;
    TableFiller& operator=(const TableFiller&) = delete;

    void folderBegins(int /*index*/, const mail::Folder& folder) override
    {
        m_sequence.reset();
        m_isAskedByKey = false;
        m_tableFolders.push_back(m_scanned.table.addFolder({m_mailbox, folder}));
        FolderCount count;
        count.path = folder.path;
        count.use = folder.use;
        m_folders.push_back(count);
    }

    bool hasAlready(int folderIndex, const mail::MessageKey& key, const QByteArray& stamp) override
    {
        if (m_progress == nullptr) {
            return false;
        }
        m_isAskedByKey = true;
        auto facts = m_progress->find(m_name, rawName(folderIndex), key, stamp);
        if (facts) {
            append(folderIndex, std::move(*facts));
        }
        return facts.has_value();
    }

    Place goOnFrom(int folderIndex, const std::function<bool(const Place&)>& isUnchanged) override
    {
        if (m_progress == nullptr) {
            return {};
        }
        m_sequence.emplace(m_progress->sequence(m_name, rawName(folderIndex)));
        Place place = m_sequence->place();
        const ScanSequence::Taker taker{
            [&](separation::MessageFacts&& facts) { append(folderIndex, std::move(facts)); },
            [&](UnreadableEntry&& entry) { append(folderIndex, std::move(entry)); }};
        if (!place.isEmpty() && (!isUnchanged(place) || !m_sequence->takeUp(taker))) {
            place.clear();
        }
        if (place.isEmpty()) {
            m_sequence->startOver();
        }
        return place;
    }

    void reached(int /*folderIndex*/, const Place& place) override
    {
        if (m_sequence) {
            m_sequence->reached(place);
        }
    }

    void message(int folderIndex, mail::ScannedMessage&& message) override
    {
        const QByteArray stamp = message.stamp;
        const separation::MessageFacts facts = append(folderIndex, separation::factsOf(std::move(message)));
        if (m_sequence) {
            m_sequence->add(facts);
        } else if (m_isAskedByKey) {
            m_progress->add(m_name, rawName(folderIndex), facts, stamp);
        }
    }

    void unreadable(int folderIndex, mail::UnreadableMessage&& message) override
    {
        UnreadableEntry entry{m_mailbox, {}, std::move(message.key), message.bytes, std::move(message.why)};
        if (m_sequence) {
            m_sequence->add(entry);
        }
        append(folderIndex, std::move(entry));
    }

private:
    [[nodiscard]] const QByteArray& rawName(int folderIndex) const
    {
        return m_scanned.table.folders()[m_tableFolders[static_cast<std::size_t>(folderIndex)]].folder.rawName;
    }

    separation::MessageFacts append(int folderIndex, separation::MessageFacts&& facts)
    {
        const auto index = static_cast<std::size_t>(folderIndex);
        facts.mailbox = m_mailbox;
        facts.folder = m_tableFolders[index];
        m_scanned.table.append(facts);
        count(m_folders[index], facts);
        return std::move(facts);
    }

    void append(int folderIndex, UnreadableEntry&& entry)
    {
        FolderCount& folder = m_folders[static_cast<std::size_t>(folderIndex)];
        ++folder.unreadable;
        entry.mailbox = m_mailbox;
        entry.folder = folder.path;
        m_scanned.report.unreadable.push_back(std::move(entry));
    }

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
    QString m_name;
    ScanProgress* m_progress;
    // Of the folder at hand: how its store spares reading, if it does.
    bool m_isAskedByKey = false;
    std::optional<ScanSequence> m_sequence;
};

} // namespace

Result<Scanned> scanMailboxes(std::vector<MailboxLogin> logins, const QString& leaverAddress, const QDateTime& now,
                              JobContext& job, const QString& caseFile)
{
    Result<ScanProgress> progress = caseFile.isEmpty() ? Result<ScanProgress>(Failure{}) : ScanProgress::open(caseFile);
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
        TableFiller filler(static_cast<quint16>(i), scanned, logins[i].source, progress ? &*progress : nullptr);
        if (Status read = (*store)->scan(*folders, filler, job); !read) {
            return read.failure();
        }
    }
    scanned.table.squeeze();
    scanned.logins = std::move(logins);
    return scanned;
}

} // namespace staffelstab::handover
