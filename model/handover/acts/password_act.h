// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/password_keeping.h"

namespace staffelstab::handover {

struct PasswordInput
{
    PasswordChoice choice;
    QString caseNumber;
    /** By which the directory is asked for the supervisor's certificate. */
    QString supervisorEmail;
    Secret oldPassword;
    /** One-time code; unused when sealed to a certificate. */
    Secret code;
    /** Valid if an earlier attempt came to no known end; see HandoverCase::passwordChangeOpenSince(). */
    QDateTime openSince = {};
    /** For a printed letter: what it says, and who looks at it before anything is changed (may be null). */
    receipt::SealedLetter letter = {};
    std::shared_ptr<LetterGate> gate = {};
};

/**
 * After an attempt without a known end: opens the seal it left with `code` and finds out which password is valid.
 * Nothing if nothing was changed; SealRefused for another code than the one that was noted then.
 */
Result<std::optional<PasswordOutcome>> proveEarlierAttempt(const PasswordInput& input, const QDateTime& now,
                                                           JobContext& job);

/** Resets the password of another's account and lets nobody have it; see directory::resetPasswordAndForget(). */
Result<PasswordOutcome> resetAndForget(const PasswordInput& input, const QDateTime& now, JobContext& job);

/**
 * Changes the password in the directory and seals the new one for the supervisor. The seal is on the medium, or the
 * letter on paper, before the server is asked to change anything, so a kill at any moment leaves a sealed copy of the
 * password that is valid.
 */
Result<PasswordOutcome> changeAndSeal(const PasswordInput& input, const QDateTime& now, JobContext& job);

/** The same as an act of the case, with its entries in the journal. */
Result<Act> passwordAct(const ActContext& context, Secret oldPassword, Secret code, std::shared_ptr<LetterGate> gate);

} // namespace staffelstab::handover
