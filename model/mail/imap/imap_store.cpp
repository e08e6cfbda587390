// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/imap_store.h"

#include "mail/imap/folder_list.h"
#include "mail/imap/folder_scan.h"
#include "mail/imap/label_folders.h"
#include "mail/imap/message_read.h"
#include "mail/imap/message_removal.h"
#include "mail/imap/session_keeper.h"
#include "mail/imap/socket_stream.h"
#include "mail/imap/trash_removal.h"

#include <set>

namespace staffelstab::mail {

using Kind = Failure::Kind;

namespace {

class ImapStore : public MailStore
{
public:
    ImapStore(const MailboxSource& source, const Secret& password, const ImapOptions& options,
              imap::StreamFactory streams)
        : m_sessions(source, password.clone(), options, std::move(streams))
    {
    }

    Status open(JobContext& job)
    {
        Result<imap::Session*> session = m_sessions.session(job);
        if (!session) {
            return session.failure();
        }
        m_hasLabels = (*session)->can("X-GM-EXT-1");
        m_mayRemove = (*session)->can("UIDPLUS") && (!m_hasLabels || (*session)->can("MOVE"));
        return Done{};
    }

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Imap; }
    [[nodiscard]] bool mayRemove() const override { return m_mayRemove; }

    Result<std::vector<Folder>> folders(JobContext& job) override;
    Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) override;
    Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                JobContext& job) override;
    Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job) override;
    Result<RemovalOutcome> lookFor(const Folder& folder, std::span<const RemovalOrder> orders,
                                   JobContext& job) override;

private:
    Result<std::unique_ptr<imap::GroupRemoval>> removalIn(const Folder& folder, JobContext& job);

    imap::SessionKeeper m_sessions;
    bool m_mayRemove = false;
    /** Folders are labels there, and a message in several of them is one (imap/trash_removal.h). */
    bool m_hasLabels = false;
};

Result<std::vector<Folder>> ImapStore::folders(JobContext& job)
{
    struct Listing
    {
        Status run(imap::Session& session)
        {
            Result<std::vector<Folder>> listed = imap::listFolders(session, wanted);
            if (!listed) {
                return listed.failure();
            }
            folders = std::move(*listed);
            return Done{};
        }
        [[nodiscard]] static qint64 progress() { return 0; }
        const QStringList& wanted;
        std::vector<Folder> folders;
    };
    Listing listing{m_sessions.source().folders, {}};
    job.report({Progress::Stage::Listing, 0, 0, 0, 0});
    if (Status done = m_sessions.run(job, listing); !done) {
        return done.failure();
    }
    return std::move(listing.folders);
}

Status ImapStore::scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    imap::FolderScan scan(folders, sink, job);
    return m_sessions.run(job, scan);
}

Status ImapStore::read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                       JobContext& job)
{
    if (messages.empty()) {
        return Done{};
    }
    imap::MessageRead read(folder, messages, receiver, false);
    return m_sessions.run(job, read);
}

/** RemovalUnsupported where the server cannot do what a removal takes. */
Result<std::unique_ptr<imap::GroupRemoval>> ImapStore::removalIn(const Folder& folder, JobContext& job)
{
    if (!m_mayRemove) {
        return Failure{Kind::RemovalUnsupported, m_sessions.source().host,
                       m_hasLabels ? QStringLiteral("trash") : QStringLiteral("no UIDPLUS")};
    }
    if (!m_hasLabels || folder.use == SpecialUse::Trash) {
        using enum imap::MessageRemoval::Gone;
        return std::unique_ptr<imap::GroupRemoval>(
            std::make_unique<imap::MessageRemoval>(m_sessions, folder, m_hasLabels ? Unproven : Removed, job));
    }
    auto removal = std::make_unique<imap::TrashRemoval>(m_sessions, folder, job);
    if (Status prepared = removal->prepare(); !prepared) {
        return prepared.failure();
    }
    return std::unique_ptr<imap::GroupRemoval>(std::move(removal));
}

/** By UID SEARCH, as a removal looks: a FETCH may leave out a message that is there. */
Result<RemovalOutcome> ImapStore::lookFor(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    imap::FolderExpunge look(m_sessions, folder, job);
    RemovalOutcome outcome;
    for (std::span<const RemovalOrder> rest = orders; !rest.empty();) {
        if (Status go = job.mayGoOn(); !go) {
            return go.failure();
        }
        const std::span<const RemovalOrder> group = rest.first(std::min(rest.size(), imap::longestBatch));
        rest = rest.subspan(group.size());
        if (Status looked = look.findMissing(group, outcome); !looked) {
            return looked.failure();
        }
    }
    if (m_hasLabels) {
        if (Status looked = imap::lookElsewhere(m_sessions, folder, orders, outcome, job); !looked) {
            return looked.failure();
        }
    }
    return outcome;
}

Result<RemovalOutcome> ImapStore::remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    Result<std::unique_ptr<imap::GroupRemoval>> made = removalIn(folder, job);
    if (!made && made.failure().kind == Kind::RemovalUnsupported) {
        RemovalOutcome outcome;
        for (const RemovalOrder& order : orders) {
            outcome.kept.push_back({order.ref.key, made.failure()});
        }
        return outcome;
    }
    if (!made) {
        return made.failure();
    }
    imap::GroupRemoval& removal = **made;
    // An order given twice is one order.
    std::vector<RemovalOrder> unique;
    std::set<MessageKey> seen;
    for (const RemovalOrder& order : orders) {
        if (seen.insert(order.ref.key).second) {
            unique.push_back(order);
        }
    }
    std::span<const RemovalOrder> rest(unique);
    while (!rest.empty()) {
        job.report({Progress::Stage::Removing, static_cast<qint64>(unique.size() - rest.size()),
                    static_cast<qint64>(unique.size()), 0, 0});
        const std::span<const RemovalOrder> group = rest.first(std::min(rest.size(), imap::longestBatch));
        rest = rest.subspan(group.size());
        if (!removal.removeGroup(group)) {
            if (!removal.hasTouched()) {
                return removal.why();
            }
            removal.keep(rest, removal.why());
            break;
        }
    }
    return std::move(removal.outcome());
}

} // namespace

Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job)
{
    return openImapStore(source, password, job, ImapOptions{});
}

Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job,
                                                 const ImapOptions& options)
{
    return openImapStore(source, password, job, options, imap::socketStreams(source, password, options));
}

Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job,
                                                 const ImapOptions& options, imap::StreamFactory streams)
{
    job.report({Progress::Stage::Connecting, 0, 0, 0, 0});
    auto store = std::make_unique<ImapStore>(source, password, options, std::move(streams));
    if (Status opened = store->open(job); !opened) {
        return opened.failure();
    }
    return std::unique_ptr<MailStore>(std::move(store));
}

} // namespace staffelstab::mail
