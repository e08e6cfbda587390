// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/block_column.h"
#include "separation/number_slots.h"

#include <QtGlobal>

namespace staffelstab::separation {

/** One address of a header as the table keeps it; numbers for MessageTable::address() and ::name(). */
struct Mention
{
    quint32 address = 0;
    quint32 name = 0;

    bool operator==(const Mention&) const = default;
};

/** The people of one header. */
struct MentionRun
{
    /** Numbers for MentionPool::mention(): From, To and Cc, in this order. */
    std::span<const quint32> all;
    quint16 from = 0;
    quint16 to = 0;
    quint16 cc = 0;
};

/**
 * The people of all headers, each mention and each run of them once: a mailbox names the same people over and over.
 * Mentions are numbered in the order they came, runs by where they lie.
 */
class MentionPool
{
public:
    /** The longest run. */
    static constexpr std::size_t mostMentions = 16UL * 1024 - 2;

    quint32 intern(Mention mention);
    /** As long as its three counts say together, at most mostMentions. */
    quint32 intern(const MentionRun& run);
    [[nodiscard]] const Mention& mention(quint32 number) const { return m_mentions[number]; }
    [[nodiscard]] MentionRun run(quint32 number) const;
    /** Gives back what only intern() needs; the next one makes it again. */
    void squeeze();
    [[nodiscard]] qint64 bytesUsed() const;

private:
    void addMentionSlot(quint32 number);
    void addRunSlot(quint32 number);
    void addRunSlots();

    BlockColumn<Mention> m_mentions;
    NumberSlots m_mentionSlots;
    /** Of each run: From and To, one more than Cc, and then the mentions. */
    BlockColumn<quint32, 64UL * 1024> m_runs;
    NumberSlots m_runSlots;
};

} // namespace staffelstab::separation
