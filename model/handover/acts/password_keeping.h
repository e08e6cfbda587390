// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secret.h"
#include "handover/topics/password_topics.h"
#include "receipt/sealed_letter.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace staffelstab::handover {

/** Between a printed letter and the change: somebody looks at the paper first. */
class LetterGate
{
public:
    /** `printed` is called on the thread of the work whenever a letter has come out. */
    explicit LetterGate(std::function<void()> printed) : m_printed(std::move(printed)) {}
    /** The letter is there and can be read. Any thread. */
    void confirm();
    /** Waits for that, or for the job to be cancelled. */
    Status pass(JobContext& job);

private:
    std::function<void()> m_printed;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isConfirmed = false;
};

/** Keeps the fresh password for the supervisor before it becomes valid. Used on one worker thread. */
class PasswordKeeper
{
public:
    virtual ~PasswordKeeper() = default;
    virtual Status keep(const Secret& password) = 0;
    /** Says where it is now. */
    virtual void tell(PasswordOutcome& outcome) const = 0;
};

/** Where the seal of a case stands. */
QString sealPath(const PasswordChoice& choice, const QString& caseNumber);

/** A sealed file that is read back. `seal` makes it of the password. */
std::unique_ptr<PasswordKeeper> sealKeeper(const QString& path,
                                           std::function<Result<QByteArray>(const Secret& password)> seal);
/**
 * A letter that goes to the printer and to no file; `gate` may be null. Each one gets a number of its own. PrintFailed
 * if it did not come out: nothing was changed then.
 */
std::unique_ptr<PasswordKeeper> letterKeeper(const QString& printer, receipt::SealedLetter letter,
                                             std::shared_ptr<LetterGate> gate, JobContext& job);

} // namespace staffelstab::handover
