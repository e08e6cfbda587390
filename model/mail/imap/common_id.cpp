// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/common_id.h"

#include "mail/imap/folder_expunge.h"

namespace staffelstab::mail::imap {

namespace {

constexpr std::size_t askedAtOnce = 20;

class IdSink : public ResponseSink
{
public:
    Status fetchEnds(const FetchItems& items) override
    {
        if (items.uid != 0 && items.commonId != 0) {
            ids[items.uid] = items.commonId;
        }
        return Done{};
    }
    std::map<quint32, quint64> ids;
};

} // namespace

Result<std::map<quint32, quint64>> commonIds(Session& session, const std::vector<quint32>& uids)
{
    IdSink sink;
    const Result<StatusLine> answer =
        session.connection->run(Command("UID FETCH " + uidSet(uids) + " (UID X-GM-MSGID)"), sink);
    if (!answer) {
        return answer.failure();
    }
    return std::move(sink.ids);
}

CommonIdSearch::CommonIdSearch(Folder folder, std::vector<quint64> ids)
    : m_folder(std::move(folder)), m_ids(std::move(ids))
{
}

Result<bool> CommonIdSearch::showsNone(Session& session, std::size_t from, std::size_t to)
{
    // OR takes two keys, the second of which may be an OR again.
    QByteArray keys;
    for (std::size_t i = from; i < to; ++i) {
        keys += (i + 1 < to ? " OR X-GM-MSGID " : " X-GM-MSGID ") + QByteArray::number(m_ids[i]);
    }
    SearchSink sink;
    const Result<StatusLine> answer = session.connection->run(Command("UID SEARCH" + keys), sink);
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok && to - from == 1) {
        return refusal(*answer, Failure::Kind::ServerRefused, m_folder.path);
    }
    return answer->kind == StatusLine::Kind::Ok && sink.uids.empty();
}

Status CommonIdSearch::run(Session& session)
{
    if (Status opened = openFolder(session, m_folder, false); !opened) {
        return opened;
    }
    while (m_next < m_ids.size()) {
        const std::size_t to = std::min(m_ids.size(), m_next + askedAtOnce);
        const Result<bool> isNone = showsNone(session, m_next, to);
        if (!isNone) {
            return isNone.failure();
        }
        for (std::size_t i = m_next; i < to && !*isNone; ++i) {
            const Result<bool> isHidden = showsNone(session, i, i + 1);
            if (!isHidden) {
                return isHidden.failure();
            }
            if (!*isHidden) {
                m_found.insert(m_ids[i]);
            }
        }
        m_next = to;
    }
    return Done{};
}

} // namespace staffelstab::mail::imap
