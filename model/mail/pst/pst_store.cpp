// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_store.h"

#include "core/log.h"
#include "mail/file_proof.h"
#include "mail/message_file.h"
#include "mail/special_use.h"

#include <QFileInfo>

namespace staffelstab::mail {

using pst::encode;
using pst::Frame;
using pst::FrameType;
using pst::isReaderLost;
using pst::mayTryAgain;
using pst::protocolBroken;

namespace {

constexpr qint64 reportEvery = 16;
/** Items that may have to be read again after the program was killed. */
constexpr quint32 tellPlaceEvery = 250;
/** A file in which more items than this end the reader is not read to its end. */
constexpr int mostLosses = 1000;

Failure ofFile(Failure why, const QString& file)
{
    why.subject = file;
    return why;
}

QByteArray folderKey(quint32 id)
{
    return QByteArray::number(id);
}

void tell(ScanSink& sink, int index, pst::ItemFound&& item)
{
    ScannedMessage message;
    message.key = QByteArray::number(item.id);
    message.bytes = item.bytes;
    message.fingerprint = fingerprintOf(item.header, item.bytes);
    message.header = std::move(item.header);
    message.bodyStart = std::move(item.bodyStart);
    if (item.received >= 0) {
        message.received = QDateTime::fromSecsSinceEpoch(item.received, Qt::UTC);
    }
    sink.message(index, std::move(message));
}

} // namespace

PstStore::PstStore(QString file, QStringList wanted, bool includesDeleted, QString program, int silence)
    : m_file(std::move(file)), m_wanted(std::move(wanted)), m_includesDeleted(includesDeleted),
      m_reader(std::move(program), m_file, silence)
{
}

Result<std::vector<Folder>> PstStore::folders(JobContext& job)
{
    Result<std::vector<Folder>> found = list(job);
    if (!found && isReaderLost(found.failure()) && mayTryAgain(found.failure())) {
        found = list(job);
    }
    return !found && isReaderLost(found.failure())
               ? Failure{Failure::Kind::MailboxDamaged, m_file, pst::nothingReadable}
               : std::move(found);
}

Result<std::vector<Folder>> PstStore::list(JobContext& job)
{
    if (Status opened = m_reader.open(job); !opened) {
        return opened.failure();
    }
    if (Status sent = m_reader.send(FrameType::List, {}); !sent) {
        return sent.failure();
    }
    std::vector<Folder> found;
    m_gaps.clear();
    m_deleted.clear();
    while (true) {
        const Result<Frame> frame = m_reader.next(job);
        if (!frame) {
            return frame.failure();
        }
        if (frame->type == FrameType::End) {
            break;
        }
        if (const auto gap = frame->type == FrameType::Gap ? pst::decodeGap(frame->payload) : std::nullopt) {
            m_gaps.push_back(*gap);
            continue;
        }
        const auto folder = frame->type == FrameType::Folder ? pst::decodeFolder(frame->payload) : std::nullopt;
        if (!folder) {
            m_reader.stop();
            return frame->type == FrameType::Failed ? ofFile(pst::decodeFailure(frame->payload), m_file)
                                                    : protocolBroken();
        }
        if (folder->isDeleted) {
            m_deleted.insert(folderKey(folder->id));
        }
        if (!folder->isDeleted || m_includesDeleted) {
            found.push_back({folder->path, folderKey(folder->id), specialUseOf(folder->path), folder->items});
        }
    }
    if (found.empty() && !m_gaps.empty()) {
        return Failure{Failure::Kind::MailboxDamaged, m_file, pst::nothingReadable};
    }
    makePathsUnique(found);
    if (Status kept = keepWanted(found, m_wanted); !kept) {
        return kept.failure();
    }
    return found;
}

Status PstStore::scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    Status scanned = scanFolders(folders, sink, job);
    return scanned && !folders.empty() ? checkContent(static_cast<int>(folders.size()) - 1, sink, job)
                                       : std::move(scanned);
}

Status PstStore::scanFolders(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    m_progress = {Progress::Stage::Scanning, 0, 0, 0, 0};
    m_losses = 0;
    m_stamp = stampOf(m_file);
    for (const Folder& folder : folders) {
        m_progress.total += std::max<qint64>(folder.messages, 0);
    }
    int index = 0;
    for (const Folder& folder : folders) {
        sink.folderBegins(index, folder);
        if (Status scanned = scanFolder(index++, folder, sink, job); !scanned) {
            return scanned;
        }
    }
    m_progress.total = m_progress.done;
    job.report(m_progress);
    return Done{};
}

ScanSink::Place PstStore::placeAt(quint32 item) const
{
    // Whatever writes to such a file writes a new header ([MS-PST] 2.2.2.6: dwUnique, ROOT).
    return QByteArray::number(item) + ' ' + m_stamp + ' ' + contentAround(m_file, 0).toHex();
}

