// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_proof.h"

#include "core/platform.h"
#include "core/sha256.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>

namespace staffelstab::mail {

namespace {
constexpr qint64 coarsestClockMs = 2000;
constexpr qint64 nanosecondsPerMs = 1'000'000;
constexpr qint64 reach = qint64{4} * 1024;
} // namespace

QByteArray stampOf(const QString& path)
{
    const auto state = platform::stateOf(path);
    if (!state || state->modified / nanosecondsPerMs > QDateTime::currentMSecsSinceEpoch() - coarsestClockMs) {
        return {};
    }
    return QByteArray::number(state->bytes) + '/' + QByteArray::number(state->modified) + '/' +
           QByteArray::number(state->changed) + '/' + QByteArray::number(state->number);
}

QByteArray contentAround(const QString& path, qint64 offset)
{
    QFile file(path);
    const qint64 begin = std::max<qint64>(offset - reach, 0);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(begin)) {
        return {};
    }
    const qint64 wanted = std::min(offset + reach, file.size()) - begin;
    const QByteArray bytes = file.read(wanted);
    if (bytes.size() != wanted) {
        return {};
    }
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

} // namespace staffelstab::mail
