// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/folder_scan.h"

#include "mail/imap/message_key.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {
constexpr qint64 longestHeader = qint64{4} * 1024 * 1024;
/** Of each body: less than of a file, because it comes over the net. */
constexpr qsizetype textBytes = bodyStartLimit / 2;
} // namespace

FolderScan::FolderScan(std::span<const Folder> folders, ScanSink& sink, JobContext& job, quint32 firstUid)
    : m_folders(folders), m_sink(sink), m_job(job), m_firstUid(firstUid)
{
    for (const Folder& folder : folders) {
        m_total += std::max<qint64>(folder.messages, 0);
    }
}

Status FolderScan::run(Session& session)
{
    for (; m_index < m_folders.size(); ++m_index) {
        if (Status scanned = scanFolder(session, m_folders[m_index]); !scanned) {
            return scanned;
        }
        m_isBegun = false;
        m_pending.clear();
    }
    m_total = m_done;
    reportProgress();
    return Done{};
}

Status FolderScan::scanFolder(Session& session, const Folder& folder)
{
    Status opened = openFolder(session, folder, false);
    if (!opened && (session.connection->isBroken() || m_isBegun)) {
        return opened;
    }
    if (!m_isBegun) {
        m_sink.folderBegins(static_cast<int>(m_index), folder);
        if (!opened) {
            m_sink.unreadable(static_cast<int>(m_index), {{}, 0, opened.failure()});
            return Done{};
        }
        if (Status listed = listMessages(session); !listed) {
            return listed;
        }
    } else if (session.open.uidValidity != m_uidValidity) {
        return Failure{Kind::FolderChanged, folder.path, {}};
    }
    std::vector<quint32> uids(m_pending.begin(), m_pending.end());
    std::sort(uids.begin(), uids.end());
    Status fetched = fetch(session, batchesOf(uids));
    if (!fetched && fetched.failure().subject.isEmpty() && fetched.failure().kind != Kind::Cancelled) {
        return Failure{fetched.failure().kind, folder.path, fetched.failure().detail};
    }
    return fetched;
}

Status FolderScan::listMessages(Session& session)
{
    m_uidValidity = session.open.uidValidity;
    if (session.open.messages > 0) {
        Result<std::vector<quint32>> uids = existingUids(session, QByteArray::number(m_firstUid) + ":*");
        if (!uids) {
            return uids.failure();
        }
        // "n:*" names the last message even where n is beyond it.
        takeUp(std::span(*uids).subspan(
            static_cast<std::size_t>(std::lower_bound(uids->begin(), uids->end(), m_firstUid) - uids->begin())));
    }
    m_isBegun = true;
    const qint64 announced = std::max<qint64>(m_folders[m_index].messages, 0);
    m_total += static_cast<qint64>(m_pending.size()) - announced;
    reportProgress();
    return Done{};
}

/** What the sink has from an earlier scan is done; the rest is to be read. */
void FolderScan::takeUp(std::span<const quint32> uids)
{
    for (const quint32 uid : uids) {
        if (m_sink.hasAlready(static_cast<int>(m_index), messageKey(m_uidValidity, uid), {})) {
            ++m_done;
            ++m_total;
        } else {
            m_pending.insert(uid);
        }
    }
}

void FolderScan::reportProgress()
{
    m_job.report({Progress::Stage::Scanning, m_done, std::max(m_total, m_done), 0, 0});
}

Command FolderScan::commandFor(const Batch& batch) const
{
    return Command("UID FETCH " + uidSet(batch) +
                   " (UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER] BODY.PEEK[TEXT]<0." +
                   QByteArray::number(textBytes) + ">)");
}

void FolderScan::tick(quint32 uid)
{
    m_pending.erase(uid);
    ++m_done;
    reportProgress();
}

Status FolderScan::missing(quint32 uid, const Failure& why)
{
    m_sink.unreadable(static_cast<int>(m_index), {messageKey(m_uidValidity, uid), 0, why});
    tick(uid);
    return Done{};
}

void FolderScan::fetchBegins()
{
    m_state = Header::Absent;
    m_header.clear();
    m_isInText = false;
    m_text.clear();
}

Status FolderScan::sectionBegins(const FetchItems&, const SectionStart& start)
{
    if (start.section == Section::Whole) {
        return Failure{Kind::ProtocolError, {}, QStringLiteral("a whole message where a header was asked for")};
    }
    m_isInText = start.section == Section::Text;
    if (m_isInText) {
        m_text.clear();
        return Done{};
    }
    m_header.clear();
    m_state = start.bytes > longestHeader ? Header::TooLong : Header::There;
    return Done{};
}

Status FolderScan::sectionPiece(QByteArrayView bytes)
{
    if (m_isInText) {
        m_text += bytes.first(std::min<qsizetype>(bytes.size(), textBytes - m_text.size()));
    } else if (m_state == Header::There) {
        m_header += bytes;
    }
    return Done{};
}

void FolderScan::sectionIsNil(Section section)
{
    m_isInText = section == Section::Text;
    if (!m_isInText) {
        m_state = Header::Nil;
    }
}

Status FolderScan::fetchEnds(const FetchItems& items)
{
    const quint32 uid = items.uid == 0 ? onlyUid() : items.uid;
    if (m_state == Header::Absent || !m_pending.contains(uid)) {
        return Done{}; // news about flags, or an answer given twice
    }
    if (m_state == Header::Nil) {
        return missing(uid, {Kind::MessageGone, {}, {}});
    }
    if (m_state == Header::TooLong || items.size < 0) {
        const Kind why = items.size < 0 ? Kind::MessageUnreadable : Kind::LimitExceeded;
        m_sink.unreadable(static_cast<int>(m_index),
                          {messageKey(m_uidValidity, uid), std::max<qint64>(items.size, 0), {why, {}, {}}});
        tick(uid);
        return Done{};
    }
    ScannedMessage message;
    message.key = messageKey(m_uidValidity, uid);
    message.bytes = items.size;
    message.received = items.received;
    message.fingerprint = fingerprintOf(m_header, items.size);
    message.header = std::exchange(m_header, {});
    message.bodyStart = std::exchange(m_text, {});
    m_sink.message(static_cast<int>(m_index), std::move(message));
    tick(uid);
    return Done{};
}

} // namespace staffelstab::mail::imap
