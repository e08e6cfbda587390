// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/trash_removal.h"

#include "mail/imap/common_id.h"
#include "mail/imap/hashing_receiver.h"
#include "mail/imap/label_folders.h"
#include "mail/imap/message_key.h"
#include "mail/imap/message_read.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

/** COPYUID comes in an untagged OK (RFC 6851) or, from some, with the tagged one (RFC 4315). */
class MoveSink : public ResponseSink
{
public:
    explicit MoveSink(std::function<void(const StatusLine&)> note) : m_note(std::move(note)) {}
    void untagged(const StatusLine& status) override { m_note(status); }

private:
    std::function<void(const StatusLine&)> m_note;
};

} // namespace

TrashRemoval::TrashRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job)
    : GroupRemoval(sessions, folder, job), m_source(sessions, folder, job), m_trash(sessions, m_trashFolder, job)
{
}

Status TrashRemoval::prepare()
{
    const Result<LabelFolders> found = findLabelFolders(m_sessions, m_job);
    if (!found) {
        return found.failure();
    }
    if (!found->trash) {
        return Failure{Kind::RemovalUnsupported, m_sessions.source().host, QStringLiteral("trash")};
    }
    m_trashFolder = *found->trash;
    m_all = found->all;
    m_isAllRead = !m_all || isRead(m_sessions, *m_all);
    Result<Session*> ready = m_sessions.session(m_job);
    Status opened = ready ? openFolder(**ready, m_trashFolder, true) : Status(ready.failure());
    if (!opened) {
        return opened;
    }
    if (!(*ready)->open.isWritable) {
        return Failure{Kind::RemovalUnsupported, m_sessions.source().host, QStringLiteral("trash")};
    }
    m_trashValidity = (*ready)->open.uidValidity;
    return Done{};
}

bool TrashRemoval::removeGroup(std::span<const RemovalOrder> group)
{
    m_told.clear();
    m_commonIds.clear();
    m_moved.clear();
    m_isMoveSent = false;
    if (Status verified = verify(group); !verified) {
        m_why = verified.failure();
        keep(group, m_why);
        return false;
    }
    if (m_candidates.empty()) {
        return true;
    }
    m_source.begin(m_uidValidity);
    Status done = settleFolder(move());
    for (const auto step : {&TrashRemoval::findDoomed, &TrashRemoval::expunge, &TrashRemoval::settleMoved}) {
        done = done && !m_moved.empty() ? (this->*step)() : done;
    }
    if (!done) {
        m_why = done.failure();
        keepMoved(m_why);
    }
    return done.isOk();
}

/** What is not there any more is passed over by a second MOVE, so a lost connection is worth one. */
Status TrashRemoval::move()
{
    std::vector<quint32> uids;
    for (const Candidate& candidate : m_candidates) {
        if (!candidate.isGone) {
            uids.push_back(candidate.uid);
        }
    }
    std::sort(uids.begin(), uids.end());
    Status done = Done{};
    for (int attempt = 0; attempt < 2 && !uids.empty(); ++attempt) {
        Result<Session*> ready = m_source.open();
        done = ready ? sendMove(**ready, uids) : Status(ready.failure());
        if (done || done.failure().kind != Kind::ConnectionLost) {
            break;
        }
    }
    return done;
}

Status TrashRemoval::sendMove(Session& session, const std::vector<quint32>& uids)
{
    if (!session.open.isWritable) {
        return Failure{Kind::NotPermitted, m_folder.path, QStringLiteral("the server opened the folder read-only")};
    }
    // Nowhere else can it be asked what the message is called once it was moved.
    Result<std::map<quint32, quint64>> ids = commonIds(session, uids);
    if (!ids) {
        return ids.failure();
    }
    m_commonIds.merge(*ids);
    m_hasTouched = true;
    m_isMoveSent = true;
    MoveSink sink([&](const StatusLine& status) { takeNote(status, uids); });
    Command command("UID MOVE " + uidSet(uids) + ' ');
    command.string(m_trashFolder.rawName);
    const Result<StatusLine> answer = runOrRefuse(session, command, sink, m_folder.path);
    if (!answer) {
        return answer.failure();
    }
    takeNote(*answer, uids);
    return Done{};
}

/** Where COPYUID is wrong, the message it names will not be the one that was copied. */
void TrashRemoval::takeNote(const StatusLine& status, const std::vector<quint32>& asked)
{
    const QByteArrayList words = status.codeArguments.split(' ');
    if (status.code != "COPYUID" || words.size() != 3 || words[0].toUInt() != m_trashValidity) {
        return;
    }
    const auto from = readUidSet(words[1], asked.size());
    const auto to = readUidSet(words[2], asked.size());
    if (!from || !to || from->size() != to->size()) {
        return;
    }
    for (std::size_t i = 0; i < from->size(); ++i) {
        m_told[(*from)[i]] = (*to)[i];
    }
}

