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

ZipTree::ZipTree(ByteSink& sink, const QString& top, quint32 dosTime, const QString& spoolFolder)
    : m_top(top), m_packer(sink, dosTime, spoolFolder)
{
}

QByteArray ZipTree::inside(const QString& path) const
{
    return (m_top + QLatin1Char('/') + path).toUtf8();
}

Status ZipTree::begin(const QString& path)
{
    return m_packer.begin(inside(path));
}
Status ZipTree::write(QByteArrayView bytes)
{
    return m_packer.write(bytes);
}
Status ZipTree::end()
{
    return m_packer.end();
}

Status ZipTree::add(const QString& path, Spool& content)
{
    return content.isInMemory() ? m_packer.addWhole(inside(path), content.memory()) : FileTree::add(path, content);
}

Status ZipTree::finish(QByteArrayView comment)
{
    Status packed = m_packer.finish(comment);
    return packed ? close() : packed;
}

PackedTree::PackedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder)
    : ZipTree(m_cipher, top, dosTime, spoolFolder), m_dosTime(dosTime), m_cipher(device)
{
}

Status PackedTree::open(const QString& entryName, const Secret& passphrase)
{
    return m_cipher.begin(entryName.toUtf8(), passphrase, m_dosTime);
}

SealedTree::SealedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder)
    : ZipTree(m_cipher, top, dosTime, spoolFolder), m_cipher(device)
{
}

Status TwinTree::begin(const QString& path)
{
    Status first = m_first.begin(path);
    return first ? m_second.begin(path) : first;
}
Status TwinTree::write(QByteArrayView bytes)
{
    Status first = m_first.write(bytes);
    return first ? m_second.write(bytes) : first;
}
Status TwinTree::end()
{
    Status first = m_first.end();
    return first ? m_second.end() : first;
}
Status TwinTree::add(const QString& path, Spool& content)
{
    Status first = m_first.add(path, content);
    return first ? m_second.add(path, content) : first;
}
Status TwinTree::finish(QByteArrayView comment)
{
    Status first = m_first.finish(comment);
    return first ? m_second.finish(comment) : first;
}

} // namespace staffelstab::archive
