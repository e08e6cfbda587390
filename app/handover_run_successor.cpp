// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"
#include "app/handover_run.h"
#include "app/run_inputs.h"
#include "handover/acts/successor_act.h"
#include "handover/topics/successor_topics.h"

namespace staffelstab::app {

using handover::HandoverActs;
using handover::SuccessorChoice;
using handover::SuccessorOutcome;

Status HandoverRun::successor()
{
    const bool isDone = m_case->topicIfSet<SuccessorOutcome>().has_value();
    if (!m_answers.successor || !m_case->scanReport() || isDone) {
        tell("successor", isDone ? "already_done" : "open");
        return Done{};
    }
    const SuccessorChoice& choice = m_answers.successor->choice;
    const bool isSharing = choice.way == SuccessorChoice::Way::Share;
    if (Status set = m_case->setTopic<SuccessorChoice>(choice); !set) {
        return set;
    }
    if (isSharing && !m_case->isDone(handover::Step::PrivateMail)) {
        tell("successor", "open");
        return Done{};
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    auto secret = optionalSecret(m_answers.successor->passwordFile);
    if (!secret) {
        return secret.failure();
    }
    tell("successor", "begins");
    Status given =
        isSharing
            ? HandoverActs::run(handover::successorShareAct(m_acts->context(), std::move(passwords).value()), m_job)
            : HandoverActs::run(handover::successorCopyAct(m_acts->context(), std::move(passwords).value(),
                                                           std::move(secret).value()),
                                m_job);
    if (given) {
        tell("successor", "done");
    }
    return given;
}

} // namespace staffelstab::app
