// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/secret_file.h"
#include "archive/sealed_stream.h"
#include "core/atomic_file.h"
#include "secrets/seal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace staffelstab::app {

namespace {

constexpr qint64 keyLimit = qint64{1024} * 1024;

/** The copy's key, if one of its seals opens with the key file. */
Result<Secret> archiveKey(const Call& call, const archive::SealedReader& reader)
{
    const auto passphrase = readSecretFile(call.passphraseFile);
    if (!passphrase) {
        return passphrase.failure();
    }
    const auto keyFile = readWhole(call.keyFile, keyLimit);
    if (!keyFile) {
        return keyFile.failure();
    }
    Result<Secret> key = Failure{Failure::Kind::SealRefused, call.files.first(), {}};
    for (const QByteArray& seal : reader.seals()) {
        key = secrets::openSealWithKey(seal, *keyFile, *passphrase, nullptr);
        if (key || key.failure().kind != Failure::Kind::SealRefused) {
            break;
        }
    }
    return key;
}

Result<QString> openArchive(const Call& call, JobContext& job)
{
    const QString& file = call.files.first();
    archive::SealedReader reader;
    if (Status opened = reader.open(file); !opened) {
        return opened.failure();
    }
    const Result<Secret> key = archiveKey(call, reader);
    if (!key) {
        return key.failure();
    }
    reader.setKey(*key);
    if (!QDir().mkpath(call.outFolder)) {
        return Failure{Failure::Kind::FileNotWritable, call.outFolder, {}};
    }
    const QString target = QDir(call.outFolder).filePath(QFileInfo(file).completeBaseName() + QStringLiteral(".zip"));
    if (QFileInfo::exists(target)) {
        return Failure{Failure::Kind::FileExists, target, {}};
    }
    Status copied = archive::openSealedCopy(reader, target, job);
    return copied ? Result<QString>(target) : Result<QString>(copied.failure());
}

} // namespace

int openArchiveCommand(const Call& call, const Console& console, JobContext& job)
{
    const auto target = openArchive(call, job);
    if (!target) {
        console.failed(target.failure());
        return exitCannot;
    }
    console.summary({{QStringLiteral("file"), *target}});
    Console::say(QCoreApplication::translate("CommandLine", "Opened and checked: %1").arg(*target));
    return exitOk;
}

} // namespace staffelstab::app