quint32 PstStore::firstItem(int index, ScanSink& sink) const
{
    if (m_stamp.isEmpty()) {
        return 0;
    }
    const auto itemOf = [](const ScanSink::Place& place) { return place.split(' ').front().toUInt(); };
    return itemOf(sink.goOnFrom(index, [&](const ScanSink::Place& place) { return place == placeAt(itemOf(place)); }));
}

void PstStore::tellPlace(int index, ScanSink& sink)
{
    if (!m_stamp.isEmpty() && m_told > m_toldPlace) {
        m_toldPlace = m_told;
        sink.reached(index, placeAt(m_told));
    }
}

void PstStore::tellFolder(int index, Failure&& why, ScanSink& sink)
{
    // The place first: what is told behind it belongs to no place, and is not found twice.
    tellPlace(index, sink);
    sink.unreadable(index, {{}, 0, std::move(why)});
}

Status PstStore::scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job)
{
    m_told = firstItem(index, sink);
    m_toldPlace = m_told;
    m_progress.done += m_told;
    Status scanned = scanItems(index, folder, m_told, sink, job);
    tellPlace(index, sink);
    if (scanned) {
        tellGaps(index, folder, sink);
    }
    return scanned;
}

Status PstStore::scanItems(int index, const Folder& folder, quint32 next, ScanSink& sink, JobContext& job)
{
    m_lostAt.reset();
    while (true) {
        const quint32 before = next;
        if (Status opened = m_reader.open(job); !opened) {
            return opened;
        }
        const quint32 asked = m_itemsPerReader - m_served;
        Status done = scanFrom(index, folder, next, sink, job);
        if (!done && !isReaderLost(done.failure())) {
            return done;
        }
        if (done && next - before < asked) {
            m_served += next - before;
            return Done{};
        }
        if (done) {
            m_served += next - before;
            renewReader();
        } else if (!goOnAfterLoss(index, folder, done.failure(), before, next, sink)) {
            return Done{};
        } else if (m_losses > mostLosses) {
            return Failure{Failure::Kind::MailboxDamaged, m_file, QStringLiteral("too many unreadable items")};
        }
    }
}

bool PstStore::goOnAfterLoss(int index, const Folder& folder, const Failure& why, quint32 before, quint32& next,
                             ScanSink& sink)
{
    m_served = 0;
    qCWarning(logMail) << "the PST reader was lost at item" << next << "of a folder";
    if (mayTryAgain(why) && m_lostAt != next) {
        m_lostAt = next;
        m_progress.done -= next - std::min(next, m_told);
        next = std::min(next, m_told);
        return true;
    }
    ++m_losses;
    if (next == before) {
        // Lost before any item: the folder itself is what cannot be read.
        tellFolder(index, {Failure::Kind::MailboxDamaged, folder.path, why.detail}, sink);
        return false;
    }
    if (m_told < next) {
        sink.unreadable(index, {"item " + QByteArray::number(next - 1), 0, unreadable(why.detail)});
        m_told = next;
    }
    return true;
}

void PstStore::renewReader()
{
    if (m_served >= m_itemsPerReader) {
        m_reader.stop();
        m_served = 0;
    }
}

Status PstStore::scanFrom(int index, const Folder& folder, quint32& next, ScanSink& sink, JobContext& job)
{
    const pst::ScanRequest request{folder.rawName.toUInt(), next, m_itemsPerReader - m_served};
    if (Status sent = m_reader.send(FrameType::Scan, encode(request)); !sent) {
        return sent;
    }
    while (true) {
        Result<Frame> frame = m_reader.next(job);
        if (!frame) {
            return frame.failure();
        }
        switch (frame->type) {
        case FrameType::ItemBegins: {
            const auto number = pst::decodeNumber(frame->payload);
            if (!number || *number < next || *number == ~0U) {
                m_reader.stop();
                return protocolBroken();
            }
            if (*number % tellPlaceEvery == 0) {
                tellPlace(index, sink);
            }
            next = *number + 1;
            if (++m_progress.done % reportEvery == 0) {
                m_progress.total = std::max(m_progress.total, m_progress.done);
                job.report(m_progress);
            }
            break;
        }
        case FrameType::Item: {
            auto item = pst::decodeItem(frame->payload);
            if (!item) {
                m_reader.stop();
                return protocolBroken();
            }
            tell(sink, index, std::move(*item));
            m_told = next;
            break;
        }
        case FrameType::ItemFailed:
            sink.unreadable(index, {"item " + QByteArray::number(next - 1), 0, pst::decodeFailure(frame->payload)});
            m_told = next;
            break;
        case FrameType::Failed:
            tellFolder(index, pst::decodeFailure(frame->payload), sink);
            return Done{};
        case FrameType::End:
            return Done{};
        default:
            m_reader.stop();
            return protocolBroken();
        }
    }
}

} // namespace staffelstab::mail
