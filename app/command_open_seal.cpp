// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/secret_file.h"
#include "core/atomic_file.h"
#include "secrets/seal.h"

#include <QCoreApplication>

#include <cstdio>

namespace staffelstab::app {

namespace {

constexpr qint64 sealLimit = qint64{1024} * 1024;

Result<Secret> openSeal(const Call& call, QString* caseNumber)
{
    const auto seal = readWhole(call.files.first(), sealLimit);
    if (!seal) {
        return seal.failure();
    }
    const auto secret = readSecretFile(call.keyFile.isEmpty() ? call.codeFile : call.passphraseFile);
    if (!secret) {
        return secret.failure();
    }
    if (call.keyFile.isEmpty()) {
        return secrets::openSealWithCode(*seal, *secret, caseNumber);
    }
    const auto key = readWhole(call.keyFile, sealLimit);
    if (!key) {
        return key.failure();
    }
    return secrets::openSealWithKey(*seal, *key, *secret, caseNumber);
}

} // namespace

int openSealCommand(const Call& call, const Console& console)
{
    QString caseNumber;
    const auto password = openSeal(call, &caseNumber);
    if (!password) {
        console.failed(password.failure());
        return exitCannot;
    }
    Console::say(
        QCoreApplication::translate("CommandLine", "Password of handover %1, shown this once:").arg(caseNumber));
    // Without a buffer of the library's, so that no copy of the password stays behind.
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    std::fwrite(password->data(), 1, password->size(), stdout);
    std::fputc('\n', stdout);
    return exitOk;
}

} // namespace staffelstab::app
