// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/file_tree.h"
#include "archive/iso_directory.h"

#include <QDate>
#include <QHash>

namespace staffelstab::archive {

/**
 * An image for a read-only disc: ISO 9660 level 3 (files over 4 GiB) with Joliet names. The content goes straight into
 * the image and the directories behind it, so that nothing is written anywhere else and no more room is needed than the
 * image takes. In memory: the name and place of each file.
 */
class IsoTree final : public FileTree
{
public:
    /** Longest name of a file that Joliet keeps, in UTF-16 units; a longer one is refused. */
    static constexpr qsizetype longestName = 103;

    IsoTree(OutputDevice& device, const QString& top, const QDate& date);

    /** `label`: at most 32 letters of it name the disc. */
    Status open(const QString& label);
    Status begin(const QString& path) override;
    Status write(QByteArrayView bytes) override;
    Status end() override;
    Status finish(QByteArrayView comment) override;

    /** Files written; the image must hold as many. */
    [[nodiscard]] quint32 files() const { return m_files; }

private:
    std::size_t folderOf(const QString& path);
    Status pad();
    Status put(QByteArrayView bytes);

    OutputDevice& m_device;
    QString m_top;
    QDate m_date;
    QByteArray m_label;
    std::vector<IsoFolder> m_folders{IsoFolder{}};
    QHash<QString, std::size_t> m_known{{QString(), 0}};
    std::size_t m_folder = 0;
    qint64 m_position = 0;
    quint32 m_files = 0;
};

/** True if the file begins like an image. */
bool isIsoImage(const QString& path);
/** Shows every file of an image. ArchiveDamaged for anything but folders and ordinary files. */
Status walkIso(const QString& path, FileVisitor& visitor, JobContext& job);

} // namespace staffelstab::archive
