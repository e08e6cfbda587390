// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/string_pool.h"

namespace staffelstab::separation {

/**
 * Message-IDs (RFC 5322, 3.6.4), each once, numbered in the order they came. What stands from the '@' on is kept once
 * for all that share it: with most servers it is half of the text. Number 0 is the empty one.
 */
class MessageIdPool
{
public:
    MessageIdPool();

    quint32 intern(std::string_view id);
    /** An empty one with a number of its own. */
    quint32 appendUnnamed() { return append({}, 0); }
    [[nodiscard]] QByteArray at(quint32 number) const;
    [[nodiscard]] quint32 size() const { return m_lefts.size(); }
    /** Gives back what only intern() needs; the next one makes it again. */
    void squeeze();
    [[nodiscard]] qint64 bytesUsed() const;

private:
    /** So many different ends are remembered; an id with another one is kept whole. */
    static constexpr quint32 mostEnds = UINT16_MAX;

    quint32 append(std::string_view left, quint16 end);
    [[nodiscard]] std::size_t hashOf(quint32 number) const;
    void addSlot(quint32 number);

    TextColumn m_lefts;
    /** Numbers in m_sharedEnds. */
    BlockColumn<quint16> m_ends;
    StringPool m_sharedEnds;
    NumberSlots m_slots;
};

} // namespace staffelstab::separation
