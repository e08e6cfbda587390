// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/found_files.h"

#include <algorithm>
#include <functional>

namespace staffelstab::archive {

namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

std::string_view FoundFiles::pathOf(std::size_t entry) const
{
    const quint64 begin = entry == 0 ? 0 : m_entries[entry - 1].pathEnd;
    return std::string_view(m_paths).substr(begin, m_entries[entry].pathEnd - begin);
}

std::size_t FoundFiles::slotOf(std::string_view path) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(path) & mask;
    while (m_slots[slot] != 0 && pathOf(m_slots[slot] - 1) != path) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void FoundFiles::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
        m_slots[slotOf(pathOf(entry))] = static_cast<quint32>(entry + 1);
    }
}

bool FoundFiles::add(const QByteArray& path, const QByteArray& sha256)
{
    const std::size_t slot = slotOf(viewOf(path));
    const bool isNew = m_slots[slot] == 0;
    if (isNew) {
        m_paths += viewOf(path);
        m_entries.push_back({m_paths.size(), {}, false});
        m_slots[slot] = static_cast<quint32>(m_entries.size());
    }
    Entry& entry = m_entries[m_slots[slot] - 1];
    std::copy(sha256.begin(), sha256.end(), entry.sha256.begin());
    entry.isTaken = false;
    if (m_entries.size() * 3 > m_slots.size() * 2) {
        grow();
    }
    return isNew;
}

std::optional<QByteArray> FoundFiles::take(const QByteArray& path)
{
    const std::size_t slot = slotOf(viewOf(path));
    if (m_slots[slot] == 0 || m_entries[m_slots[slot] - 1].isTaken) {
        return std::nullopt;
    }
    Entry& entry = m_entries[m_slots[slot] - 1];
    entry.isTaken = true;
    return QByteArray(entry.sha256.data(), static_cast<qsizetype>(entry.sha256.size()));
}

QByteArrayList FoundFiles::left() const
{
    QByteArrayList paths;
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
        if (!m_entries[entry].isTaken) {
            const std::string_view path = pathOf(entry);
            paths.append(QByteArray(path.data(), static_cast<qsizetype>(path.size())));
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace staffelstab::archive
