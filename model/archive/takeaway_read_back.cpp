// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/takeaway_read_back.h"

namespace staffelstab::archive {

Failure TakeawayReadBack::differs()
{
    return {Failure::Kind::ReadBackDiffers, {}, {}};
}

Status TakeawayReadBack::begin(const QByteArray& path)
{
    if (m_file >= m_files.size() || m_files[m_file].path != path) {
        return differs();
    }
    m_message = 0;
    m_position = 0;
    return Done{};
}

void TakeawayReadBack::feed(QByteArrayView bytes)
{
    if (!m_files[m_file].isMbox) {
        m_hash.add(bytes);
        return;
    }
    m_raw.resize(0);
    m_unquoting.convert(bytes, m_raw);
    m_hash.add(m_raw);
}

Status TakeawayReadBack::messageEnds(const PlacedMessage& message)
{
    if (m_files[m_file].isMbox) {
        m_raw.resize(0);
        m_unquoting.finish(m_raw);
        m_hash.add(m_raw);
    }
    ++m_message;
    return m_hash.finish() == message.sha256 ? Status(Done{}) : Status(differs());
}

Status TakeawayReadBack::piece(QByteArrayView bytes)
{
    const std::vector<PlacedMessage>& messages = m_files[m_file].messages;
    while (m_message < messages.size()) {
        const PlacedMessage& message = messages[m_message];
        const qint64 skip = std::min<qint64>(std::max<qint64>(message.offset - m_position, 0), bytes.size());
        m_position += skip;
        bytes = bytes.sliced(skip);
        const qint64 left = message.offset + message.length - m_position;
        const qint64 length = std::min<qint64>(left, bytes.size());
        feed(bytes.first(length));
        m_position += length;
        bytes = bytes.sliced(length);
        if (m_position < message.offset || length < left) {
            return Done{};
        }
        if (Status ended = messageEnds(message); !ended) {
            return ended;
        }
    }
    m_position += bytes.size();
    return Done{};
}

Status TakeawayReadBack::end()
{
    // An empty message at the very end has not been met yet.
    if (Status rest = piece({}); !rest) {
        return rest;
    }
    const bool isWhole = m_message == m_files[m_file].messages.size();
    ++m_file;
    return isWhole ? Status(Done{}) : Status(differs());
}

Status TakeawayReadBack::finish() const
{
    return m_file == m_files.size() ? Status(Done{}) : Status(differs());
}

} // namespace staffelstab::archive
