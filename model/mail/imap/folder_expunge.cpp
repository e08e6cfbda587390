// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/folder_expunge.h"

#include "mail/imap/fetch_run.h"
#include "mail/imap/group_removal.h"
#include "mail/imap/message_key.h"

#include <algorithm>
#include <map>
#include <optional>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

/** The UIDs that [MODIFIED set] does not name. */
std::vector<quint32> untouched(std::vector<quint32> uids, const StatusLine& answer)
{
    if (answer.code != "MODIFIED") {
        return uids;
    }
    for (const QByteArray& range : answer.codeArguments.split(',')) {
        const qsizetype colon = range.indexOf(':');
        const quint32 first = range.left(colon < 0 ? range.size() : colon).trimmed().toUInt();
        const quint32 last = colon < 0 ? first : range.mid(colon + 1).trimmed().toUInt();
        std::erase_if(uids, [&](quint32 uid) { return uid >= std::min(first, last) && uid <= std::max(first, last); });
    }
    return uids;
}

} // namespace

Result<StatusLine> runOrRefuse(Session& session, const Command& command, ResponseSink& sink, const QString& path)
{
    Result<StatusLine> answer = session.connection->run(command, sink);
    if (answer && answer->kind != StatusLine::Kind::Ok && answer->code != "EXPUNGEISSUED") {
        return refusal(*answer, Kind::NotPermitted, path);
    }
    return answer;
}

FolderExpunge::FolderExpunge(SessionKeeper& sessions, const Folder& folder, JobContext& job)
    : m_sessions(sessions), m_folder(folder), m_job(job)
{
}

void FolderExpunge::begin(quint32 uidValidity)
{
    m_uidValidity = uidValidity;
    m_foreign.clear();
}

Result<Session*> FolderExpunge::open()
{
    Result<Session*> ready = m_sessions.session(m_job, graceAfterCancel);
    if (!ready) {
        return ready;
    }
    Session& session = **ready;
    if (session.open.rawName != m_folder.rawName || session.open.uidValidity == 0) {
        if (Status opened = openFolder(session, m_folder, true); !opened) {
            return opened.failure();
        }
    }
    if (session.open.uidValidity != m_uidValidity) {
        return Failure{Kind::FolderChanged, m_folder.path, {}};
    }
    return &session;
}

Status FolderExpunge::markAndExpunge(Session& session, const std::vector<quint32>& uids)
{
    if (!session.open.isWritable) {
        return Failure{Kind::NotPermitted, m_folder.path, QStringLiteral("the server opened the folder read-only")};
    }
    m_hasTouched = true;
    ResponseSink nobody;
    // RFC 7162: what somebody else has touched since the folder was opened is not marked.
    const quint64 seen = session.open.highestModSeq;
    const QByteArray unless = seen == 0 ? QByteArray() : "(UNCHANGEDSINCE " + QByteArray::number(seen) + ") ";
    const QByteArray mark = "UID STORE " + uidSet(uids) + ' ' + unless + "+FLAGS.SILENT (\\Deleted)";
    const Result<StatusLine> marked = session.connection->run(Command(mark), nobody);
    if (!marked) {
        return marked.failure();
    }
    const std::vector<quint32> left = untouched(uids, *marked);
    std::set_difference(uids.begin(), uids.end(), left.begin(), left.end(), std::inserter(m_foreign, m_foreign.end()));
    if (left.size() == uids.size() && marked->kind != StatusLine::Kind::Ok && marked->code != "EXPUNGEISSUED") {
        return refusal(*marked, Kind::NotPermitted, m_folder.path);
    }
    if (left.empty()) {
        return Failure{Kind::MessageChanged, m_folder.path, {}};
    }
    const Result<StatusLine> done = runOrRefuse(session, Command("UID EXPUNGE " + uidSet(left)), nobody, m_folder.path);
    return done ? Status(Done{}) : done.failure();
}

/** Both commands may be said again, so a lost connection is worth a second try. */
Status FolderExpunge::expunge(const std::vector<quint32>& uids)
{
    Status done = Done{};
    for (int attempt = 0; attempt < 2 && !uids.empty(); ++attempt) {
        std::vector<quint32> ours = uids;
        std::erase_if(ours, [this](quint32 uid) { return isForeign(uid); });
        Result<Session*> ready = open();
        done = ready ? markAndExpunge(**ready, ours) : Status(ready.failure());
        if (done || done.failure().kind != Kind::ConnectionLost) {
            break;
        }
    }
    return done;
}

Result<std::vector<quint32>> FolderExpunge::lookFor(const std::vector<quint32>& uids)
{
    Result<Session*> ready = open();
    if (!ready) {
        return ready.failure();
    }
    SearchSink sink;
    const QByteArray set = uidSet(uids);
    Result<StatusLine> answer = runOrRefuse(**ready, Command("UID SEARCH UID " + set), sink, m_folder.path);
    if (!answer) {
        return answer.failure();
    }
    if (!sink.isTold) {
        return existingUids(**ready, set); // some servers say nothing where they found nothing
    }
    std::sort(sink.uids.begin(), sink.uids.end());
    return sink.uids;
}

Status FolderExpunge::findMissing(std::span<const RemovalOrder> orders, RemovalOutcome& outcome)
{
    std::map<quint32, const RemovalOrder*> byUid;
    std::vector<quint32> uids;
    for (const RemovalOrder& order : orders) {
        const std::optional<UidKey> key = parseMessageKey(order.ref.key);
        if (!key || (!byUid.empty() && key->uidValidity != m_uidValidity)) {
            return Failure{Kind::FolderChanged, m_folder.path, {}};
        }
        m_uidValidity = key->uidValidity;
        byUid.emplace(key->uid, &order);
    }
    uids.reserve(byUid.size());
    for (const auto& [uid, order] : byUid) {
        uids.push_back(uid);
    }
    Result<std::vector<quint32>> found = lookFor(uids);
    if (!found && found.failure().kind == Kind::ConnectionLost) {
        found = lookFor(uids);
    }
    if (!found) {
        return found.failure();
    }
    for (const auto& [uid, order] : byUid) {
        if (!std::binary_search(found->begin(), found->end(), uid)) {
            outcome.removed.push_back(order->ref.key);
        }
    }
    return Done{};
}

void FolderExpunge::takeBack(const std::vector<quint32>& uids)
{
    Result<Session*> ready = uids.empty() ? Result<Session*>(Failure{}) : open();
    if (!ready || !(*ready)->open.isWritable) {
        return;
    }
    ResponseSink nobody;
    // What fails here has failed above already, and the message is told to be kept either way.
    std::ignore = runOrRefuse(**ready, Command("UID STORE " + uidSet(uids) + " -FLAGS.SILENT (\\Deleted)"), nobody,
                              m_folder.path);
}

} // namespace staffelstab::mail::imap
