// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_splitter.h"

#include <QTemporaryDir>

#include <cstdlib>

using namespace staffelstab;
using namespace staffelstab::mail;

/** Whatever the bytes are: each of them belongs to exactly one stretch of the file. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir dir;
    static const QString path = dir.filePath(QStringLiteral("mbox"));
    QFile file(path);
    const auto bytes = static_cast<qint64>(size);
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char*>(data), bytes) != bytes) {
        std::abort();
    }
    file.close();
    MboxSplitter splitter;
    if (!splitter.open(path)) {
        std::abort();
    }
    qint64 at = 0;
    while (true) {
        const auto entry = splitter.next({});
        if (!entry) {
            std::abort();
        }
        if (!entry->has_value()) {
            break;
        }
        const MboxEntry& found = **entry;
        const qint64 end = found.message + found.length;
        if (found.begin != at || found.message < at || found.length < 0 || end > found.end || found.end <= at ||
            found.header.size() > std::max<qint64>(found.length, 0)) {
            std::abort();
        }
        at = found.end;
    }
    if (at != bytes) {
        std::abort();
    }
    return 0;
}
