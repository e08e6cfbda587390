// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"

#include <QByteArrayList>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace staffelstab::archive {

/**
 * The files of a bag and their SHA-256, one behind the other in a few blocks: a million take 50 MB and their paths.
 */
class FoundFiles
{
public:
    FoundFiles() : m_slots(64, 0) {}

    /** False if the path is there already; the new hash counts then. */
    bool add(const QByteArray& path, const QByteArray& sha256);
    /** The hash of a file that was not taken before. */
    std::optional<QByteArray> take(const QByteArray& path);
    /** What was not taken, by path. */
    [[nodiscard]] QByteArrayList left() const;

private:
    struct Entry
    {
        quint64 pathEnd = 0;
        std::array<char, Sha256::size> sha256{};
        bool isTaken = false;
    };

    [[nodiscard]] std::string_view pathOf(std::size_t entry) const;
    [[nodiscard]] std::size_t slotOf(std::string_view path) const;
    void grow();

    std::string m_paths;
    std::vector<Entry> m_entries;
    /** Open addressing; number + 1, 0 is a free slot. */
    std::vector<quint32> m_slots;
};

} // namespace staffelstab::archive
