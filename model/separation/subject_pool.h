// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/string_pool.h"

#include <QByteArray>

namespace staffelstab::separation {

/**
 * Subjects in UTF-8, those of a conversation once: what stands before them ("AW: ", "Re: Fwd: ") is a number of its
 * own. Of different beginnings the first 63 are told apart; a subject with another one is kept whole.
 */
class SubjectPool
{
public:
    /** 0 to 63; 0: none. */
    using Start = quint8;
    static constexpr quint32 mostStarts = 64;

    struct Entry
    {
        Start start = 0;
        quint32 rest = 0;
    };

    Entry intern(std::string_view subject);
    [[nodiscard]] QByteArray at(Entry entry) const;
    /** Two parts, between which no word goes on. */
    [[nodiscard]] std::string_view startOf(Start start) const { return m_starts.at(start); }
    [[nodiscard]] std::string_view restOf(quint32 rest) const { return m_rests.at(rest); }
    /** Every rest with its number. */
    template <typename Visit>
    void forEachRest(const Visit& visit) const
    {
        m_rests.forEach(visit);
    }
    /** Numbers of starts and of rests run from 0 to these. */
    [[nodiscard]] quint32 starts() const { return m_starts.size(); }
    [[nodiscard]] quint32 rests() const { return m_rests.size(); }
    /** Gives back what only intern() needs; the next one makes it again. */
    void squeeze() { m_rests.squeeze(); }
    [[nodiscard]] qint64 bytesUsed() const { return m_starts.bytesUsed() + m_rests.bytesUsed(); }

private:
    StringPool m_starts;
    StringPool m_rests;
};

} // namespace staffelstab::separation