/** Puts into the outcome what the MOVE did not take away, and the others into m_moved. */
Status TrashRemoval::settleFolder(const Status& moved)
{
    std::vector<quint32> uids;
    for (const Candidate& candidate : m_candidates) {
        uids.push_back(candidate.uid);
    }
    std::sort(uids.begin(), uids.end());
    const Status go = m_job.mayGoOn();
    const Result<std::vector<quint32>> found = go ? m_source.lookFor(uids) : go.failure();
    for (const Candidate& candidate : m_candidates) {
        if (found && !std::binary_search(found->begin(), found->end(), candidate.uid)) {
            const auto told = m_told.find(candidate.uid);
            const auto id = m_commonIds.find(candidate.uid);
            m_moved.push_back({candidate.order, !candidate.isGone, told == m_told.end() ? 0 : told->second,
                               id == m_commonIds.end() ? 0 : id->second});
            m_moved.back().isInTrash = !candidate.isGone;
        } else if (!found && moved && !candidate.isGone) {
            m_moved.push_back({candidate.order, true});
            m_moved.back().isInTrash = true;
        } else if (!found) {
            keepOne(*candidate.order, m_isMoveSent && !candidate.isGone ? unproven() : found.failure());
        } else {
            keepOne(*candidate.order, moved ? stillThere(m_folder, {}) : moved.failure());
        }
    }
    return found ? Status(Done{}) : found.failure();
}

Result<std::vector<Match>> TrashRemoval::findInTrash()
{
    std::vector<Match> matches;
    std::vector<const RemovalOrder*> orders;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < m_moved.size(); ++i) {
        const MessageRef& ref = m_moved[i].order->ref;
        if (!m_moved[i].doomed.empty()) {
            continue;
        }
        if (m_moved[i].told != 0) {
            matches.push_back({i, {messageKey(m_trashValidity, m_moved[i].told), ref.fingerprint, ref.bytes}});
        } else {
            orders.push_back(m_moved[i].order);
            numbers.push_back(i);
        }
    }
    if (orders.empty()) {
        return matches;
    }
    Result<std::vector<Match>> alike = findAlike(m_sessions, m_trashFolder, orders, m_job);
    if (!alike) {
        return alike;
    }
    for (const Match& match : *alike) {
        matches.push_back({numbers[match.order], match.there});
    }
    return matches;
}

/** What is not where COPYUID said is looked for. */
Status TrashRemoval::findDoomed()
{
    Status done = compare();
    bool isMissed = false;
    for (Moved& moved : m_moved) {
        isMissed = isMissed || (moved.told != 0 && moved.doomed.empty());
        moved.told = 0;
    }
    if (done && isMissed) {
        done = compare();
    }
    if (!done) {
        return done;
    }
    for (Moved& moved : m_moved) {
        if (moved.isUnreadable) {
            moved.doomed.clear();
        }
    }
    return Done{};
}

/** Only what is the same to the last byte is doomed. */
Status TrashRemoval::compare()
{
    const Result<std::vector<Match>> matches = findInTrash();
    if (!matches) {
        return matches.failure();
    }
    std::map<MessageKey, MessageRef> distinct;
    for (const Match& match : *matches) {
        distinct.emplace(match.there.key, match.there);
    }
    std::vector<MessageRef> refs;
    refs.reserve(distinct.size());
    for (const auto& [key, ref] : distinct) {
        refs.push_back(ref);
    }
    HashingReceiver receiver;
    MessageRead read(m_trashFolder, refs, receiver, true);
    if (Status done = refs.empty() ? Done{} : m_sessions.run(m_job, read); !done) {
        return done;
    }
    for (const Match& match : *matches) {
        Moved& moved = m_moved[match.order];
        const Failure* failed = receiver.failure(match.there.key);
        if (receiver.hash(match.there.key) == moved.order->sha256) {
            moved.isInTrash = true;
            moved.doomed.push_back(parseMessageKey(match.there.key).value_or(UidKey{}).uid);
        } else if (failed != nullptr && failed->kind != Kind::MessageChanged && failed->kind != Kind::MessageGone) {
            moved.isUnreadable = true;
        }
    }
    return Done{};
}

