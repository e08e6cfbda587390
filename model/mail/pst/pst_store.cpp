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

namespace {

constexpr qint64 reportEvery = 16;
/** Items that may have to be read again after the program was killed. */
constexpr quint32 tellPlaceEvery = 250;
/** A file in which more items than this end the reader is not read to its end. */
constexpr int mostLosses = 1000;
/** Requests the reader has before it answered the first. */
constexpr std::size_t readAhead = 8;

Failure protocolBroken()
{
    return {Failure::Kind::ProtocolError, {}, QStringLiteral("unexpected answer of the PST reader")};
}

Failure ofFile(Failure why, const QString& file)
{
    why.subject = file;
    return why;
}

/** A reader may be ended by what has nothing to do with the item at hand; a silent one has cost a minute already. */
bool mayTryAgain(const Failure& lost)
{
    return lost.kind != Failure::Kind::TimedOut;
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

Status PstStore::checkContent(int index, ScanSink& sink, JobContext& job)
{
    const auto isSaid = [&](const QString& what) {
        tellFolder(index, {Failure::Kind::MailboxDamaged, m_file, what}, sink);
        return Status(Done{});
    };
    if (Status opened = m_reader.open(job); !opened) {
        return isOfOneFolder(opened.failure().kind) ? isSaid(pst::notChecked) : std::move(opened);
    }
    Status sent = m_reader.send(FrameType::Check, {});
    pst::ChecksumsFound found;
    while (sent) {
        const Result<Frame> frame = m_reader.next(job);
        if (!frame && !isReaderLost(frame.failure())) {
            return frame.failure();
        }
        if (frame && frame->type == FrameType::End) {
            return found.damaged > 0 ? isSaid(pst::contentDamaged) : Status(Done{});
        }
        const auto now =
            frame && frame->type == FrameType::Checked ? pst::decodeChecksums(frame->payload) : std::nullopt;
        if (!now) {
            break;
        }
        found = *now;
        job.report({Progress::Stage::Hashing, found.done, found.total, found.done, found.total});
    }
    m_reader.stop();
    return isSaid(pst::notChecked);
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

void PstStore::tellGaps(int index, const Folder& folder, ScanSink& sink)
{
    for (const pst::GapFound& gap : m_gaps) {
        const bool isOfFile = gap.folder == 0;
        if (isOfFile ? index == 0 : folderKey(gap.folder) == folder.rawName) {
            tellFolder(index, {Failure::Kind::MailboxDamaged, isOfFile ? m_file : folder.path, gap.what}, sink);
        }
    }
}

Status PstStore::scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job)
{
    m_told = firstItem(index, sink);
    m_toldPlace = m_told;
    m_progress.done += m_told;
    const Status scanned = scanItems(index, folder, m_told, sink, job);
    tellPlace(index, sink);
    if (scanned) {
        tellGaps(index, folder, sink);
    }
    return scanned;
}

Status PstStore::scanItems(int index, const Folder& folder, quint32 next, ScanSink& sink, JobContext& job)
{
    std::optional<quint32> lostAt;
    while (true) {
        const quint32 before = next;
        if (Status opened = m_reader.open(job); !opened) {
            return opened;
        }
        const quint32 asked = m_itemsPerReader - m_served;
        const Status done = scanFrom(index, folder, next, sink, job);
        if (done) {
            m_served += next - before;
            if (next - before < asked) {
                return Done{};
            }
            renewReader();
            continue;
        }
        if (!isReaderLost(done.failure())) {
            return done;
        }
        m_served = 0;
        qCWarning(logMail) << "the PST reader was lost at item" << next << "of a folder";
        if (++m_losses > mostLosses) {
            return Failure{Failure::Kind::MailboxDamaged, m_file, QStringLiteral("too many unreadable items")};
        }
        if (mayTryAgain(done.failure()) && lostAt != next) {
            lostAt = next;
            m_progress.done -= next - std::min(next, m_told);
            next = std::min(next, m_told);
            continue;
        }
        if (next == before) {
            // Lost before any item: the folder itself is what cannot be read.
            tellFolder(index, {Failure::Kind::MailboxDamaged, folder.path, done.failure().detail}, sink);
            return Done{};
        }
        if (m_told < next) {
            sink.unreadable(index, {"item " + QByteArray::number(next - 1), 0, unreadable(done.failure().detail)});
            m_told = next;
        }
    }
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

Status PstStore::requestAhead(std::span<const MessageRef> messages, std::size_t& asked, std::size_t done)
{
    while (asked < messages.size() && asked < done + readAhead) {
        bool isNumber = false;
        const quint32 id = messages[asked].key.toUInt(&isNumber);
        if (Status sent = m_reader.send(FrameType::Read, encode(isNumber ? id : 0U)); !sent) {
            return sent;
        }
        ++asked;
    }
    return Done{};
}

Status PstStore::read(const Folder& /*folder*/, std::span<const MessageRef> messages, MessageReceiver& receiver,
                      JobContext& job)
{
    std::size_t asked = 0;
    std::optional<std::size_t> lostAt;
    for (std::size_t done = 0; done < messages.size();) {
        renewReader();
        ++m_served;
        if (!m_reader.isRunning()) {
            asked = done;
        }
        if (Status opened = m_reader.open(job); !opened) {
            return opened;
        }
        bool hasBegun = false;
        Status read = requestAhead(messages, asked, done);
        if (read) {
            read = readOne(messages[done], receiver, hasBegun, job);
        }
        if (!read && isReaderLost(read.failure())) {
            if (mayTryAgain(read.failure()) && !hasBegun && lostAt != done) {
                lostAt = done;
                continue;
            }
            read = receiver.failed(messages[done], unreadable(read.failure().detail));
        }
        if (!read) {
            m_reader.stop();
            return read;
        }
        ++done;
    }
    return Done{};
}

/** The answer to one request; a lost reader is the caller's matter. */
Status PstStore::readOne(const MessageRef& ref, MessageReceiver& receiver, bool& hasBegun, JobContext& job)
{
    std::optional<Failure> why;
    qint64 got = 0;
    while (true) {
        const Result<Frame> frame = m_reader.next(job);
        if (!frame) {
            return frame.failure();
        }
        Status state = Done{};
        if (frame->type == FrameType::Item && !hasBegun && !why) {
            const auto item = pst::decodeItem(frame->payload);
            const bool isSame =
                item && item->bytes == ref.bytes &&
                (ref.fingerprint.isEmpty() || fingerprintOf(item->header, item->bytes) == ref.fingerprint);
            if (isSame) {
                hasBegun = true;
                state = receiver.begin(ref);
            } else {
                why = Failure{Failure::Kind::MessageChanged, {}, {}};
            }
        } else if (frame->type == FrameType::Piece && (hasBegun || why)) {
            got += frame->payload.size();
            state = why ? Status(Done{}) : receiver.piece(frame->payload);
        } else if (frame->type == FrameType::ItemFailed) {
            return receiver.failed(ref, pst::decodeFailure(frame->payload));
        } else if (frame->type == FrameType::End && (hasBegun || why)) {
            if (!why && got != ref.bytes) {
                why = unreadable(QStringLiteral("wrong number of bytes"));
            }
            return why ? receiver.failed(ref, *why) : receiver.end();
        } else {
            m_reader.stop();
            return protocolBroken();
        }
        if (!state) {
            return state;
        }
    }
}

namespace {

/** Notes which messages are there, without taking them. */
class PresenceCheck : public MessageReceiver
{
public:
    Status begin(const MessageRef& /*ref*/) override { return Done{}; }
    Status piece(QByteArrayView /*bytes*/) override { return Done{}; }
    Status end() override
    {
        present.push_back(true);
        return Done{};
    }
    Status failed(const MessageRef& /*ref*/, const Failure& why) override
    {
        present.push_back(why.kind != Failure::Kind::MessageGone);
        return Done{};
    }

    std::vector<bool> present;
};

/**
 * Looks for messages by their fingerprints. What it does not find is proved to be gone only if every folder could be
 * read, and every one of the deleted items.
 */
class FingerprintSearch : public ScanSink
{
public:
    explicit FingerprintSearch(const QSet<QByteArray>& deletedFolders) : m_deletedFolders(deletedFolders) {}

    void folderBegins(int /*index*/, const Folder& folder) override
    {
        m_isDeleted = m_deletedFolders.contains(folder.rawName);
    }
    void message(int /*folderIndex*/, ScannedMessage&& message) override { found.insert(message.fingerprint); }
    void unreadable(int /*folderIndex*/, UnreadableMessage&& message) override
    {
        isProof = isProof && !message.key.isEmpty() && !m_isDeleted;
    }

    QSet<QByteArray> found;
    bool isProof = true;

private:
    const QSet<QByteArray>& m_deletedFolders;
    bool m_isDeleted = false;
};

} // namespace

Result<RemovalOutcome> PstStore::remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    std::vector<MessageRef> refs;
    for (const RemovalOrder& order : orders) {
        refs.push_back(order.ref);
    }
    PresenceCheck check;
    if (Status looked = read(folder, refs, check, job); !looked) {
        return looked.failure();
    }
    // What was deleted in Outlook first lies among the deleted items, under another number.
    PstStore everything(m_file, {}, true);
    const Result<std::vector<Folder>> folders = everything.folders(job);
    if (!folders) {
        return folders.failure();
    }
    FingerprintSearch search(everything.m_deleted);
    if (std::find(check.present.begin(), check.present.end(), false) != check.present.end()) {
        if (Status searched = everything.scanFolders(*folders, search, job); !searched) {
            return searched.failure();
        }
    }
    RemovalOutcome outcome;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (check.present[i] || search.found.contains(orders[i].ref.fingerprint)) {
            outcome.kept.push_back({orders[i].ref.key, {Failure::Kind::RemovalUnsupported, {}, {}}});
        } else if (!search.isProof) {
            outcome.kept.push_back({orders[i].ref.key, {Failure::Kind::MailboxDamaged, {}, pst::goneNotProved}});
        } else {
            outcome.removed.push_back(orders[i].ref.key);
        }
    }
    return outcome;
}

} // namespace staffelstab::mail
