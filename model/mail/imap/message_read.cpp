// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/message_read.h"

#include "mail/header_block.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

constexpr qint64 longestHeader = qint64{4} * 1024 * 1024;
constexpr qsizetype longestPiece = qsizetype{1024} * 1024;
/** A message without its UID in front must fit here; larger ones are asked for alone and need no UID. */
constexpr qint64 largestKept = 2 * largestBatch;

constexpr qsizetype heldBackAtOnce = qsizetype{16} * 1024;

/** Servers may be off in RFC822.SIZE, but not by more than line ends can explain. */
qint64 largestBody(const MessageRef& ref)
{
    return 2 * std::max<qint64>(ref.bytes, 0) + longestPiece;
}

/** Those that mean something in another mailbox. */
QByteArrayList lastingFlags(const FetchItems& items)
{
    QByteArrayList flags = items.flags.value_or(QByteArrayList());
    const auto isPassing = [](const QByteArray& flag) {
        return flag.compare("\\Recent", Qt::CaseInsensitive) == 0 ||
               flag.compare("\\Deleted", Qt::CaseInsensitive) == 0;
    };
    flags.removeIf(isPassing);
    return flags;
}

} // namespace

MessageRead::MessageRead(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                         bool isWritable)
    : m_folder(folder), m_receiver(receiver), m_isWritable(isWritable)
{
    m_wanted.reserve(messages.size());
    for (const MessageRef& ref : messages) {
        m_wanted.push_back({parseMessageKey(ref.key).value_or(UidKey{}), &ref, false});
    }
    std::stable_sort(m_wanted.begin(), m_wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.key.uid < b.key.uid; });
}

Status MessageRead::run(Session& session)
{
    if (Status opened = openFolder(session, m_folder, m_isWritable); !opened) {
        return opened;
    }
    if (Status refused = refuseStrangers(session.open.uidValidity); !refused) {
        return refused;
    }
    // More than one round only if a message was asked for twice.
    for (std::deque<Batch> batches = makeBatches(); !batches.empty(); batches = makeBatches()) {
        if (Status fetched = fetch(session, std::move(batches)); !fetched) {
            const Failure& why = fetched.failure();
            if (why.kind == Kind::FolderChanged) {
                return refuseStrangers(0);
            }
            return why.subject.isEmpty() && why.kind != Kind::Cancelled ? Failure{why.kind, m_folder.path, why.detail}
                                                                        : why;
        }
    }
    return Done{};
}

/** Keys of another UIDVALIDITY name messages that are no longer there, whatever has their UID now. */
Status MessageRead::refuseStrangers(quint32 uidValidity)
{
    for (Wanted& wanted : m_wanted) {
        if (wanted.isDone || (wanted.key.uid != 0 && wanted.key.uidValidity == uidValidity && uidValidity != 0)) {
            continue;
        }
        const Kind kind = wanted.key.uid == 0 ? Kind::BadInput : Kind::FolderChanged;
        if (Status told = finishFailed(wanted, {kind, m_folder.path, {}}); !told) {
            return told;
        }
    }
    return Done{};
}

std::deque<Batch> MessageRead::makeBatches()
{
    std::deque<Batch> batches;
    qint64 bytes = 0;
    const Wanted* last = nullptr;
    if (m_open != nullptr) {
        batches.push_back({m_open->key.uid});
    }
    bool isFull = true;
    for (Wanted& wanted : m_wanted) {
        if (wanted.isDone || isCut(wanted) || (last != nullptr && wanted.key.uid == last->key.uid)) {
            continue;
        }
        wanted.isWithHeader = wanted.isDoubted;
        const qint64 size = std::max<qint64>(wanted.ref->bytes, 0);
        isFull = isFull || last == nullptr || last->isWithHeader != wanted.isWithHeader ||
                 batches.back().size() >= longestBatch || bytes + size > largestBatch;
        if (isFull) {
            batches.emplace_back();
            bytes = 0;
        }
        isFull = false;
        last = &wanted;
        batches.back().push_back(wanted.key.uid);
        bytes += size;
    }
    return batches;
}

MessageRead::Wanted* MessageRead::pending(quint32 uid)
{
    auto found = std::lower_bound(m_wanted.begin(), m_wanted.end(), uid,
                                  [](const Wanted& wanted, quint32 value) { return wanted.key.uid < value; });
    while (found != m_wanted.end() && found->key.uid == uid && found->isDone) {
        ++found;
    }
    return uid == 0 || found == m_wanted.end() || found->key.uid != uid ? nullptr : &*found;
}