Status TrashRemoval::expunge()
{
    std::set<quint32> doomed;
    for (const Moved& moved : m_moved) {
        doomed.insert(moved.doomed.begin(), moved.doomed.end());
    }
    const std::vector<quint32> uids(doomed.begin(), doomed.end());
    if (uids.empty()) {
        return Done{};
    }
    m_trash.begin(m_trashValidity);
    const bool isNameless = std::any_of(m_moved.begin(), m_moved.end(), [](const Moved& moved) {
        return moved.commonId == 0 && !moved.doomed.empty();
    });
    if (Status asked = m_all && isNameless ? askCommonIds(uids) : Done{}; !asked) {
        return asked;
    }
    const Status expunged = m_trash.expunge(uids);
    m_hasTouched = m_hasTouched || m_trash.hasTouched();
    const Result<std::vector<quint32>> found = m_trash.lookFor(uids);
    std::set<const RemovalOrder*> left;
    for (Moved& moved : m_moved) {
        const auto isThere = [&found](quint32 uid) { return std::binary_search(found->begin(), found->end(), uid); };
        if (found && std::any_of(moved.doomed.begin(), moved.doomed.end(), isThere)) {
            left.insert(moved.order);
        }
        // Else it may be gone, or is.
        moved.isInTrash = moved.isInTrash && (moved.doomed.empty() || (!found && !expunged));
    }
    if (!found) {
        return found.failure();
    }
    std::vector<quint32> marked = *found;
    std::erase_if(marked, [this](quint32 uid) { return m_trash.isForeign(uid); });
    m_trash.takeBack(marked);
    keepThere(left, m_trashFolder, expunged ? QString() : expunged.failure().detail);
    return Done{};
}

Status TrashRemoval::askCommonIds(const std::vector<quint32>& uids)
{
    Result<Session*> ready = m_trash.open();
    if (!ready) {
        return ready.failure();
    }
    const Result<std::map<quint32, quint64>> ids = commonIds(**ready, uids);
    if (!ids) {
        return ids.failure();
    }
    for (Moved& moved : m_moved) {
        const auto id = moved.doomed.empty() ? ids->end() : ids->find(moved.doomed.front());
        if (moved.commonId == 0 && id != ids->end()) {
            moved.commonId = id->second;
        }
    }
    return Done{};
}

/** Where its name is not known or says nothing of it, and it would count as removed or nobody had seen it. */
bool TrashRemoval::isToBeSearchedAmongAll(const Moved& moved) const
{
    if (!m_all || moved.isInTrash || moved.isUnreadable || (moved.isOurs && moved.commonId != 0)) {
        return false;
    }
    return !moved.doomed.empty() || !m_isAllRead;
}

std::optional<Failure> TrashRemoval::verdictOn(const Moved& moved, const std::set<quint64>& inTrash,
                                               const std::set<quint64>& amongAll) const
{
    if (moved.isUnreadable || inTrash.contains(moved.commonId)) {
        return stillThere(m_trashFolder, {});
    }
    if (amongAll.contains(moved.commonId)) {
        return stillThere(*m_all, {});
    }
    if (!moved.doomed.empty() || (!moved.isOurs && moved.order->isRemovedElsewhere)) {
        return std::nullopt;
    }
    return moved.isInTrash && moved.commonId == 0
               ? stillThere(m_trashFolder, QStringLiteral("not found there as it was copied"))
               : unproven();
}

/** What is left is gone from the folder, and from the trash if it was found there. */
Status TrashRemoval::settleMoved()
{
    std::vector<quint64> ids;
    std::vector<const RemovalOrder*> nameless;
    for (const Moved& moved : m_moved) {
        if (moved.commonId != 0) {
            ids.push_back(moved.commonId);
        }
        if (isToBeSearchedAmongAll(moved)) {
            nameless.push_back(moved.order);
        }
    }
    CommonIdSearch inTrash(m_trashFolder, ids);
    CommonIdSearch amongAll(m_all.value_or(Folder{}), ids);
    Status searched = ids.empty() ? Done{} : m_sessions.run(m_job, inTrash);
    if (searched && m_all && !ids.empty()) {
        searched = m_sessions.run(m_job, amongAll);
    }
    if (!searched) {
        return searched;
    }
    Result<std::vector<Match>> alike =
        nameless.empty() ? std::vector<Match>() : findAlike(m_sessions, *m_all, nameless, m_job);
    if (!alike) {
        return alike.failure();
    }
    std::set<const RemovalOrder*> shown;
    for (const Match& match : *alike) {
        shown.insert(nameless[match.order]);
    }
    if (!shown.empty()) {
        keepThere(shown, *m_all, {});
    }
    for (const Moved& moved : m_moved) {
        if (const std::optional<Failure> why = verdictOn(moved, inTrash.found(), amongAll.found())) {
            keepOne(*moved.order, *why);
        } else {
            m_outcome.removed.push_back(moved.order->ref.key);
            m_hasTouched = true;
        }
    }
    m_moved.clear();
    return Done{};
}

void TrashRemoval::keepMoved(const Failure& why)
{
    for (const Moved& moved : m_moved) {
        const Failure notSeen = moved.isOurs || !moved.doomed.empty() ? unproven() : why;
        keepOne(*moved.order, moved.isInTrash ? stillThere(m_trashFolder, why.detail) : notSeen);
    }
    m_moved.clear();
}

void TrashRemoval::keepThere(const std::set<const RemovalOrder*>& orders, const Folder& folder, const QString& detail)
{
    for (const RemovalOrder* order : orders) {
        keepOne(*order, stillThere(folder, detail));
    }
    std::erase_if(m_moved, [&orders](const Moved& moved) { return orders.contains(moved.order); });
}

} // namespace staffelstab::mail::imap
