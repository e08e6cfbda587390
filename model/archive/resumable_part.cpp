// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/resumable_part.h"

#include "core/sha256.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace staffelstab::archive {

namespace {
/** A place is due somewhat before a piece is full, so that most pieces end behind a message and not in its middle. */
quint64 dueAfter(quint64 pieceSize)
{
    return pieceSize / 4 * 3;
}
} // namespace

Status ResumablePart::begin(const QString& path, const BegunPart& part)
{
    m_held.reserve(static_cast<qsizetype>(m_pieceSize));
    Status begun = m_log.begin(part);
    return begun ? m_file.open(path) : begun;
}

Status ResumablePart::goOn(quint64 offset, std::vector<PartPoint> behind, std::size_t skipped)
{
    m_held.reserve(static_cast<qsizetype>(m_pieceSize));
    m_offset = offset;
    m_lastPlace = offset;
    m_hasPlace = true;
    m_skippedNoted = skipped;
    for (PartPoint& point : behind) {
        std::move(point.skipped.begin(), point.skipped.end(), std::back_inserter(m_expectedSkipped));
    }
    m_skippedNoted += m_expectedSkipped.size();
    m_expected.assign(std::make_move_iterator(behind.begin()), std::make_move_iterator(behind.end()));
    return m_file.cutTo(static_cast<qint64>(offset));
}

Failure ResumablePart::differs(const char* what)
{
    m_hasDiffered = true;
    return {Failure::Kind::MessageChanged, {}, QString::fromLatin1(what)};
}

bool ResumablePart::isSkippedAsNoted(std::span<const SkippedMessage> skipped) const
{
    const std::size_t noted = m_expectedSkipped.size();
    if (skipped.size() < m_skippedNoted) {
        return false;
    }
    // A store may answer in another order.
    const auto from = skipped.begin() + static_cast<std::ptrdiff_t>(m_skippedNoted - noted);
    return std::is_permutation(from, from + static_cast<std::ptrdiff_t>(noted), m_expectedSkipped.begin(),
                               [](const SkippedMessage& one, const SkippedMessage& other) {
                                   return std::tie(one.message.mailbox, one.message.folder, one.message.key) ==
                                          std::tie(other.message.mailbox, other.message.folder, other.message.key);
                               });
}

Status ResumablePart::letGo(const PartPoint& point)
{
    if (m_expected.empty()) {
        if (Status noted = m_log.add(point); !noted) {
            return noted;
        }
    } else if (point.offset != m_expected.front().offset || point.sha256 != m_expected.front().sha256) {
        return differs("not what was written before");
    }
    const bool isPlace = m_expected.empty() ? point.place.has_value() : m_expected.front().place.has_value();
    if (!m_expected.empty()) {
        m_expected.pop_front();
    }
    m_hasPlace = m_hasPlace || isPlace;
    m_lastPlace = isPlace ? point.offset : m_lastPlace;
    Status written = m_file.write(m_held);
    m_offset = point.offset;
    m_held.resize(0);
    return written;
}

Status ResumablePart::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const quint64 until = m_expected.empty() ? m_offset + m_pieceSize : m_expected.front().offset;
        const auto length = static_cast<qsizetype>(std::min(static_cast<quint64>(bytes.size()), until - end()));
        m_held.append(bytes.data(), length);
        bytes = bytes.sliced(length);
        if (end() == until) {
            if (Status gone = letGo({until, Sha256::of(m_held), {}, {}}); !gone) {
                return gone;
            }
        }
    }
    return Done{};
}

bool ResumablePart::isPlaceDue(quint64 yetToCome) const
{
    const quint64 from = m_expected.empty() ? m_lastPlace : m_expected.back().offset;
    return end() + yetToCome >= from + dueAfter(m_pieceSize);
}

Status ResumablePart::reached(const CopyPlace& place, std::span<const SkippedMessage> skipped)
{
    if (!isSkippedAsNoted(skipped)) {
        return differs("not what was skipped before");
    }
    m_expectedSkipped.clear();
    const std::span<const SkippedMessage> fresh = skipped.subspan(std::min(m_skippedNoted, skipped.size()));
    m_skippedNoted = skipped.size();
    return letGo({end(), Sha256::of(m_held), place, {fresh.begin(), fresh.end()}});
}

Status ResumablePart::letRestGo()
{
    return m_held.isEmpty() && m_expected.empty() ? Status(Done{}) : letGo({end(), Sha256::of(m_held), {}, {}});
}

Status ResumablePart::patch(qint64 offset, QByteArrayView bytes)
{
    Status gone = letRestGo();
    return gone ? m_file.patch(offset, bytes) : gone;
}

Status ResumablePart::flushAndClose()
{
    Status gone = letRestGo();
    return gone ? m_file.flushAndClose() : gone;
}

} // namespace staffelstab::archive
