// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/call.h"
#include "app/console.h"
#include "core/clock.h"
#include "core/job.h"

namespace staffelstab::app {

// One function per command of design/command-line.md; each speaks through the console and returns the exit code.

int scanCommand(const Call& call, const Console& console, JobContext& job);
int runCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job);
int countersignCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job);
int verifyCommand(const Call& call, const Console& console);
int registerCommand(const Call& call, const Console& console, const Clock& clock);
int checkArchiveCommand(const Call& call, const Console& console, JobContext& job);
int checkPolicyCommand(const Call& call, const Console& console);
int openArchiveCommand(const Call& call, const Console& console, JobContext& job);
int reactivateCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job);
int openSealCommand(const Call& call, const Console& console);

} // namespace staffelstab::app
