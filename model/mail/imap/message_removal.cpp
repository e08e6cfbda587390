// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/message_removal.h"

#include "core/sha256.h"
#include "mail/imap/message_key.h"
#include "mail/imap/message_read.h"

#include <algorithm>
#include <map>
#include <set>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

/** Between the mark and the look afterwards a cancel waits this long, so that no half-done state is left behind. */
constexpr std::chrono::milliseconds graceAfterCancel{200};

/** Keeps a hash of each message and nothing else. */
class HashingReceiver : public MessageReceiver
{
public:
    Status begin(const MessageRef& ref) override
    {
        m_key = ref.key;
        m_hash = Sha256();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return Done{};
    }
    Status end() override
    {
        hashes[m_key] = m_hash.finish();
        return Done{};
    }
    Status failed(const MessageRef& ref, const Failure& why) override
    {
        failures.emplace(ref.key, why);
        return Done{};
    }

    std::map<MessageKey, QByteArray> hashes;
    std::map<MessageKey, Failure> failures;

private:
    MessageKey m_key;
    Sha256 m_hash;
};

class SearchSink : public ResponseSink
{
public:
    void found(const std::vector<quint32>& some) override
    {
        isTold = true;
        uids.insert(uids.end(), some.begin(), some.end());
    }
    bool isTold = false;
    std::vector<quint32> uids;
};

Result<StatusLine> command(Session& session, const QByteArray& text, ResponseSink& sink, const QString& path)
{
    Result<StatusLine> answer = session.connection->run(Command(text), sink);
    if (answer && answer->kind != StatusLine::Kind::Ok && answer->code != "EXPUNGEISSUED") {
        return refusal(*answer, Kind::NotPermitted, path);
    }
    return answer;
}

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

MessageRemoval::MessageRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job)
    : m_sessions(sessions), m_folder(folder), m_job(job)
{
}

void MessageRemoval::keep(std::span<const RemovalOrder> orders, const Failure& why)
{
    for (const RemovalOrder& order : orders) {
        m_outcome.kept.push_back({order.ref.key, why});
    }
}

/** Sorts the group into candidates and what is kept at once. On a failure nothing of it was touched. */
Status MessageRemoval::verify(std::span<const RemovalOrder> group)
{
    std::vector<MessageRef> refs;
    for (const RemovalOrder& order : group) {
        refs.push_back(order.ref);
    }
    HashingReceiver receiver;
    MessageRead read(m_folder, refs, receiver, true);
    if (Status done = m_sessions.run(m_job, read); !done) {
        return done;
    }
    m_candidates.clear();
    m_foreign.clear();
    for (const RemovalOrder& order : group) {
        const std::optional<UidKey> key = parseMessageKey(order.ref.key);
        const auto hash = receiver.hashes.find(order.ref.key);
        const auto failed = receiver.failures.find(order.ref.key);
        const bool isGone = failed != receiver.failures.end() && failed->second.kind == Kind::MessageGone;
        const bool isSame = hash != receiver.hashes.end() && hash->second == order.sha256;
        if (key && (isGone || isSame)) {
            m_uidValidity = key->uidValidity;
            m_candidates.push_back({&order, key->uid, isGone});
        } else {
            const Failure changed{Kind::MessageChanged, m_folder.path, {}};
            m_outcome.kept.push_back({order.ref.key, failed == receiver.failures.end() ? changed : failed->second});
        }
    }
    return Done{};
}

Result<Session*> MessageRemoval::openForRemoval()
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

Status MessageRemoval::markAndExpunge(Session& session, const std::vector<quint32>& uids)
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
    const Result<StatusLine> done = command(session, "UID EXPUNGE " + uidSet(left), nobody, m_folder.path);
    return done ? Status(Done{}) : done.failure();
}

/** Both commands may be said again, so a lost connection is worth a second try. */
Status MessageRemoval::expunge(const std::vector<quint32>& uids)
{
    Status done = Done{};
    for (int attempt = 0; attempt < 2 && !uids.empty(); ++attempt) {
        Result<Session*> ready = openForRemoval();
        done = ready ? markAndExpunge(**ready, uids) : Status(ready.failure());
        if (done || done.failure().kind != Kind::ConnectionLost) {
            break;
        }
    }
    return done;
}

Result<std::vector<quint32>> MessageRemoval::lookFor(const std::vector<quint32>& uids)
{
    Result<Session*> ready = openForRemoval();
    if (!ready) {
        return ready.failure();
    }
    SearchSink sink;
    const QByteArray set = uidSet(uids);
    Result<StatusLine> answer = command(**ready, "UID SEARCH UID " + set, sink, m_folder.path);
    if (!answer) {
        return answer.failure();
    }
    if (!sink.isTold) {
        return existingUids(**ready, set); // some servers say nothing where they found nothing
    }
    std::sort(sink.uids.begin(), sink.uids.end());
    return sink.uids;
}

void MessageRemoval::takeBack(const std::vector<quint32>& uids)
{
    Result<Session*> ready = uids.empty() ? Result<Session*>(Failure{}) : openForRemoval();
    if (!ready || !(*ready)->open.isWritable) {
        return;
    }
    ResponseSink nobody;
    // What fails here has failed above already, and the message is told to be kept either way.
    std::ignore = command(**ready, "UID STORE " + uidSet(uids) + " -FLAGS.SILENT (\\Deleted)", nobody, m_folder.path);
}

bool MessageRemoval::removeGroup(std::span<const RemovalOrder> group)
{
    if (Status verified = verify(group); !verified) {
        m_why = verified.failure();
        keep(group, m_why);
        return false;
    }
    std::set<quint32> toRemove;
    std::set<quint32> toLookFor;
    for (const Candidate& candidate : m_candidates) {
        toLookFor.insert(candidate.uid);
        if (!candidate.isGone) {
            toRemove.insert(candidate.uid);
        }
    }
    if (toLookFor.empty()) {
        return true;
    }
    const Status expunged = expunge({toRemove.begin(), toRemove.end()});
    const Result<std::vector<quint32>> found = lookFor({toLookFor.begin(), toLookFor.end()});
    takeBack(settle(expunged, found));
    m_why = found ? Failure{} : found.failure();
    return found.isOk();
}

/** Puts every candidate into the outcome; returns, sorted, those that are still there with our mark. */
std::vector<quint32> MessageRemoval::settle(const Status& expunged, const Result<std::vector<quint32>>& found)
{
    Failure why{Kind::ServerRefused, m_folder.path, QStringLiteral("still there after the removal")};
    if (!found || !expunged) {
        why = found ? expunged.failure() : found.failure();
    }
    std::vector<quint32> left;
    for (const Candidate& candidate : m_candidates) {
        if (found && !std::binary_search(found->begin(), found->end(), candidate.uid)) {
            m_outcome.removed.push_back(candidate.order->ref.key);
            m_hasTouched = true;
            continue;
        }
        const bool isForeign = m_foreign.contains(candidate.uid);
        m_outcome.kept.push_back(
            {candidate.order->ref.key, isForeign ? Failure{Kind::MessageChanged, m_folder.path, {}} : why});
        if (found && !candidate.isGone && !isForeign) {
            left.push_back(candidate.uid);
        }
    }
    std::sort(left.begin(), left.end());
    return left;
}

} // namespace staffelstab::mail::imap
