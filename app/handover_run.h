// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answers.h"
#include "app/call.h"
#include "app/console.h"
#include "handover/handover_acts.h"
#include "handover/handover_case.h"
#include "handover/sample_audits.h"

#include <memory>

namespace staffelstab::app {

class SampleAnswers;

/**
 * A whole handover without a window. Each part looks first whether the case has it already, so the same call goes on
 * where a stopped one was. A part the answers say nothing about is left open. Stops at the first failure; everything
 * done before it is in the case file.
 */
class HandoverRun
{
public:
    HandoverRun(const Answers& answers, const Call& call, const Console& console, const Clock& clock, JobContext& job);
    ~HandoverRun();

    Status go();
    /** Null if the case could not be opened. */
    [[nodiscard]] const handover::HandoverCase* handoverCase() const { return m_case.get(); }

private:
    Status openCase();
    Status fillIn();
    Status matchMailboxes();
    Status scan();
    Status separate();
    /**
     * Piles are sampled until a sample is clean. Stops the run where a message is drawn that the answers say nothing
     * about, or where a finding reopened messages that they do not know either.
     */
    Status auditSamples();
    Status auditPile(separation::Verdict pile, quint32 round, const SampleAnswers& answers);
    /** How many have no answer yet; each message of the sample is named. */
    quint32 lookAt(const separation::AuditSample& sample, const SampleAnswers& answers,
                   std::vector<separation::Finding>& found) const;
    Status waitFor(quint32 messages);
    /** What the file of the audit's answers knows of the undecided. */
    Status decideWhatWasReopened();
    Status takeaway();
    Status removal();
    Status archive();
    void tellHowArchiveBegins() const;
    Status successor();
    Status contacts();
    Status directoryEntry();
    Status outOfOffice();
    Status files();
    Status password();
    Status resetByHelpdesk(const Answers::Password& answers);
    Status accountPlan();
    [[nodiscard]] handover::AccountPlan planWithDefaults(const Answers::AccountPlan& answers) const;
    Status changePassword(const Answers::Password& answers);
    Status knowledge();
    Status equipment();
    Status consents();
    Status signConsents();
    Status leaverSigns();
    Status supervisorSigns();
    /** The receipt that came back from another computer, if it is there. */
    Status takeIn();
    Status calendar();

    /** `{"event":"step"}` with "begins", "done", "already_done" or "open". */
    void tell(const char* step, const char* state) const;

    const Answers& m_answers;
    const Call& m_call;
    const Console& m_console;
    const Clock& m_clock;
    JobContext& m_job;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<handover::HandoverCase> m_case;
    std::unique_ptr<handover::HandoverActs> m_acts;
};

} // namespace staffelstab::app
