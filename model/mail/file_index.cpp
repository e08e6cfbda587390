// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_index.h"

#include <algorithm>
#include <functional>

namespace staffelstab::mail {

namespace {

quint64 hashOf(QByteArrayView key)
{
    return std::hash<std::string_view>()({key.data(), static_cast<std::size_t>(key.size())});
}

} // namespace

void FileIndex::add(QByteArrayView name, FileListing::KeyPart key, FileListing::Problem problem)
{
    const std::pair frame(name.first(key.begin).toByteArray(), name.sliced(key.begin + key.length).toByteArray());
    auto number = m_frameNumbers.constFind(frame);
    if (number == m_frameNumbers.cend()) {
        number = m_frameNumbers.insert(frame, static_cast<quint32>(m_frames.size()));
        m_frames.push_back(frame);
    }
    const quint64 hash = hashOf(name.sliced(key.begin, key.length));
    m_entries.push_back(
        {static_cast<quint32>(hash >> 32U), static_cast<quint32>(hash), *number, static_cast<quint32>(problem)});
}

bool FileIndex::findTwins()
{
    const auto isBefore = [](const Entry& a, const Entry& b) { return a.keyHash() < b.keyHash(); };
    std::sort(m_entries.begin(), m_entries.end(), isBefore);
    m_frameNumbers.clear();
    for (std::size_t i = 1; i < m_entries.size(); ++i) {
        const quint64 hash = m_entries[i].keyHash();
        if (hash == m_entries[i - 1].keyHash() && (m_twinHashes.empty() || m_twinHashes.back() != hash)) {
            m_twinHashes.push_back(hash);
        }
    }
    return !m_twinHashes.empty();
}

bool FileIndex::isTwin(quint64 keyHash) const
{
    return std::binary_search(m_twinHashes.begin(), m_twinHashes.end(), keyHash);
}

void FileIndex::addTwin(QByteArrayView name, FileListing::KeyPart key, FileListing::Problem problem)
{
    if (isTwin(hashOf(name.sliced(key.begin, key.length)))) {
        m_twins.add(name, key, problem);
    }
}

std::optional<QString> FileIndex::find(const MessageKey& key) const
{
    if (const std::optional<QString> twin = m_twins.find(key); twin || !key.startsWith(m_keyPrefix)) {
        return twin;
    }
    const QByteArrayView wanted = QByteArrayView(key).sliced(m_keyPrefix.size());
    const quint64 hash = hashOf(wanted);
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), hash,
                                        [](const Entry& entry, quint64 value) { return entry.keyHash() < value; });
    if (found == m_entries.end() || found->keyHash() != hash || isTwin(hash) ||
        found->problem != static_cast<quint32>(FileListing::Problem::None)) {
        return std::nullopt;
    }
    const auto& [before, behind] = m_frames[found->frame];
    return nameFromDisk(before + wanted.toByteArray() + behind);
}

} // namespace staffelstab::mail