bool MessageRead::isPending(quint32 uid) const
{
    return const_cast<MessageRead*>(this)->pending(uid) != nullptr;
}

Command MessageRead::commandFor(const Batch& batch) const
{
    bool isWithHeader = std::any_of(batch.begin(), batch.end(), [this](quint32 uid) {
        const Wanted* wanted = const_cast<MessageRead*>(this)->pending(uid);
        return wanted != nullptr && wanted->isWithHeader;
    });
    QByteArray body = " BODY.PEEK[]";
    if (m_open != nullptr && batch.size() == 1 && batch.front() == m_open->key.uid) {
        isWithHeader = true;
        const qint64 left = m_openTotal - m_openBytes;
        body = left == 0 ? QByteArray()
                         : body + '<' + QByteArray::number(m_openBytes) + '.' + QByteArray::number(left) + '>';
    }
    return Command("UID FETCH " + uidSet(batch) + " (UID FLAGS INTERNALDATE RFC822.SIZE" +
                   (isWithHeader ? " BODY.PEEK[HEADER]" : "") + body + ")");
}

Status MessageRead::finishFailed(Wanted& wanted, const Failure& why)
{
    wanted.isDone = true;
    ++m_done;
    if (isCut(wanted)) {
        m_open = nullptr;
    }
    return m_receiver.failed(*wanted.ref, why);
}

Status MessageRead::missing(quint32 uid, const Failure& why)
{
    Wanted* wanted = pending(uid);
    const bool isAskedAgain = wanted != nullptr && wanted->isDoubted && !wanted->isWithHeader;
    return wanted == nullptr || isAskedAgain ? Status(Done{}) : finishFailed(*wanted, why);
}

void MessageRead::fetchBegins()
{
    m_body = Body::Absent;
    m_target = nullptr;
    m_hasHeader = false;
    m_isHeaderTooLong = false;
    m_header.clear();
    m_kept.clear();
    m_fault.reset();
}

std::optional<Failure> MessageRead::verdict(const MessageRef& ref, const FetchItems& items) const
{
    if (m_isHeaderTooLong) {
        return Failure{Kind::LimitExceeded, {}, QStringLiteral("a header of more than 4 MiB")};
    }
    if (m_hasHeader && items.size >= 0 && fingerprintOf(m_header, items.size) != ref.fingerprint) {
        return Failure{Kind::MessageChanged, {}, {}};
    }
    return std::nullopt;
}

Status MessageRead::sectionBegins(const FetchItems& items, const SectionStart& start)
{
    m_section = start.section;
    if (start.section == Section::Header) {
        m_header.clear();
        m_hasHeader = true;
        m_isHeaderTooLong = start.bytes > longestHeader;
        return Done{};
    }
    if (m_body != Body::Absent) {
        return Failure{Kind::ProtocolError, {}, QStringLiteral("a message comes with two bodies")};
    }
    const quint32 uid = items.uid == 0 ? onlyUid() : items.uid;
    if (uid == 0) {
        m_body = Body::Kept;
        return start.bytes > largestKept
                   ? Status(Failure{Kind::LimitExceeded, {}, QStringLiteral("a large message without its UID")})
                   : Status(Done{});
    }
    m_target = pending(uid);
    m_body = Body::Skipped;
    return m_target == nullptr ? Status(Done{}) : startBody(items, start);
}

Status MessageRead::startBody(const FetchItems& items, const SectionStart& start)
{
    const MessageRef& ref = *m_target->ref;
    if (start.bytes > largestBody(ref)) {
        return Failure{Kind::LimitExceeded, {}, QStringLiteral("a message far larger than the server had said")};
    }
    m_fault = verdict(ref, items);
    if (m_fault) {
        return Done{};
    }
    if (isCut(*m_target)) {
        if (start.origin != m_openBytes || m_openBytes + start.bytes != m_openTotal) {
            m_fault = Failure{Kind::ConnectionLost, {}, QStringLiteral("the message could not be continued")};
            return Done{};
        }
        m_body = Body::Delivered;
        return Done{};
    }
    if (m_open != nullptr || start.origin > 0) {
        return Failure{Kind::ProtocolError, {}, QStringLiteral("part of a message that was asked for whole")};
    }
    if (m_target->isWithHeader) {
        return beginMessage(start.bytes);
    }
    m_body = Body::HeldBack;
    m_bodyBytes = start.bytes;
    m_toldSize = items.size;
    m_header.clear();
    return start.bytes == 0 ? endHeader(0) : Status(Done{});
}

