// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_id_pool.h"

#include <functional>

namespace staffelstab::separation {

namespace {

std::size_t hashOfParts(std::string_view left, quint16 end)
{
    return std::hash<std::string_view>()(left) + end * std::size_t{0x9E3779B97F4A7C15};
}

} // namespace

MessageIdPool::MessageIdPool()
{
    intern({});
}

quint32 MessageIdPool::append(std::string_view left, quint16 end)
{
    m_ends.append(end);
    return m_lefts.append(left);
}

std::size_t MessageIdPool::hashOf(quint32 number) const
{
    return hashOfParts(m_lefts.at(number), m_ends[number]);
}

void MessageIdPool::addSlot(quint32 number)
{
    m_slots.add(hashOf(number), number, [this](quint32 other) { return hashOf(other); });
}

quint32 MessageIdPool::intern(std::string_view id)
{
    // Once the ends are full none is added, so that the same id is always parted in the same way.
    const std::size_t at = std::min(id.rfind('@'), id.size());
    const std::string_view shared = id.substr(at);
    const quint32 known = m_sharedEnds.size() < mostEnds ? m_sharedEnds.intern(shared) : m_sharedEnds.find(shared);
    const auto end = static_cast<quint16>(known == StringPool::none ? 0 : known);
    const std::string_view left = known == StringPool::none ? id : id.substr(0, at);

    if (m_slots.isEmpty()) {
        for (quint32 number = 0; number < size(); ++number) {
            // The first of the empty ones is the one that was interned; the others have no name.
            if (number == 0 || !m_lefts.at(number).empty() || m_ends[number] != 0) {
                addSlot(number);
            }
        }
    }
    const quint32 found = m_slots.find(
        hashOfParts(left, end), [&](quint32 number) { return m_ends[number] == end && m_lefts.at(number) == left; });
    if (found != NumberSlots::none) {
        return found;
    }
    const quint32 number = append(left, end);
    addSlot(number);
    return number;
}

QByteArray MessageIdPool::at(quint32 number) const
{
    const std::string_view left = m_lefts.at(number);
    const std::string_view end = m_sharedEnds.at(m_ends[number]);
    QByteArray id;
    id.reserve(static_cast<qsizetype>(left.size() + end.size()));
    return id.append(left.data(), static_cast<qsizetype>(left.size()))
        .append(end.data(), static_cast<qsizetype>(end.size()));
}

void MessageIdPool::squeeze()
{
    m_slots.clear();
}

qint64 MessageIdPool::bytesUsed() const
{
    return m_lefts.bytesUsed() + m_ends.bytesUsed() + m_sharedEnds.bytesUsed() + m_slots.bytesUsed();
}

} // namespace staffelstab::separation
