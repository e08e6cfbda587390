// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pst_checksums.h"

#include <QBuffer>
#include <QtEndian>

#include <zlib.h>

#include <cstdlib>

using namespace staffelstab::mail::pst;

namespace {

constexpr qsizetype pageSize = 512;

/** Else no changed page would be looked into. The first byte says for which format. */
void makePagesFit(QByteArray& file, bool isUnicode)
{
    const qsizetype covered = isUnicode ? 496 : 500;
    const qsizetype checksumAt = isUnicode ? 500 : 508;
    for (qsizetype at = pageSize; at + pageSize <= file.size(); at += pageSize) {
        const auto* page = reinterpret_cast<const Bytef*>(file.constData() + at);
        qToLittleEndian<quint32>(~static_cast<quint32>(crc32(0xFFFFFFFFU, page, static_cast<uInt>(covered))),
                                 file.data() + at + checksumAt);
    }
}

} // namespace

/** A tree that leads anywhere: it ends, and nothing is counted beyond the file. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 2) {
        return 0;
    }
    QByteArray file(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    makePagesFit(file, (data[0] & 1U) != 0);
    QBuffer device(&file);
    if (!device.open(QIODevice::ReadOnly)) {
        std::abort();
    }
    const auto isPossible = [&file](const ChecksumsFound& found) {
        return found.total == file.size() && found.done >= 0 && found.done <= found.total;
    };
    const auto found = compareChecksums(device, [&](const ChecksumsFound& now) {
        if (!isPossible(now)) {
            std::abort();
        }
    });
    if (found && !isPossible(*found)) {
        std::abort();
    }
    return 0;
}
