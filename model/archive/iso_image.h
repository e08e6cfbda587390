// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/file_tree.h"

#include <QDate>

#include <memory>

namespace staffelstab::archive {

/**
 * An image for a read-only disc: ISO 9660 level 3 (files over 4 GiB), with Joliet and Rock Ridge names. libarchive
 * collects the content in the system's folder for temporary files, so there must be room for all of it twice. Any
 * warning of the library is a failure: its writer would leave files out with nothing but a warning. It wants the
 * locale to be UTF-8, as every Qt application has it.
 */
class IsoTree final : public FileTree
{
public:
    /** Longest name of a file that Joliet keeps, in UTF-16 units; a longer one is refused. */
    static constexpr qsizetype longestName = 103;

    IsoTree(OutputDevice& device, const QString& top, const QDate& date, const QString& spoolFolder);
    ~IsoTree() override;

    /** `label`: at most 32 letters of it name the disc. */
    Status open(const QString& label);
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status add(const QString& path, Spool& content) override;
    Status finish(QByteArrayView comment) override;

    /** Files written; the image must hold as many. */
    [[nodiscard]] quint32 files() const { return m_files; }

private:
    struct Writer;
    Failure refused(const QString& path);

    QString m_top;
    QDate m_date;
    QString m_spoolFolder;
    std::unique_ptr<Writer> m_writer;
    QString m_path;
    std::unique_ptr<Spool> m_content;
    quint32 m_files = 0;
};

/** True if the file begins like an image. */
bool isIsoImage(const QString& path);
/** Shows every file of an image. ArchiveDamaged for anything but folders and ordinary files. */
Status walkIso(const QString& path, FileVisitor& visitor, JobContext& job);

} // namespace staffelstab::archive
