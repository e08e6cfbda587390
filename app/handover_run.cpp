// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"

#include "app/case_inputs.h"
#include "app/run_inputs.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::app {

using handover::HandoverCase;

HandoverRun::HandoverRun(const Answers& answers, const Call& call, const Console& console, const Clock& clock,
                         JobContext& job)
    : m_answers(answers), m_call(call), m_console(console), m_clock(clock), m_job(job),
      m_secrets(secrets::makeMemoryStore())
{
}

HandoverRun::~HandoverRun() = default;

void HandoverRun::tell(const char* step, const char* state) const
{
    m_console.event(QStringLiteral("step"), {{QStringLiteral("step"), QString::fromLatin1(step)},
                                             {QStringLiteral("state"), QString::fromLatin1(state)}});
}

Status HandoverRun::go()
{
    if (Status opened = openCase(); !opened) {
        return opened;
    }
    if (m_case->isClosed()) {
        return Done{};
    }
    using Part = Status (HandoverRun::*)();
    static constexpr Part mail[]{&HandoverRun::fillIn,    &HandoverRun::directoryEntry, &HandoverRun::scan,
                                 &HandoverRun::separate,  &HandoverRun::auditSamples,   &HandoverRun::takeaway,
                                 &HandoverRun::removal,   &HandoverRun::archive,        &HandoverRun::successor,
                                 &HandoverRun::contacts,  &HandoverRun::outOfOffice,    &HandoverRun::files,
                                 &HandoverRun::knowledge, &HandoverRun::equipment,      &HandoverRun::consents,
                                 &HandoverRun::password,  &HandoverRun::accountPlan,    &HandoverRun::leaverSigns};
    if (!m_case->receiptFiles()) {
        for (const Part part : mail) {
            if (Status go = m_job.mayGoOn(); !go) {
                return go;
            }
            if (Status done = (this->*part)(); !done) {
                return done;
            }
        }
    }
    if (Status countersigned = supervisorSigns(); !countersigned) {
        return countersigned;
    }
    return calendar();
}

Status HandoverRun::openCase()
{
    const QString file = m_call.caseFile.isEmpty() ? m_answers.caseFile : QFileInfo(m_call.caseFile).absoluteFilePath();
    const bool isNew = !QFileInfo::exists(file);
    if (Status checked = checkAnswers(m_answers, file, isNew); !checked) {
        return checked;
    }
    if (isNew) {
        auto policy = policyOf(m_answers, m_call);
        if (!policy) {
            return policy.failure();
        }
        if (Status inputs = checkSecretFiles(m_answers, nullptr); !inputs) {
            return inputs;
        }
        if (!QDir().mkpath(QFileInfo(file).absolutePath())) {
            return Failure{Failure::Kind::FileNotWritable, file, {}};
        }
        auto made = HandoverCase::create(file, std::move(policy).value(), languageOf(m_answers, m_call), m_clock);
        if (!made) {
            return made.failure();
        }
        m_case = std::move(made).value();
    } else {
        auto opened = HandoverCase::open(file, m_clock);
        if (!opened) {
            return opened.failure();
        }
        m_case = std::move(opened).value();
        if (Status inputs = checkSecretFiles(m_answers, m_case.get()); !inputs) {
            return inputs;
        }
    }
    m_acts = std::make_unique<handover::HandoverActs>(*m_case, *m_secrets);
    tell("case", isNew ? "begins" : "already_done");
    return Done{};
}

Status HandoverRun::fillIn()
{
    // What the directory has filled in since is not taken back.
    if (m_case->people() != m_answers.people && !m_case->topicIfSet<handover::DirectoryEntry>()) {
        if (Status set = m_case->setPeople(m_answers.people); !set) {
            return set;
        }
    }
    if (!m_case->isDone(handover::Step::Policy)) {
        if (Status confirmed = m_case->confirmPolicy(); !confirmed) {
            return confirmed;
        }
    }
    return matchMailboxes();
}

Status HandoverRun::leaverSigns()
{
    if (!m_answers.leaverSignature) {
        tell("leaver_signs", "open");
        return Done{};
    }
    const QString& reservation = m_answers.leaverSignature->reservation;
    if (!reservation.isEmpty() && reservation != m_case->leaverReservation()) {
        if (Status set = m_case->setLeaverReservation(reservation); !set) {
            return set;
        }
    }
    const QString beside = QFileInfo(m_case->file()).absolutePath();
    if (Status set = m_case->setReceiptTarget(m_answers.receipt.target.isEmpty() ? beside : m_answers.receipt.target);
        !set) {
        return set;
    }
    if (Status reviewed = m_case->confirmReview(); !reviewed) {
        return reviewed;
    }
    auto input = signInput(*m_answers.leaverSignature);
    if (!input) {
        return input.failure();
    }
    tell("leaver_signs", "begins");
    Status leaverSigned = m_acts->runLeaverSignature(std::move(input).value(), m_job);
    if (leaverSigned) {
        tell("leaver_signs", "done");
    }
    return leaverSigned;
}

Status HandoverRun::supervisorSigns()
{
    const auto& files = m_case->receiptFiles();
    if (files && files->signatures == 1 && !m_answers.receipt.countersignedFile.isEmpty()) {
        return takeIn();
    }
    if (!files || files->signatures > 1 || !m_answers.supervisorSignature) {
        tell("supervisor_signs", files && files->signatures > 1 ? "already_done" : "open");
        return Done{};
    }
    if (!m_case->isLocked()) {
        if (Status handed = m_acts->handKeyboardOver(); !handed) {
            return handed;
        }
    }
    const Answers::Signature& answers = *m_answers.supervisorSignature;
    auto input = signInput(answers);
    if (!input) {
        return input.failure();
    }
    const receipt::ReceiptRecord record = m_case->record();
    input->confirmation.received = receivedThings(answers, record);
    tell("supervisor_signs", "begins");
    Status countersigned = m_acts->runSupervisorSignature(std::move(input).value(), m_job);
    if (countersigned) {
        tell("supervisor_signs", "done");
    }
    return countersigned;
}

Status HandoverRun::takeIn()
{
    const QString& file = m_answers.receipt.countersignedFile;
    if (!QFileInfo(file).isFile()) {
        tell("supervisor_signs", "open");
        return Done{};
    }
    tell("supervisor_signs", "begins");
    Status taken = m_acts->runTakingIn(file, m_job);
    if (taken) {
        tell("supervisor_signs", "done");
    }
    return taken;
}

} // namespace staffelstab::app
