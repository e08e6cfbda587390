// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/secret_file.h"
#include "archive/business_archive.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace staffelstab::app {

int checkArchiveCommand(const Call& call, const Console& console, JobContext& job)
{
    Secret passphrase;
    if (!call.passphraseFile.isEmpty()) {
        auto read = readSecretFile(call.passphraseFile);
        if (!read) {
            console.failed(read.failure());
            return exitCannot;
        }
        passphrase = std::move(read).value();
    }
    const auto check = archive::checkBusinessArchive(call.files.first(), passphrase, job);
    if (!check) {
        console.failed(check.failure());
        const auto kind = check.failure().kind;
        return kind == Failure::Kind::ArchiveDamaged || kind == Failure::Kind::ArchiveDiffers ? exitOpen : exitCannot;
    }
    console.summary({{QStringLiteral("file"), call.files.first()},
                     {QStringLiteral("intact"), check->isIntact},
                     {QStringLiteral("sha256"), hex(check->sha256)},
                     {QStringLiteral("messages"), static_cast<qint64>(check->messages)},
                     {QStringLiteral("files"), static_cast<qint64>(check->files)},
                     {QStringLiteral("bytes"), check->bytes},
                     {QStringLiteral("differences"), QJsonArray::fromStringList(check->differences)}});
    Console::say(check->isIntact
                     ? QCoreApplication::translate("CommandLine", "The archive is intact. Messages: %1, files: %2.")
                           .arg(check->messages)
                           .arg(check->files)
                     : QCoreApplication::translate("CommandLine", "The archive is not intact. Differences: %1")
                           .arg(check->differences.join(QStringLiteral(", "))));
    Console::say(QStringLiteral("SHA-256: %1").arg(hex(check->sha256)));
    return check->isIntact ? exitOk : exitOpen;
}

} // namespace staffelstab::app
