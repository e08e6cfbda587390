// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/command.h"

#include "core/secret.h"

#include <algorithm>

namespace staffelstab::mail::imap {

namespace {

bool mayBeQuoted(QByteArrayView bytes)
{
    return bytes.size() <= 1000 &&
           std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= ' ' && byte < 0x7f; });
}

/** Grows without leaving an unwiped copy behind. */
void append(QByteArray& to, QByteArrayView bytes)
{
    if (to.capacity() < to.size() + bytes.size()) {
        QByteArray larger;
        larger.reserve(2 * (to.size() + bytes.size()));
        larger.append(to);
        wipe(to);
        to = std::move(larger);
    }
    to.append(bytes);
}

} // namespace

Command::Command(QByteArrayView text) : m_parts(1)
{
    append(m_parts.back(), text);
}

Command::~Command()
{
    for (QByteArray& part : m_parts) {
        wipe(part);
    }
}

Command& Command::text(QByteArrayView text)
{
    append(m_parts.back(), text);
    return *this;
}

Command& Command::string(QByteArrayView bytes)
{
    QByteArray& last = m_parts.back();
    if (!mayBeQuoted(bytes)) {
        append(last, "{" + QByteArray::number(bytes.size()) + "}");
        return afterContinuation(bytes);
    }
    append(last, "\"");
    for (const char& byte : bytes) {
        if (byte == '"' || byte == '\\') {
            append(last, "\\");
        }
        append(last, QByteArrayView(&byte, 1));
    }
    append(last, "\"");
    return *this;
}

Command& Command::afterContinuation(QByteArrayView line)
{
    m_parts.emplace_back();
    append(m_parts.back(), line);
    return *this;
}

QByteArray uidSet(const std::vector<quint32>& uids)
{
    QByteArray set;
    for (std::size_t first = 0; first < uids.size();) {
        std::size_t last = first;
        while (last + 1 < uids.size() && uids[last + 1] == uids[last] + 1) {
            ++last;
        }
        set += (set.isEmpty() ? "" : ",") + QByteArray::number(uids[first]);
        if (last > first) {
            set += ":" + QByteArray::number(uids[last]);
        }
        first = last + 1;
    }
    return set;
}

std::optional<std::vector<quint32>> readUidSet(QByteArrayView set, std::size_t most)
{
    std::vector<quint32> uids;
    for (const QByteArray& range : set.toByteArray().split(',')) {
        const qsizetype colon = range.indexOf(':');
        bool isFirst = false;
        bool isLast = false;
        const quint32 first = range.left(colon < 0 ? range.size() : colon).toUInt(&isFirst);
        const quint32 last = range.mid(colon + 1).toUInt(&isLast);
        // "7:4" is "4:7" (RFC 4315).
        const quint64 low = std::min(first, last);
        const quint64 high = std::max(first, last);
        if (!isFirst || !isLast || low == 0 || high - low >= most - std::min(most, uids.size())) {
            return std::nullopt;
        }
        for (quint64 uid = low; uid <= high; ++uid) {
            uids.push_back(static_cast<quint32>(uid));
        }
    }
    return uids;
}

bool isSafeName(QByteArrayView name)
{
    return std::none_of(name.begin(), name.end(),
                        [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; });
}

} // namespace staffelstab::mail::imap
