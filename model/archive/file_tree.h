// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/aes_zip_writer.h"
#include "archive/zip_packer.h"

#include <QSet>
#include <QString>

namespace staffelstab::archive {

/** Files being written one after another, as real files or into one container. Paths are safe, relative, with '/'. */
class FileTree
{
public:
    virtual ~FileTree() = default;
    virtual Status begin(const QString& path) = 0;
    virtual Status write(QByteArrayView bytes) = 0;
    virtual Status end() = 0;
    /** A file that is known as a whole. */
    virtual Status add(const QString& path, Spool& content);
    /** All files through to the medium. `comment` is kept where there is a place for it. */
    virtual Status finish(QByteArrayView comment) = 0;
};

/** Real files (0600) and folders (0700) below `root`, which exists and is empty. */
class FolderTree final : public FileTree
{
public:
    explicit FolderTree(QString root) : m_root(std::move(root)) {}
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status finish(QByteArrayView comment) override;

private:
    Status makeFolder(const QString& path);

    QString m_root;
    QSet<QString> m_folders;
    qint64 m_unflushed = 0;
    FileDevice m_file;
};

/** A ZIP inside an AES-256 ZIP; all files stand in one folder `top`. */
class PackedTree final : public FileTree
{
public:
    PackedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder);
    Status open(const QString& entryName, const Secret& passphrase);
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status add(const QString& path, Spool& content) override;
    Status finish(QByteArrayView comment) override;

private:
    [[nodiscard]] QByteArray inside(const QString& path) const;

    QString m_top;
    quint32 m_dosTime;
    AesZipWriter m_cipher;
    ZipPacker m_packer;
};

} // namespace staffelstab::archive