Status MessageRead::beginMessage(qint64 bytes)
{
    m_open = m_target;
    m_openBytes = 0;
    m_openTotal = bytes;
    m_body = Body::Delivered;
    return m_receiver.begin(*m_target->ref);
}

Result<QByteArrayView> MessageRead::holdBack(QByteArrayView bytes)
{
    while (m_body == Body::HeldBack && !bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(bytes.size(), heldBackAtOnce));
        bytes = bytes.sliced(piece.size());
        const qsizetype former = m_header.size();
        m_header += piece;
        const qsizetype length = headerLength(m_header, former);
        if (length < 0 && m_header.size() < std::min(m_bodyBytes, longestHeader)) {
            continue;
        }
        if (Status ended = endHeader(length < 0 ? m_header.size() : length); !ended) {
            return ended.failure();
        }
    }
    return bytes;
}

/** The header is the first `length` bytes of what was held back. */
Status MessageRead::endHeader(qsizetype length)
{
    const QByteArray held = m_header;
    m_header.truncate(length);
    // Where the size comes behind the body, verdict() looks at it in the end.
    const MessageRef& ref = *m_target->ref;
    const bool isSame = fingerprintOf(m_header, m_toldSize < 0 ? ref.bytes : m_toldSize) == ref.fingerprint;
    if (!isSame) {
        m_target->isDoubted = true;
        m_body = Body::Skipped;
        return Done{};
    }
    m_hasHeader = true;
    const Status begun = beginMessage(m_bodyBytes);
    return begun ? deliver(held) : begun;
}

Status MessageRead::deliver(QByteArrayView bytes)
{
    for (qsizetype from = 0; from < bytes.size(); from += longestPiece) {
        const QByteArrayView piece = bytes.sliced(from, std::min(longestPiece, bytes.size() - from));
        if (Status taken = m_receiver.piece(piece); !taken) {
            return taken;
        }
        m_openBytes += piece.size();
        m_delivered += piece.size();
    }
    return Done{};
}

Status MessageRead::sectionPiece(QByteArrayView bytes)
{
    if (m_section == Section::Header) {
        if (!m_isHeaderTooLong) {
            m_header += bytes;
        }
    } else if (m_body == Body::HeldBack) {
        const Result<QByteArrayView> rest = holdBack(bytes);
        return !rest ? Status(rest.failure()) : m_body == Body::Delivered ? deliver(*rest) : Status(Done{});
    } else if (m_body == Body::Delivered) {
        return deliver(bytes);
    } else if (m_body == Body::Kept) {
        m_kept += bytes;
    }
    return Done{};
}

void MessageRead::sectionIsNil(Section section)
{
    if (section == Section::Whole) {
        m_body = Body::Nil;
    }
}

Status MessageRead::fetchEnds(const FetchItems& items)
{
    Wanted* wanted = pending(items.uid == 0 ? onlyUid() : items.uid);
    if (m_target != nullptr && m_target != wanted) {
        return Failure{Kind::ProtocolError, {}, QStringLiteral("a message with two UIDs")};
    }
    if (wanted == nullptr) {
        return Done{};
    }
    if (m_body == Body::Absent && m_hasHeader && isCut(*wanted) && m_openBytes == m_openTotal) {
        m_body = Body::Delivered; // only the end of the response was missing
    }
    if (m_body == Body::Absent) {
        return Done{}; // news about flags
    }
    if (m_body == Body::Nil) {
        return finishFailed(*wanted, {Kind::MessageGone, {}, {}});
    }
    return finishWhole(*wanted, items);
}

Status MessageRead::finishWhole(Wanted& wanted, const FetchItems& items)
{
    if (m_body == Body::Kept) {
        m_target = &wanted;
        m_body = Body::Skipped;
        SectionStart start;
        start.bytes = m_kept.size();
        Status begun = startBody(items, start);
        if (begun) {
            m_section = Section::Whole;
            begun = sectionPiece(m_kept);
        }
        if (!begun) {
            return begun;
        }
    }
    if (wanted.isDoubted && !wanted.isWithHeader) {
        return Done{}; // asked for again
    }
    if (!m_fault) {
        m_fault = verdict(*wanted.ref, items);
    }
    if (!m_fault && (!m_hasHeader || items.size < 0)) {
        m_fault = Failure{Kind::MessageUnreadable, {}, QStringLiteral("the server left out size or header")};
    }
    if (m_fault) {
        return finishFailed(wanted, *m_fault);
    }
    wanted.isDone = true;
    ++m_done;
    m_open = nullptr;
    m_receiver.standing({lastingFlags(items), items.received});
    return m_receiver.end();
}

} // namespace staffelstab::mail::imap
