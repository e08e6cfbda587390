// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * A column that only grows, in blocks of 16 KiB if not said otherwise: no spare room to speak of, and no moment at
 * which all of it is held twice, as with a vector. A run that was appended together stands together.
 */
template <typename Value, std::size_t blockBytes = 16UL * 1024>
class BlockColumn
{
public:
    /** The longest run. */
    static constexpr std::size_t blockSize = std::max<std::size_t>(blockBytes / sizeof(Value), 1);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Value& operator[](std::size_t index) const
    {
        return (*m_blocks[index / blockSize])[index % blockSize];
    }
    [[nodiscard]] Value& operator[](std::size_t index) { return (*m_blocks[index / blockSize])[index % blockSize]; }
    void append(const Value& value) { append(std::span(&value, 1)); }
    /** Returns where the run begins, which may be behind a gap. Not longer than a block. */
    std::size_t append(std::span<const Value> run)
    {
        const std::size_t left = m_blocks.size() * blockSize - m_size;
        if (run.size() > left) {
            m_size = m_blocks.size() * blockSize;
            m_blocks.push_back(std::make_unique<Block>());
        }
        const std::size_t begin = m_size;
        if (!run.empty()) {
            std::copy(run.begin(), run.end(),
                      m_blocks.back()->begin() + static_cast<std::ptrdiff_t>(begin % blockSize));
        }
        m_size += run.size();
        return begin;
    }
    /** A run that was appended, or part of one. */
    [[nodiscard]] std::span<const Value> run(std::size_t begin, std::size_t count) const
    {
        return count == 0 ? std::span<const Value>()
                          : std::span<const Value>(m_blocks[begin / blockSize]->data() + begin % blockSize, count);
    }
    [[nodiscard]] qint64 bytesUsed() const { return static_cast<qint64>(m_blocks.size() * sizeof(Block)); }

private:
    using Block = std::array<Value, blockSize>;

    std::vector<std::unique_ptr<Block>> m_blocks;
    std::size_t m_size = 0;
};

} // namespace staffelstab::separation
