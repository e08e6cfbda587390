// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace staffelstab::app {

/** What the program was called for. */
struct Call
{
    enum class Command {
        Wizard,
        Scan,
        Run,
        Countersign,
        Verify,
        Register,
        CheckArchive,
        CheckPolicy,
        OpenArchive,
        OpenSeal,
        Reactivate,
        Tour,
        Help,
        Version
    };

    Command command = Command::Wizard;
    /** The files that follow the command, as many as it takes. */
    QStringList files;
    QString language;
    QString policyFile;
    QString caseFile;
    QString archiveFile;
    QString passphraseFile;
    QString keyFile;
    QString codeFile;
    QString signersFile;
    QString outFolder;
    QString calendarFile;
    bool isJson = false;
    bool hasScreenshots = false;
};

/** `arguments` without the program's name. BadInput says in `detail` what is wrong with the call. */
Result<Call> parseCall(const QStringList& arguments);

/** One line per command, as `--help` prints it. */
QString usage();

} // namespace staffelstab::app
