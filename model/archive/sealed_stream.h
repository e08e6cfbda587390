// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/output_device.h"
#include "core/job.h"
#include "core/secret.h"
#include "core/sha256.h"

#include <QFile>

#include <memory>
#include <vector>

namespace staffelstab::archive {

/** Who may open a sealed copy: its key, and the same key sealed to each certificate (see secrets/seal.h). */
struct ArchiveSeal
{
    /** 32 random bytes, for this copy alone. */
    Secret key;
    std::vector<QByteArray> seals;
};

/**
 * A stream in chunks of 64 KiB, each sealed by AES-256-GCM with its number and whether it is the last (the STREAM
 * construction: chunks cannot be changed, moved, left out or cut off). In front stand the sealed keys; every chunk is
 * bound to them. Both directions run in constant memory.
 */
class SealedWriter final : public ByteSink
{
public:
    explicit SealedWriter(OutputDevice& device) : m_device(device) {}

    Status begin(const ArchiveSeal& seal);
    Status write(QByteArrayView bytes) override;
    /** The last chunk; through to the medium. */
    Status finish();

private:
    Status seal(QByteArrayView chunk, bool isLast);

    OutputDevice& m_device;
    Secret m_key;
    QByteArray m_bound;
    QByteArray m_buffer;
    quint64 m_number = 0;
};

/** Every byte read() gives is authenticated; that the end is the right one is known when it returns 0. */
class SealedReader final : public ByteSource
{
public:
    /** NotAnArchive if it is no sealed copy, ArchiveDamaged if its beginning makes no sense. */
    Status open(const QString& path);
    /** The sealed keys, one for each who may open it. */
    [[nodiscard]] const std::vector<QByteArray>& seals() const { return m_seals; }
    void setKey(const Secret& key) { m_key = key.clone(); }
    [[nodiscard]] qint64 plainSize() const;

    Result<qint64> read(char* to, qint64 atMost) override;
    Result<QByteArray> tail(qint64 atMost) override;

private:
    [[nodiscard]] Failure damaged(const char* what) const;
    Status readHeader();
    Result<QByteArray> chunk(qint64 number);

    QFile m_file;
    std::vector<QByteArray> m_seals;
    Secret m_key;
    QByteArray m_bound;
    qint64 m_start = 0;
    qint64 m_chunks = 0;
    qint64 m_next = 0;
    QByteArray m_plain;
    qsizetype m_taken = 0;
};

/** Writes what is sealed in `path` to `target`, whole or not at all. ArchiveDamaged if it, or the key, is not right. */
Status openSealedCopy(SealedReader& reader, const QString& target, const JobContext& job);

} // namespace staffelstab::archive
