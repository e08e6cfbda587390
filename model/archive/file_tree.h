// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/aes_zip_writer.h"
#include "archive/sealed_stream.h"
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

/** A ZIP; all files stand in one folder `top`. Where its bytes go is up to those that derive from it. */
class ZipTree : public FileTree
{
public:
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status add(const QString& path, Spool& content) override;
    Status finish(QByteArrayView comment) override;
    /** Of the files to come; see dosTimeOf(). */
    void setTime(quint32 dosTime) { m_packer.setTime(dosTime); }

protected:
    /** `sink` may be a member of the derived class: it is not used before the first file. */
    ZipTree(ByteSink& sink, const QString& top, quint32 dosTime, const QString& spoolFolder);
    /** Behind the last byte of the ZIP. */
    virtual Status close() = 0;
    [[nodiscard]] QByteArray inside(const QString& path) const;
    ZipPacker& packer() { return m_packer; }

private:
    QString m_top;
    ZipPacker m_packer;
};

/** A ZIP inside an AES-256 ZIP. */
class PackedTree final : public ZipTree
{
public:
    PackedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder);
    Status open(const QString& entryName, const Secret& passphrase);

private:
    Status close() override { return m_cipher.finish(); }

    quint32 m_dosTime;
    AesZipWriter m_cipher;
};

/** A ZIP in a sealed stream. */
class SealedTree final : public ZipTree
{
public:
    SealedTree(OutputDevice& device, const QString& top, quint32 dosTime, const QString& spoolFolder);
    Status open(const ArchiveSeal& seal) { return m_cipher.begin(seal); }

private:
    Status close() override { return m_cipher.finish(); }

    SealedWriter m_cipher;
};

/** Writes two trees at once. */
class TwinTree final : public FileTree
{
public:
    TwinTree(FileTree& first, FileTree& second) : m_first(first), m_second(second) {}
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status add(const QString& path, Spool& content) override;
    Status finish(QByteArrayView comment) override;

private:
    FileTree& m_first;
    FileTree& m_second;
};

} // namespace staffelstab::archive
