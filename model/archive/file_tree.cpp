// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/file_tree.h"

#include "core/platform.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::archive {

namespace {
constexpr qint64 flushEvery = 64LL << 20;
}

Status FileTree::add(const QString& path, Spool& content)
{
    if (Status begun = begin(path); !begun) {
        return begun;
    }
    if (Status written = content.replay([this](QByteArrayView piece) { return write(piece); }); !written) {
        return written;
    }
    return end();
}

Status FolderTree::makeFolder(const QString& path)
{
    if (path.isEmpty() || path == QLatin1String(".") || m_folders.contains(path)) {
        return Done{};
    }
    if (Status parent = makeFolder(QFileInfo(path).path()); !parent) {
        return parent;
    }
    const QString full = m_root + QLatin1Char('/') + path;
    if (!QDir().mkdir(full, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return platform::lastFileError(full);
    }
    m_folders.insert(path);
    return Done{};
}

Status FolderTree::begin(const QString& path)
{
    if (Status made = makeFolder(QFileInfo(path).path()); !made) {
        return made;
    }
    return m_file.open(m_root + QLatin1Char('/') + path);
}

Status FolderTree::write(QByteArrayView bytes)
{
    m_unflushed += bytes.size();
    return m_file.write(bytes);
}

Status FolderTree::end()
{
    if (Status closed = m_file.close(); !closed || m_unflushed < flushEvery) {
        return closed;
    }
    // Not file by file: 4 ms each is too long for 100,000 of them. Not only at the end: see FileDevice.
    m_unflushed = 0;
    return platform::flushMedium(m_root);
}

Status FolderTree::finish(QByteArrayView)
{
    return platform::flushMedium(m_root);
}

PackedTree::PackedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder)
    : m_top(top), m_dosTime(dosTime), m_cipher(device), m_packer(m_cipher, dosTime, spoolFolder)
{
}

Status PackedTree::open(const QString& entryName, const Secret& passphrase)
{
    return m_cipher.begin(entryName.toUtf8(), passphrase, m_dosTime);
}

QByteArray PackedTree::inside(const QString& path) const
{
    return (m_top + QLatin1Char('/') + path).toUtf8();
}

Status PackedTree::begin(const QString& path)
{
    return m_packer.begin(inside(path));
}
Status PackedTree::write(QByteArrayView bytes)
{
    return m_packer.write(bytes);
}
Status PackedTree::end()
{
    return m_packer.end();
}

Status PackedTree::add(const QString& path, Spool& content)
{
    return content.isInMemory() ? m_packer.addWhole(inside(path), content.memory()) : FileTree::add(path, content);
}

Status PackedTree::finish(QByteArrayView comment)
{
    if (Status packed = m_packer.finish(comment); !packed) {
        return packed;
    }
    return m_cipher.finish();
}

} // namespace staffelstab::archive
