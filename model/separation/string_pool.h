// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/block_column.h"
#include "separation/number_slots.h"

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
    /** All in their order, faster than one by one. */
    template <typename Visit>
    void forEach(const Visit& visit) const;
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_lengths.size()); }
    [[nodiscard]] qint64 bytesUsed() const;

private:
    /** Of so many texts, the first one's place is kept; the others follow from the lengths before them. */
    static constexpr std::size_t perPlace = 16;

    /** Where a text of this length goes that comes when `begin` is the end: what does not fit begins a block. */
    static std::size_t placed(std::size_t begin, std::size_t length)
    {
        const std::size_t left = blockSize - begin % blockSize;
        return begin + (length > left ? left : 0);
    }
    [[nodiscard]] std::string_view textAt(std::size_t begin, std::size_t length) const
    {
        const std::span<const char> bytes = m_bytes.run(begin, length);
        return {bytes.data(), bytes.size()};
    }

    BlockColumn<char> m_bytes;
    BlockColumn<quint16> m_lengths;
    std::vector<quint64> m_places;
    static constexpr std::size_t blockSize = decltype(m_bytes)::blockSize;
};

template <typename Visit>
void TextColumn::forEach(const Visit& visit) const
{
    std::size_t begin = 0;
    for (quint32 number = 0; number < size(); ++number) {
        const std::size_t length = m_lengths[number];
        begin = placed(begin, length);
        visit(number, textAt(begin, length));
        begin += length;
    }
}

/** A TextColumn that holds each string once. Number 0 is always the empty string. */
class StringPool
{
public:
    static constexpr quint32 none = NumberSlots::none;

    StringPool();

    quint32 intern(std::string_view text);
    /** The number of a text that was interned. */
    [[nodiscard]] quint32 find(std::string_view text);
    [[nodiscard]] std::string_view at(quint32 number) const { return m_texts.at(number); }
    template <typename Visit>
    void forEach(const Visit& visit) const
    {
        m_texts.forEach(visit);
    }
    [[nodiscard]] quint32 size() const { return m_texts.size(); }
    /** Gives back what only intern() and find() need; the next one makes it again. */
    void squeeze() { m_slots.clear(); }
    [[nodiscard]] qint64 bytesUsed() const;

private:
    void addSlot(quint32 number);

    TextColumn m_texts;
    NumberSlots m_slots;
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
