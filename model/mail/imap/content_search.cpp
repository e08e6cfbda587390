// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/content_search.h"

#include "mail/imap/fetch_run.h"
#include "mail/imap/folder_scan.h"
#include "mail/imap/message_key.h"

#include <map>
#include <set>

namespace staffelstab::mail::imap {

namespace {

/** UIDs of the messages that have one of some sizes. */
class SizeSearch : public ResponseSink
{
public:
    SizeSearch(const Folder& folder, std::set<qint64> sizes) : m_folder(folder), m_sizes(std::move(sizes)) {}

    Status run(Session& session)
    {
        m_keys.clear();
        if (Status opened = openFolder(session, m_folder, false); !opened || session.open.messages == 0) {
            return opened;
        }
        m_uidValidity = session.open.uidValidity;
        const Result<StatusLine> answer = session.connection->run(Command("UID FETCH 1:* (UID RFC822.SIZE)"), *this);
        if (!answer) {
            return answer.failure();
        }
        return answer->kind == StatusLine::Kind::Ok ? Status(Done{})
                                                    : refusal(*answer, Failure::Kind::ServerRefused, m_folder.path);
    }
    [[nodiscard]] static qint64 progress() { return 0; }
    [[nodiscard]] const std::set<MessageKey>& keys() const { return m_keys; }

private:
    Status fetchEnds(const FetchItems& items) override
    {
        if (items.uid != 0 && m_sizes.contains(items.size)) {
            m_keys.insert(messageKey(m_uidValidity, items.uid));
        }
        return Done{};
    }

    const Folder& m_folder;
    std::set<qint64> m_sizes;
    std::set<MessageKey> m_keys;
    quint32 m_uidValidity = 0;
};

/** Takes the headers of some messages and says which orders they fit. */
class HeaderMatch : public ScanSink
{
public:
    HeaderMatch(const std::set<MessageKey>& keys, std::span<const RemovalOrder* const> orders) : m_keys(keys)
    {
        for (std::size_t i = 0; i < orders.size(); ++i) {
            m_orders.emplace(orders[i]->ref.fingerprint, i);
        }
    }

    void folderBegins(int /*index*/, const Folder& /*folder*/) override {}
    bool hasAlready(int /*folderIndex*/, const MessageKey& key, const QByteArray& /*stamp*/) override
    {
        return !m_keys.contains(key);
    }
    void message(int /*folderIndex*/, ScannedMessage&& message) override
    {
        const auto [from, to] = m_orders.equal_range(message.fingerprint);
        for (auto order = from; order != to; ++order) {
            matches.push_back({order->second, {message.key, message.fingerprint, message.bytes}});
        }
    }
    void unreadable(int /*folderIndex*/, UnreadableMessage&& message) override
    {
        if (message.key.isEmpty()) {
            failure = message.why;
        }
    }

    std::vector<Match> matches;
    /** The folder could not be opened. */
    std::optional<Failure> failure;

private:
    const std::set<MessageKey>& m_keys;
    std::multimap<QByteArray, std::size_t> m_orders;
};

} // namespace

Result<std::vector<Match>> findAlike(SessionKeeper& sessions, const Folder& folder,
                                     std::span<const RemovalOrder* const> orders, JobContext& job)
{
    std::set<qint64> sizes;
    for (const RemovalOrder* order : orders) {
        sizes.insert(order->ref.bytes);
    }
    SizeSearch search(folder, std::move(sizes));
    if (Status searched = sessions.run(job, search); !searched) {
        return searched.failure();
    }
    HeaderMatch sink(search.keys(), orders);
    if (search.keys().empty()) {
        return std::move(sink.matches);
    }
    JobContext silent = job.silent();
    FolderScan scan(std::span(&folder, 1), sink, silent);
    if (Status scanned = sessions.run(job, scan); !scanned) {
        return scanned.failure();
    }
    if (sink.failure) {
        return *sink.failure;
    }
    return std::move(sink.matches);
}

} // namespace staffelstab::mail::imap
