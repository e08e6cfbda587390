// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/output_device.h"

#include "core/platform.h"

namespace staffelstab::archive {

namespace {
constexpr qint64 flushEvery = 64LL << 20;
}

Status FileDevice::open(const QString& path)
{
    m_file.setFileName(path);
    m_unflushed = 0;
    constexpr auto mode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    if (!m_file.open(mode, QFile::ReadOwner | QFile::WriteOwner)) {
        return platform::lastFileError(path);
    }
    return Done{};
}

Status FileDevice::openAgain(const QString& path)
{
    m_file.setFileName(path);
    m_unflushed = 0;
    return platform::openExact(m_file, QFile::encodeName(path), QIODevice::ReadWrite | QIODevice::ExistingOnly);
}

Status FileDevice::cutTo(qint64 size)
{
    if (!m_file.resize(size) || !m_file.seek(size)) {
        return platform::lastFileError(m_file.fileName());
    }
    // What an earlier run left to the system to write counts as written from now on.
    return platform::flushToMedium(m_file);
}

Status FileDevice::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = m_file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            return platform::lastFileError(m_file.fileName());
        }
        bytes = bytes.sliced(written);
        m_unflushed += written;
    }
    if (m_unflushed >= flushEvery) {
        m_unflushed = 0;
        return platform::flushToMedium(m_file);
    }
    return Done{};
}

Status FileDevice::patch(qint64 offset, QByteArrayView bytes)
{
    if (!m_file.seek(offset)) {
        return platform::lastFileError(m_file.fileName());
    }
    if (Status written = write(bytes); !written) {
        return written;
    }
    if (!m_file.seek(m_file.size())) {
        return platform::lastFileError(m_file.fileName());
    }
    return Done{};
}

Status FileDevice::flushAndClose()
{
    if (Status flushed = platform::flushToMedium(m_file); !flushed) {
        return flushed;
    }
    return close();
}

Status FileDevice::close()
{
    m_file.close();
    if (m_file.error() != QFileDevice::NoError) {
        return platform::lastFileError(m_file.fileName());
    }
    return Done{};
}

} // namespace staffelstab::archive
