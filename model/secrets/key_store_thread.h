// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace staffelstab::secrets {

/** What the operating system's key store said to one request. */
struct KeyStoreReply
{
    enum class Kind { Ok, Absent, Locked, NoAnswer };
    Kind kind = Kind::NoAnswer;
    QString text;
    /** What was read; empty for the other requests. */
    Secret secret;
};

struct KeyStoreRequest
{
    enum class Kind { Read, Write, Remove };
    Kind kind = Kind::Read;
    QString key;
    /** For Write. */
    Secret secret;
};

/**
 * Asks the key store from any thread, with a time-out: QtKeychain answers through an event loop, puts its jobs into one
 * unguarded queue of the process, and a wallet that waits for a dialog never answers at all. So one thread of the
 * process, started at the first request and never ended, runs all jobs, and the caller waits on a semaphore.
 * While a job that timed out still hangs, further requests get NoAnswer at once.
 */
KeyStoreReply askKeyStore(KeyStoreRequest request, std::chrono::milliseconds timeout);

} // namespace staffelstab::secrets
