// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/fetch_run.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

constexpr std::size_t commandsInFlight = 3;

class UidSink : public ResponseSink
{
public:
    Status fetchEnds(const FetchItems& items) override
    {
        if (items.uid != 0) {
            uids.push_back(items.uid);
        }
        return Done{};
    }
    std::vector<quint32> uids;
};

} // namespace

void FetchRun::untagged(const StatusLine& status)
{
    if (status.code == "UIDVALIDITY" && status.codeArguments.toUInt() != m_uidValidity) {
        m_isRenumbered = true;
    }
}

quint32 FetchRun::onlyUid() const
{
    return m_inFlight.empty() || m_inFlight.front().batch.size() != 1 ? 0 : m_inFlight.front().batch.front();
}

Status FetchRun::settle(const Batch& batch, const StatusLine& answer, std::deque<Batch>& again)
{
    const bool isOk = answer.kind == StatusLine::Kind::Ok;
    if (answer.kind == StatusLine::Kind::Bad) {
        return refusal(answer, Kind::ProtocolError, {});
    }
    for (const quint32 uid : batch) {
        if (!isPending(uid)) {
            continue;
        }
        if (!isOk && batch.size() > 1) {
            again.push_back({uid});
            continue;
        }
        const Failure why = isOk ? Failure{Kind::MessageGone, {}, {}} : refusal(answer, Kind::MessageUnreadable, {});
        if (Status told = missing(uid, why); !told) {
            return told;
        }
    }
    return Done{};
}

Status FetchRun::fetch(Session& session, std::deque<Batch> batches)
{
    Connection& connection = *session.connection;
    m_inFlight.clear();
    m_uidValidity = session.open.uidValidity;
    m_isRenumbered = false;
    while (!batches.empty() || !m_inFlight.empty()) {
        while (m_inFlight.size() < commandsInFlight && !batches.empty()) {
            Result<QByteArray> tag = connection.send(commandFor(batches.front()), *this);
            if (!tag) {
                return tag.failure();
            }
            m_inFlight.push_back({*tag, std::move(batches.front())});
            batches.pop_front();
        }
        Result<StatusLine> answer = connection.finish(m_inFlight.front().tag, *this);
        if (!answer) {
            return answer.failure();
        }
        if (m_isRenumbered) {
            return Failure{Kind::FolderChanged, {}, QStringLiteral("UIDVALIDITY changed")};
        }
        const Sent sent = std::move(m_inFlight.front());
        m_inFlight.pop_front();
        if (Status settled = settle(sent.batch, *answer, batches); !settled) {
            return settled;
        }
    }
    return Done{};
}

std::deque<Batch> batchesOf(const std::vector<quint32>& uids)
{
    std::deque<Batch> batches;
    for (std::size_t first = 0; first < uids.size(); first += longestBatch) {
        const std::size_t last = std::min(uids.size(), first + longestBatch);
        batches.emplace_back(uids.begin() + static_cast<std::ptrdiff_t>(first),
                             uids.begin() + static_cast<std::ptrdiff_t>(last));
    }
    return batches;
}

Result<std::vector<quint32>> existingUids(Session& session, const QByteArray& set)
{
    UidSink sink;
    Result<StatusLine> answer = session.connection->run(Command("UID FETCH " + set + " (UID)"), sink);
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok && answer->code != "EXPUNGEISSUED") {
        return refusal(*answer, Kind::ServerRefused, {});
    }
    std::sort(sink.uids.begin(), sink.uids.end());
    sink.uids.erase(std::unique(sink.uids.begin(), sink.uids.end()), sink.uids.end());
    return sink.uids;
}

} // namespace staffelstab::mail::imap
