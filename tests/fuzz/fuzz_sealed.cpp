// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sealed_stream.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstring>

using namespace staffelstab;
using namespace staffelstab::archive;

/** Bytes from a stranger are a sealed copy of ours only if they open to what was sealed. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).filePath(QStringLiteral("fuzz-XXXXXX")));
    static const QString path = folder.filePath(QStringLiteral("a.sealed"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return 0;
    }
    // Most inputs get past the first line.
    if (size > 0 && data[0] % 4 != 0) {
        file.write("STAFFELSTAB-SEALED-1\n");
    }
    file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    file.close();
    SealedReader reader;
    if (!reader.open(path)) {
        return 0;
    }
    if (reader.seals().empty() || reader.plainSize() < 0) {
        __builtin_trap();
    }
    reader.setKey(Secret(QByteArray(32, 'k')));
    char buffer[4096];
    // Nobody finds the authentication code of AES-256-GCM by chance.
    if (reader.read(buffer, sizeof buffer) || reader.tail(100)) {
        __builtin_trap();
    }
    return 0;
}
