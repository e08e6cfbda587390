// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "archive/byte_stream.h"
#include "archive/found_files.h"
#include "archive/spool.h"
#include "core/sha256.h"

#include <QHash>

#include <optional>
#include <vector>

namespace staffelstab::archive {

/** "bytes.files" of a bag's payload; nothing if it is not of that form. */
struct PayloadOxum
{
    quint64 bytes = 0;
    quint64 files = 0;
};
std::optional<PayloadOxum> parseOxum(QByteArrayView text);

/**
 * Hashes every file of a bag it is shown and then compares with the manifests. Nothing is opened by a name from a
 * manifest. The list of the payload is spooled: where it is the manifest, line by line, as in an archive of ours,
 * memory grows by 8 bytes a message. Only to say what differs all of it is taken into memory.
 */
class BagCheck final : public FileVisitor
{
public:
    BagCheck();

    Status begin(const QByteArray& path) override;
    Status piece(QByteArrayView bytes) override;
    Status end() override;
    /** A file that is there but cannot be looked at. */
    void addDifference(const QByteArray& path, const char* what);

    /** NotAnArchive if there is no bagit.txt. ArchiveCheck::sha256 is left empty. */
    Result<ArchiveCheck> finish();
    /** SHA-256 of tagmanifest-sha256.txt; valid after finish(). */
    [[nodiscard]] const QByteArray& seal() const { return m_seal; }

private:
    Status noteFile();
    [[nodiscard]] bool hasTwins();
    Status comparePayload();
    void compareLine(QByteArrayView line, FoundFiles& files, bool isPayload);
    void compareOxum();
    [[nodiscard]] static bool isPayloadPath(const QByteArray& path) { return path.startsWith("data/"); }

    /** All but the payload. */
    FoundFiles m_tags;
    /** The payload as a manifest would list it, in the order shown. */
    Spool m_list;
    Sha256 m_listHash;
    std::vector<quint64> m_pathHashes;
    Spool m_manifest;
    QByteArray m_manifestHash;
    QHash<QByteArray, QByteArray> m_texts;
    QByteArray m_path;
    QByteArray* m_text = nullptr;
    Sha256 m_hash;
    QByteArray m_seal;
    ArchiveCheck m_check;
    quint64 m_payloadBytes = 0;
    quint64 m_payloadFiles = 0;
};

} // namespace staffelstab::archive
