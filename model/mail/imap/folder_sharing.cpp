// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/folder_sharing.h"

#include "mail/imap/fetch_run.h"
#include "mail/imap/message_key.h"
#include "mail/imap/session_keeper.h"
#include "mail/imap/socket_stream.h"

#include <algorithm>
#include <optional>

namespace staffelstab::mail {

using Kind = Failure::Kind;
using imap::Command;
using imap::Session;

namespace {

class AccessSink : public imap::ResponseSink
{
public:
    void accessList(const QByteArray&, const std::vector<imap::AccessEntry>& some) override { entries = some; }
    std::optional<std::vector<imap::AccessEntry>> entries;
};

/** One command about a folder's rights; NotPermitted for any NO without another reason. */
Status say(Session& session, const Command& command, const Folder& folder, imap::ResponseSink& sink)
{
    const Result<imap::StatusLine> answer = session.connection->run(command, sink);
    if (!answer) {
        return answer.failure();
    }
    return answer->kind == imap::StatusLine::Kind::Ok ? Status(Done{})
                                                      : imap::refusal(*answer, Kind::NotPermitted, folder.path);
}

/** What one call does on a session; made again on another one if the connection is lost, which changes nothing. */
struct Talk
{
    Status run(Session& session)
    {
        if (!session.can("ACL")) {
            return Failure{Kind::SharingUnsupported, session.connection->host(), {}};
        }
        Status done = before ? before(session) : Done{};
        return done ? list(session) : done;
    }
    [[nodiscard]] static qint64 progress() { return 0; }

    Status list(Session& session)
    {
        AccessSink sink;
        Command command("GETACL ");
        command.string(folder.rawName);
        if (Status said = say(session, command, folder, sink); !said) {
            return said;
        }
        if (!sink.entries) {
            return Failure{Kind::ProtocolError, folder.path, QStringLiteral("no ACL in the answer")};
        }
        access.clear();
        for (const imap::AccessEntry& entry : *sink.entries) {
            access.push_back({QString::fromUtf8(entry.identifier), QString::fromLatin1(entry.rights)});
        }
        return Done{};
    }

    const Folder& folder;
    std::function<Status(Session&)> before;
    std::vector<FolderAccess> access;
};

/** The number of messages in the folder that are not among `mayBeSeen`. */
Result<qsizetype> strangers(Session& session, const Folder& folder, const std::set<MessageKey>& mayBeSeen)
{
    if (Status opened = imap::openFolder(session, folder, false); !opened) {
        return opened.failure();
    }
    if (session.open.messages == 0) {
        return qsizetype{0};
    }
    const Result<std::vector<quint32>> uids = imap::existingUids(session, "1:*");
    if (!uids) {
        return uids.failure();
    }
    const qsizetype seen = std::count_if(uids->begin(), uids->end(), [&](quint32 uid) {
        return mayBeSeen.contains(imap::messageKey(session.open.uidValidity, uid));
    });
    // A message that came after the count is a stranger too.
    return std::max<qsizetype>(static_cast<qsizetype>(uids->size()), session.open.messages) - seen;
}

class ImapSharing : public FolderSharing
{
public:
    ImapSharing(const MailboxSource& source, const Secret& password, const ImapOptions& options,
                imap::StreamFactory streams)
        : m_sessions(source, password.clone(), options, std::move(streams))
    {
    }

    Status open(JobContext& job)
    {
        const Result<Session*> session = m_sessions.session(job);
        if (!session) {
            return session.failure();
        }
        return (*session)->can("ACL") ? Status(Done{})
                                      : Failure{Kind::SharingUnsupported, m_sessions.source().host, {}};
    }

    Result<std::vector<FolderAccess>> look(const Folder& folder, JobContext& job) override
    {
        return talk(folder, {}, job);
    }

    Result<qint64> others(const Folder& folder, const std::set<MessageKey>& mayBeSeen, JobContext& job) override
    {
        struct Count
        {
            Status run(Session& session)
            {
                const Result<qsizetype> counted = strangers(session, folder, mayBeSeen);
                number = counted ? *counted : 0;
                return counted ? Status(Done{}) : counted.failure();
            }
            [[nodiscard]] static qint64 progress() { return 0; }
            const Folder& folder;
            const std::set<MessageKey>& mayBeSeen;
            qint64 number = 0;
        };
        Count count{folder, mayBeSeen, 0};
        if (Status done = m_sessions.run(job, count); !done) {
            return done.failure();
        }
        return count.number;
    }

    Result<std::vector<FolderAccess>> grantReading(const Folder& folder, const QString& identifier,
                                                   const std::set<MessageKey>& mayBeSeen, JobContext& job) override
    {
        const auto grant = [&](Session& session) -> Status {
            const Result<qsizetype> others = strangers(session, folder, mayBeSeen);
            if (!others || *others > 0) {
                return others ? Failure{Kind::NotAllowedNow, folder.path, QString::number(*others)} : others.failure();
            }
            return setRights(session, folder, identifier, "+lr");
        };
        Result<std::vector<FolderAccess>> access = talk(folder, grant, job);
        if (access && !mayRead(*access, identifier)) {
            return Failure{Kind::NotPermitted, folder.path, QStringLiteral("the access list does not say so")};
        }
        return access;
    }

    Result<std::vector<FolderAccess>> revokeReading(const Folder& folder, const QString& identifier,
                                                    JobContext& job) override
    {
        return talk(
            folder, [&](Session& session) { return setRights(session, folder, identifier, "-lr"); }, job);
    }

private:
    static Status setRights(Session& session, const Folder& folder, const QString& identifier, const char* rights)
    {
        const QByteArray who = identifier.toUtf8();
        if (!imap::isSafeName(who) || who.isEmpty() || who.startsWith('-')) {
            return Failure{Kind::BadInput, identifier, {}};
        }
        Command command("SETACL ");
        command.string(folder.rawName).text(" ").string(who).text(" ").text(rights);
        imap::ResponseSink nobody;
        return say(session, command, folder, nobody);
    }

    Result<std::vector<FolderAccess>> talk(const Folder& folder, std::function<Status(Session&)> before,
                                           JobContext& job)
    {
        Talk talk{folder, std::move(before), {}};
        if (Status done = m_sessions.run(job, talk); !done) {
            return done.failure();
        }
        return std::move(talk.access);
    }

    imap::SessionKeeper m_sessions;
};

} // namespace

bool mayRead(const std::vector<FolderAccess>& access, const QString& identifier)
{
    const auto holds = [&access](const QString& who, QChar right) {
        return std::any_of(access.begin(), access.end(), [&](const FolderAccess& entry) {
            return entry.identifier == who && entry.rights.contains(right);
        });
    };
    const QString taken = QLatin1Char('-') + identifier;
    return holds(identifier, u'l') && holds(identifier, u'r') && !holds(taken, u'l') && !holds(taken, u'r');
}

Result<std::unique_ptr<FolderSharing>> openFolderSharing(const MailboxSource& source, const Secret& password,
                                                         JobContext& job)
{
    return openFolderSharing(source, password, job, {}, imap::socketStreams(source, password, {}));
}

Result<std::unique_ptr<FolderSharing>> openFolderSharing(const MailboxSource& source, const Secret& password,
                                                         JobContext& job, const ImapOptions& options,
                                                         imap::StreamFactory streams)
{
    auto sharing = std::make_unique<ImapSharing>(source, password, options, std::move(streams));
    if (Status opened = sharing->open(job); !opened) {
        return opened.failure();
    }
    return std::unique_ptr<FolderSharing>(std::move(sharing));
}

} // namespace staffelstab::mail
