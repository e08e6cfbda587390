// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "archive/byte_stream.h"
#include "core/sha256.h"

#include <QHash>

#include <optional>

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
 * manifest. Keeps one hash per file and the manifests themselves in memory (about 200 bytes a message).
 */
class BagCheck final : public FileVisitor
{
public:
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
    void compare(const QByteArray& manifest, bool isPayload);
    void compareLine(QByteArrayView line, bool isPayload);
    void compareOxum();
    [[nodiscard]] static bool isPayloadPath(const QByteArray& path) { return path.startsWith("data/"); }

    QHash<QByteArray, QByteArray> m_found;
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
