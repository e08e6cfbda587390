// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_file.h"

#include "core/platform.h"

#include <QFile>
#include <QFileInfo>

namespace staffelstab::app {

Status checkSecretFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Failure{Failure::Kind::FileNotFound, path, {}};
    }
    if (!info.isFile()) {
        return Failure{Failure::Kind::BadInput, path, QStringLiteral("not a file")};
    }
    if (!platform::isPrivateToOwner(path)) {
        return Failure{Failure::Kind::SecretFileTooOpen, path, {}};
    }
    return Done{};
}

Result<Secret> readSecretFile(const QString& path)
{
    if (auto checked = checkSecretFile(path); !checked) {
        return checked.failure();
    }
    QFile file(path);
    // Unbuffered, so that the bytes stand nowhere but in the array below.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure{Failure::Kind::FileNotReadable, path, file.errorString()};
    }
    Secret buffer = Secret::withSize(4096);
    const qint64 size = file.read(buffer.data(), static_cast<qint64>(buffer.size()));
    const QByteArrayView all = buffer.view().first(qMax<qint64>(size, 0));
    const qsizetype end = all.indexOf('\n');
    QByteArrayView line = end < 0 ? all : all.first(end);
    line = line.endsWith('\r') ? line.chopped(1) : line;
    Secret secret(line);
    const bool isTooLong = end < 0 && size == static_cast<qint64>(buffer.size());
    if (secret.isEmpty() || isTooLong) {
        return Failure{Failure::Kind::BadInput, path,
                       isTooLong ? QStringLiteral("longer than 4095 bytes") : QStringLiteral("empty")};
    }
    return secret;
}

} // namespace staffelstab::app
