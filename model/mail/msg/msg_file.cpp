// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/msg/msg_file.h"

#include "core/atomic_file.h"
#include "mail/msg/compound_file.h"
#include "mail/msg/msg_reader.h"

#include <QFile>

namespace staffelstab::mail {

bool isMsgFile(const QString& path)
{
    if (!path.endsWith(QLatin1String(".msg"), Qt::CaseInsensitive)) {
        return false;
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && CompoundFile::isOne(file.read(512));
}

Result<mapi::RebuiltMessage> rebuildMsgFile(const QString& path)
{
    Result<QByteArray> bytes = readWhole(path, msgLimit);
    if (!bytes) {
        return bytes.failure();
    }
    const Result<mapi::Item> item = readMsg(*bytes);
    if (!item) {
        return item.failure();
    }
    return mapi::rebuildMessage(*item, "msg", std::make_shared<mapi::MemorySource>(std::move(*bytes)));
}

} // namespace staffelstab::mail
