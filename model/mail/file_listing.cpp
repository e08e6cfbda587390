// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_listing.h"

#include "mail/message_file.h"

#include <algorithm>

namespace staffelstab::mail {

namespace {

std::optional<Failure> failureOf(FileListing::Problem problem)
{
    switch (problem) {
    case FileListing::Problem::None:
        break;
    case FileListing::Problem::NotAFile:
        return Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("not a file")};
    case FileListing::Problem::SymbolicLink:
        return Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("symbolic link")};
    case FileListing::Problem::UnknownNameEncoding:
        return unreadable(QStringLiteral("file name in an unknown encoding"));
    case FileListing::Problem::UnknownFolderEncoding:
        return unreadable(QStringLiteral("folder name in an unknown encoding"));
    }
    return std::nullopt;
}

} // namespace

FileListing::Problem problemOf(const FolderEntry& entry)
{
    if (entry.type != FolderEntry::Type::File) {
        return FileListing::Problem::NotAFile;
    }
    return entry.name.isEmpty() ? FileListing::Problem::UnknownNameEncoding : FileListing::Problem::None;
}

void FileListing::add(QByteArrayView name, KeyPart key, Problem problem)
{
    m_entries.push_back({m_names.size(), static_cast<quint16>(name.size()), static_cast<quint16>(key.begin),
                         static_cast<quint16>(key.length), problem});
    m_names.append(name);
}

QByteArrayView FileListing::nameOf(const Entry& entry) const
{
    return QByteArrayView(m_names).sliced(entry.begin, entry.length);
}

QByteArrayView FileListing::keyOf(const Entry& entry) const
{
    return QByteArrayView(m_names).sliced(entry.begin + entry.keyBegin, entry.keyLength);
}

void FileListing::sortByKey()
{
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry& a, const Entry& b) {
        const int order = keyOf(a).compare(keyOf(b));
        return order != 0 ? order < 0 : nameOf(a).compare(nameOf(b)) < 0;
    });
}

bool FileListing::separateTwins()
{
    bool hasAny = false;
    const Entry* first = nullptr;
    for (Entry& entry : m_entries) {
        if (first == nullptr || keyOf(*first) != keyOf(entry)) {
            first = &entry;
            continue;
        }
        entry.keyBegin = 0;
        entry.keyLength = entry.length;
        hasAny = true;
    }
    return hasAny;
}

void FileListing::sort()
{
    sortByKey();
    if (separateTwins()) {
        sortByKey();
    }
}

StoredFile FileListing::at(std::size_t number) const
{
    const Entry& entry = m_entries[number];
    return {QByteArray(m_keyPrefix).append(keyOf(entry)),
            entry.problem == Problem::None ? nameFromDisk(nameOf(entry).toByteArray()) : QString(),
            failureOf(entry.problem)};
}

std::optional<QString> FileListing::find(const MessageKey& key) const
{
    if (!key.startsWith(m_keyPrefix)) {
        return std::nullopt;
    }
    const QByteArrayView wanted = QByteArrayView(key).sliced(m_keyPrefix.size());
    const auto found =
        std::lower_bound(m_entries.begin(), m_entries.end(), wanted,
                         [this](const Entry& entry, QByteArrayView value) { return keyOf(entry).compare(value) < 0; });
    if (found == m_entries.end() || keyOf(*found) != wanted || found->problem != Problem::None) {
        return std::nullopt;
    }
    return nameFromDisk(nameOf(*found).toByteArray());
}

} // namespace staffelstab::mail
