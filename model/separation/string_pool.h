// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/block_column.h"

#include <QByteArrayView>
#include <QString>
#include <QtGlobal>

#include <string_view>
#include <vector>

namespace staffelstab::separation {

/** Byte strings one behind the other, each of at most 16 KiB; numbered in the order they came. */
class TextColumn
{
public:
    quint32 append(std::string_view text);
    [[nodiscard]] std::string_view at(quint32 number) const;
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_ends.size()); }
    [[nodiscard]] qint64 bytesUsed() const;

private:
    /** Texts that share a base to which their ends are relative: half the room of absolute ones. */
    static constexpr std::size_t perBase = 256;

    [[nodiscard]] std::size_t endOf(std::size_t number) const { return m_bases[number / perBase] + m_ends[number]; }

    BlockColumn<char> m_bytes;
    BlockColumn<quint32> m_ends;
    std::vector<quint64> m_bases;
};

/** A TextColumn that holds each string once. Number 0 is always the empty string. */
class StringPool
{
public:
    StringPool();

    quint32 intern(std::string_view text);
    /** An empty string with a number of its own. */
    quint32 appendUnnamed() { return m_texts.append({}); }
    [[nodiscard]] std::string_view at(quint32 number) const { return m_texts.at(number); }
    [[nodiscard]] quint32 size() const { return m_texts.size(); }
    /** Gives back what only intern() needs; the next one makes it again. */
    void squeeze() { std::vector<quint32>().swap(m_slots); }
    [[nodiscard]] qint64 bytesUsed() const;

private:
    [[nodiscard]] std::size_t slotOf(std::string_view text) const;
    void makeSlots(std::size_t count);

    TextColumn m_texts;
    /** Open addressing; number + 1, 0 is a free slot. */
    std::vector<quint32> m_slots;
    std::size_t m_used = 0;
};

inline QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace staffelstab::separation
