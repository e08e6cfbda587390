// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_index.h"

#include "core/sha256.h"
#include "mail/header_block.h"

#include <QFileInfo>

#include <array>

namespace staffelstab::mail {

namespace {

constexpr qsizetype markDigits = 16;

bool isRewritten(QByteArrayView name)
{
    static constexpr std::array<const char*, 11> names{
        "status",         "x-status", "x-keywords", "x-mozilla-status", "x-mozilla-status2",
        "x-mozilla-keys", "x-uid",    "x-imap",     "x-imapbase",       "content-length",
        "lines"};
    return std::any_of(names.begin(), names.end(),
                       [name](const char* other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

} // namespace

QByteArray stableMark(QByteArrayView header)
{
    Sha256 hash;
    visitHeaderFields(header, [&hash](const HeaderField& field) {
        if (!isRewritten(field.name)) {
            hash.add(field.name);
            hash.add(":");
            hash.add(field.value);
            hash.add("\n");
        }
    });
    return hash.finish().toHex().first(markDigits);
}

std::optional<MboxKey> MboxKey::parse(const MessageKey& key)
{
    const QList<QByteArray> parts = key.split('+');
    bool isOffset = false;
    bool isLength = false;
    if (parts.size() != 3) {
        return {};
    }
    MboxKey found{parts.at(0).toLongLong(&isOffset), parts.at(1).toLongLong(&isLength), parts.at(2)};
    const bool isValid = isOffset && isLength && found.offset >= 0 && found.length >= 0;
    return isValid ? std::optional<MboxKey>(std::move(found)) : std::nullopt;
}

MessageKey MboxKey::toKey() const
{
    return QByteArray::number(offset) + '+' + QByteArray::number(length) + '+' + mark;
}

FileState FileState::of(const QString& path)
{
    QFileInfo info(path);
    info.setCaching(false);
    return info.exists() ? FileState{info.size(), info.lastModified().toUTC()} : FileState{};
}

Status MboxIndex::update(const QString& path, JobContext& job)
{
    const FileState state = FileState::of(path);
    if (path == m_path && state == m_state) {
        return Done{};
    }
    m_path.clear();
    m_places.clear();
    m_marks.clear();
    m_messages = 0;
    MboxSplitter splitter;
    if (Status opened = splitter.open(path); !opened) {
        return opened;
    }
    while (true) {
        const Result<std::optional<MboxEntry>> entry = splitter.next(job);
        if (!entry) {
            return entry.failure();
        }
        if (!entry->has_value()) {
            break;
        }
        if ((*entry)->isMessage && (*entry)->header.size() <= headerLimit) {
            const MboxEntry& found = **entry;
            m_places[fingerprintOf(found.header, found.length)].append(
                {found.begin, found.end, found.message, found.length});
            ++m_marks[stableMark(found.header)];
            ++m_messages;
        }
    }
    m_path = path;
    m_state = state;
    return Done{};
}

std::vector<MboxIndex::Place> MboxIndex::find(const MessageRef& ref) const
{
    const auto places = m_places.constFind(ref.fingerprint);
    if (places == m_places.cend()) {
        return {};
    }
    std::vector<Place> found(places->begin(), places->end());
    if (const auto key = MboxKey::parse(ref.key); key) {
        std::stable_partition(found.begin(), found.end(),
                              [&key](const Place& place) { return place.message == key->offset; });
    }
    return found;
}

bool MboxIndex::hasMark(const MessageKey& key) const
{
    const auto parsed = MboxKey::parse(key);
    return parsed && m_marks.contains(parsed->mark);
}

} // namespace staffelstab::mail
