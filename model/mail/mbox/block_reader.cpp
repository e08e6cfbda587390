// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/block_reader.h"

#include <cstring>

namespace staffelstab::mail {

namespace {
constexpr qsizetype windowSize = 2L * 1024 * 1024;
} // namespace

Status BlockReader::open(const QString& path)
{
    m_file.close();
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool isGone = !m_file.exists();
        return Failure{isGone ? Failure::Kind::FolderGone : Failure::Kind::FileNotReadable, path, m_file.errorString()};
    }
    m_size = m_file.size();
    m_begin = 0;
    m_filled = 0;
    return Done{};
}

Result<QByteArrayView> BlockReader::at(qint64 offset, qsizetype wanted)
{
    const qint64 left = std::max<qint64>(0, m_size - offset);
    wanted = static_cast<qsizetype>(std::min<qint64>(wanted, left));
    const bool isInside = offset >= m_begin && offset <= m_begin + m_filled;
    if (isInside && m_begin + m_filled - offset >= wanted) {
        return QByteArrayView(m_window.constData() + (offset - m_begin), m_begin + m_filled - offset);
    }
    m_window.resize(std::max({m_window.size(), windowSize, wanted}));
    m_filled = isInside ? static_cast<qsizetype>(m_begin + m_filled - offset) : 0;
    if (m_filled > 0) {
        std::memmove(m_window.data(), m_window.constData() + (offset - m_begin), static_cast<std::size_t>(m_filled));
    }
    m_begin = offset;
    if (!m_file.seek(offset + m_filled)) {
        return Failure{Failure::Kind::FileNotReadable, m_file.fileName(), m_file.errorString()};
    }
    const auto target = static_cast<qsizetype>(std::min<qint64>(m_window.size(), left));
    while (m_filled < target) {
        const qint64 got = m_file.read(m_window.data() + m_filled, target - m_filled);
        if (got <= 0) {
            const auto kind = got < 0 ? Failure::Kind::FileNotReadable : Failure::Kind::FolderChanged;
            return Failure{kind, m_file.fileName(), m_file.errorString()};
        }
        m_filled += got;
    }
    return QByteArrayView(m_window.constData(), m_filled);
}

} // namespace staffelstab::mail
