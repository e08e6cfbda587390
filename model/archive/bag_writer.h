// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/file_tree.h"
#include "core/sha256.h"

#include <QDate>

namespace staffelstab::archive {

/** A path as a BagIt manifest writes it: '%', CR and LF encoded (RFC 8493, 2.1.3). */
QByteArray manifestPath(QByteArray path);

/**
 * Writes a BagIt bag (RFC 8493, version 1.0) into a tree: payload below data/, other files beside it, manifests at the
 * end. The manifest is spooled, so memory does not grow with the number of files.
 */
class BagWriter
{
public:
    struct Info
    {
        QString organisation;
        QString caseNumber;
        QString description;
        QDate date;
    };

    BagWriter(FileTree& tree, const QString& spoolFolder)
        : m_tree(tree), m_spoolFolder(spoolFolder), m_manifest(spoolFolder, Spool::ofListInMemory)
    {
    }

    /** `path` below data/; `sha256` was computed while `content` arrived. */
    Status addPayload(const QString& path, Spool& content, const QByteArray& sha256);
    /** A file beside data/, small enough to be spooled. */
    Status addTag(const QString& path, Spool& content);
    /** The same for a text at hand. */
    Status addTagText(const QString& path, const QByteArray& text);
    /** bagit.txt, bag-info.txt, the manifests; then finishes the tree. */
    Status finish(const Info& info);

    [[nodiscard]] qint64 payloadBytes() const { return m_payloadBytes; }
    [[nodiscard]] quint32 payloadFiles() const { return m_payloadFiles; }
    /** SHA-256 of tagmanifest-sha256.txt: stands for the whole bag. Valid after finish(). */
    [[nodiscard]] const QByteArray& seal() const { return m_seal; }

private:
    [[nodiscard]] QByteArray oxum() const;

    FileTree& m_tree;
    QString m_spoolFolder;
    Spool m_manifest;
    QByteArray m_tagManifest;
    QByteArray m_seal;
    qint64 m_payloadBytes = 0;
    quint32 m_payloadFiles = 0;
};

} // namespace staffelstab::archive
