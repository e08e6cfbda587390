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

/** Mentions, each once, numbered in the order they came: a mailbox names the same people over and over. */
class MentionPool
{
public:
    quint32 intern(Mention mention);
    [[nodiscard]] const Mention& at(quint32 number) const { return m_mentions[number]; }
    /** Gives back what only intern() needs; the next one makes it again. */
    void squeeze() { m_slots.clear(); }
    [[nodiscard]] qint64 bytesUsed() const { return m_mentions.bytesUsed() + m_slots.bytesUsed(); }

private:
    void addSlot(quint32 number);

    BlockColumn<Mention> m_mentions;
    NumberSlots m_slots;
};

} // namespace staffelstab::separation
