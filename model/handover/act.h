// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/secret.h"
#include "handover/handover_case.h"
#include "secrets/secret_store.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace staffelstab::handover {

/** Secrets an act needs; they are moved in and gone when it ends. */
struct MailboxPasswords
{
    /** Same order as HandoverCase::mailboxes(); empty entries for local ones: then the key store is asked. */
    std::vector<Secret> passwords;
};

/** What an act is made from; both outlive it. */
struct ActContext
{
    HandoverCase& handover;
    secrets::SecretStore& secrets;
};

/**
 * A long piece of work of a case. What it needs is collected when it is made, on the case's thread; the work itself
 * runs on any thread and hands back what the case's thread has to do with the outcome. To add one, write a function in
 * acts/ that checks the case and returns makeAct(...), or the Failure that keeps it from starting; HandoverActs starts
 * it.
 */
struct Act
{
    using Record = std::function<Status()>;
    std::function<Result<Record>(JobContext&)> work;
    /** What follows once the outcome is recorded; a Failure: nothing. Cancelling it does not undo the first. */
    std::function<Result<Act>()> next = {};
};

/** `work` gives a T on any thread, `record` takes it on the case's. */
template <typename T>
Act makeAct(std::function<Result<T>(JobContext&)> work, std::function<Status(T)> record)
{
    Act act;
    act.work = [work = std::move(work), record = std::move(record)](JobContext& job) -> Result<Act::Record> {
        Result<T> result = work(job);
        if (!result) {
            return result.failure();
        }
        // A std::function wants to be copied; the outcome need not be.
        auto outcome = std::make_shared<T>(std::move(*result));
        return Act::Record([record, outcome] { return record(std::move(*outcome)); });
    };
    return act;
}

/** Work wants to be copied into a std::function; what it owns is shared. */
template <typename T>
std::shared_ptr<T> share(T value)
{
    return std::make_shared<T>(std::move(value));
}

/** The case is not where this could be done. */
inline Failure notNow()
{
    return {Failure::Kind::NotAllowedNow, {}, {}};
}

} // namespace staffelstab::handover
