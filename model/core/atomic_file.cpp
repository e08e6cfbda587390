// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"

#include "core/platform.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace staffelstab {

namespace {
constexpr qint64 smallestRead = 64L * 1024;
} // namespace

AtomicFile::AtomicFile(QString path) : m_path(std::move(path)), m_part(m_path + QStringLiteral(".part")) {}

AtomicFile::~AtomicFile()
{
    if (m_part.isOpen() || m_isFlushed) {
        m_part.close();
        m_part.remove();
    }
}

Status AtomicFile::open()
{
    m_part.remove();
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                     QFile::ReadOwner | QFile::WriteOwner)) {
        return platform::lastFileError(m_path);
    }
    return Done{};
}

Status AtomicFile::write(QByteArrayView bytes)
{
    if (m_part.write(bytes.data(), bytes.size()) != bytes.size()) {
        return platform::lastFileError(m_path);
    }
    m_hash.add(bytes);
    m_bytes += bytes.size();
    return Done{};
}

Status AtomicFile::flush()
{
    if (Status flushed = platform::flushToMedium(m_part); !flushed) {
        return flushed;
    }
    m_part.close();
    m_digest = m_hash.finish();
    m_isFlushed = true;
    return Done{};
}

Status AtomicFile::commit()
{
    if (!m_isFlushed) {
        if (Status flushed = flush(); !flushed) {
            return flushed;
        }
    }
    if (Status replaced = platform::replaceFile(m_part.fileName(), m_path); !replaced) {
        return replaced;
    }
    m_isFlushed = false;
    return Done{};
}

Status AtomicFile::writeWhole(const QString& path, QByteArrayView bytes)
{
    AtomicFile file(path);
    if (Status opened = file.open(); !opened) {
        return opened;
    }
    if (Status written = file.write(bytes); !written) {
        return written;
    }
    return file.commit();
}

Result<QByteArray> sha256OfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure{file.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, path,
                       file.errorString()};
    }
    Sha256 hash;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0) {
            return Failure{Failure::Kind::FileNotReadable, path, file.errorString()};
        }
        if (got == 0) {
            return hash.finish();
        }
        hash.add(QByteArrayView(buffer.constData(), got));
    }
}

Result<QByteArray> readWhole(const QString& path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{file.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, path,
                       file.errorString()};
    }
    if (file.size() > limit) {
        return Failure{Failure::Kind::LimitExceeded, path, QString::number(file.size())};
    }
    // QIODevice::read() takes as much memory as it is asked for, whatever comes. The file may grow, or have no size.
    QByteArray bytes;
    QByteArray more;
    do {
        const qint64 expected = std::max(file.size() - bytes.size(), smallestRead);
        more = file.read(std::min(expected, limit + 1 - bytes.size()));
        bytes += more;
    } while (!more.isEmpty() && bytes.size() <= limit);
    if (bytes.size() > limit) {
        return Failure{Failure::Kind::LimitExceeded, path, {}};
    }
    return bytes;
}

} // namespace staffelstab
