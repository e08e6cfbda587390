// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/bag_writer.h"
#include "archive/business_archive.h"
#include "archive/index_text.h"
#include "archive/message_summary.h"

namespace staffelstab::archive {

/**
 * The index for people (index.html and one page per mail folder below index/, usable without a network) and for tools
 * (index.csv, UTF-8 with BOM). Rows are spooled: memory does not grow with the number of messages.
 */
class IndexWriter
{
public:
    IndexWriter(BagWriter& bag, const ArchiveOptions& options, const QString& spoolFolder);

    /** A folder, or what of it could only be read when all others were: that gets a page of its own. */
    enum class Part { Folder, ReadLater };
    Status beginFolder(const QString& shownPath, Part part = Part::Folder);
    /** `path`: of the copy, from the bag's folder on. */
    Status add(const MessageSummary& summary, const QString& path, qint64 bytes, const QByteArray& sha256);
    /** Writes the folder's page unless it stayed empty. */
    Status endFolder();
    /** Start page and table. `skipped`: how many messages are missing. */
    Status finish(qsizetype skipped);

private:
    struct ListedFolder
    {
        QString name;
        /** As it stands on the pages. */
        QString shown;
        QString page;
        quint32 messages = 0;
        qint64 bytes = 0;
    };

    Status addRow(const MessageSummary& summary, const QString& path, qint64 bytes);
    [[nodiscard]] QByteArray folderHead() const;
    [[nodiscard]] QByteArray cover(qsizetype skipped) const;
    [[nodiscard]] QByteArray shownSize(qint64 bytes) const;

    BagWriter& m_bag;
    const ArchiveOptions& m_options;
    const IndexText& m_text;
    Spool m_page;
    Spool m_table;
    std::vector<ListedFolder> m_folders;
    ListedFolder m_current;
};

} // namespace staffelstab::archive
