// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"

#include "app/case_inputs.h"
#include "app/message_rules.h"
#include "app/run_inputs.h"
#include "handover/mail_settings.h"
#include "handover/sample_audits.h"

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

Status HandoverRun::matchMailboxes()
{
    std::vector<mail::MailboxSource> wanted;
    for (const Answers::Mailbox& mailbox : m_answers.mailboxes) {
        wanted.push_back(handover::withProvider(mailbox.source, m_case->policy()));
    }
    if (wanted == m_case->mailboxes()) {
        return Done{};
    }
    if (m_case->scanReport()) {
        return Failure{Failure::Kind::BadInput, m_answers.file,
                       QStringLiteral("the mailboxes are not those the case was begun with")};
    }
    while (!m_case->mailboxes().empty()) {
        if (Status removed = m_case->removeMailbox(0); !removed) {
            return removed;
        }
    }
    for (const mail::MailboxSource& source : wanted) {
        if (Status added = m_case->addMailbox(source); !added) {
            return added;
        }
    }
    return Done{};
}

Status HandoverRun::scan()
{
    if (m_case->mailboxes().empty() || m_case->scanReport()) {
        tell("scan", m_case->scanReport() ? "already_done" : "open");
        return Done{};
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    tell("scan", "begins");
    Status scanned = m_acts->runScan(std::move(passwords).value(), m_job);
    if (scanned) {
        tell("scan", "done");
    }
    return scanned;
}

Status HandoverRun::separate()
{
    if (!m_case->scanReport() || m_case->isDone(handover::Step::Separation)) {
        tell("separation", m_case->scanReport() ? "already_done" : "open");
        return Done{};
    }
    // What a finding of the sample audit reopened is not to be closed again by what was wrong about it before.
    const bool isReopened = handover::hasOpenFinding(*m_case);
    const auto decisions = decisionsFor(isReopened ? messageRulesOf(m_answers.separation) : m_answers.separation,
                                        m_case->plan(), m_clock.now());
    if (!decisions.empty()) {
        if (Status decided = m_case->decideAll(decisions); !decided) {
            return decided;
        }
    }
    if (isReopened) {
        if (Status decided = decideWhatWasReopened(); !decided) {
            return decided;
        }
    }
    tell("separation", m_case->plan().undecided() == 0 ? "done" : "open");
    return Done{};
}

Status HandoverRun::takeaway()
{
    if (!m_answers.takeaway || !m_case->scanReport() || m_case->takeaway() ||
        m_case->isDone(handover::Step::PrivateMail)) {
        tell("takeaway", m_case->isDone(handover::Step::PrivateMail) || m_case->takeaway() ? "already_done" : "open");
        return Done{};
    }
    const Answers::Takeaway& answers = *m_answers.takeaway;
    handover::TakeawayChoice choice;
    choice.action = static_cast<handover::TakeawayChoice::Action>(answers.action);
    choice.format = answers.format;
    choice.target = answers.target;
    choice.isEncrypted = !answers.passphraseFile.isEmpty();
    choice.removeFromMailbox = answers.removesFromMailbox;
    if (Status set = m_case->setTakeawayChoice(choice); !set) {
        return set;
    }
    auto passphrase = optionalSecret(answers.passphraseFile);
    if (!passphrase) {
        return passphrase.failure();
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    tell("takeaway", "begins");
    Status taken = m_acts->runTakeaway(std::move(passwords).value(), std::move(passphrase).value(), m_job);
    if (taken) {
        tell("takeaway", "done");
    }
    return taken;
}

Status HandoverRun::removal()
{
    // Nothing is removed as long as anything is undecided: it might be the same thread, the same person.
    const bool isWanted = m_case->takeaway() && !m_case->isDone(handover::Step::PrivateMail);
    if (!isWanted || m_case->plan().undecided() > 0) {
        tell("removal", isWanted ? "open" : "already_done");
        return Done{};
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    tell("removal", "begins");
    Status removed = m_acts->runRemoval(std::move(passwords).value(), m_job);
    if (removed) {
        tell("removal", "done");
    }
    return removed;
}

Status HandoverRun::archive()
{
    if (!m_answers.archive || !m_case->scanReport() || m_case->archive()) {
        tell("archive", m_case->archive() ? "already_done" : "open");
        return Done{};
    }
    const Answers::Archive& answers = *m_answers.archive;
    if (Status set =
            m_case->setArchiveChoice({answers.container, answers.target, answers.mediumLabel, answers.recipients});
        !set) {
        return set;
    }
    auto passphrase = optionalSecret(answers.passphraseFile);
    if (!passphrase) {
        return passphrase.failure();
    }
    auto passwords = mailboxPasswords(m_answers);
    if (!passwords) {
        return passwords.failure();
    }
    tell("archive", "begins");
    Status written = m_acts->runArchive(std::move(passwords).value(), std::move(passphrase).value(), m_job);
    if (written) {
        tell("archive", "done");
    }
    return written;
}

Status HandoverRun::password()
{
    if (!m_answers.password || m_case->password() || !m_case->isOffered(handover::Step::Password)) {
        tell("password", m_case->password() ? "already_done" : "open");
        return Done{};
    }
    const Answers::Password& answers = *m_answers.password;
    tell("password", "begins");
    Status settled = answers.isByDirectory  ? changePassword(answers)
                     : answers.isByHelpdesk ? resetByHelpdesk(answers)
                                            : [&] {
                                                  handover::PasswordChoice choice;
                                                  choice.way = handover::PasswordChoice::Way::It;
                                                  choice.itName = answers.itName;
                                                  choice.itDate = answers.itDate;
                                                  Status set = m_case->setPasswordChoice(choice);
                                                  return set ? m_case->settlePasswordOutside() : set;
                                              }();
    if (settled) {
        tell("password", "done");
    }
    return settled;
}

Status HandoverRun::changePassword(const Answers::Password& answers)
{
    handover::PasswordChoice choice;
    choice.way = handover::PasswordChoice::Way::Directory;
    choice.login = {answers.url, answers.user, answers.caFile};
    const bool hasCode = !answers.sealCodeFile.isEmpty();
    using SealBy = handover::PasswordChoice::SealBy;
    choice.sealBy = answers.sealsToDirectory           ? SealBy::DirectoryCertificate
                    : !answers.letterPrinter.isEmpty() ? SealBy::Letter
                    : hasCode                          ? SealBy::Code
                                                       : SealBy::Certificate;
    choice.printer = answers.letterPrinter;
    choice.style = answers.style.value_or(directory::wordsOf(m_case->language()));
    choice.certificateFile = answers.sealRecipient;
    choice.sealTarget = answers.sealTarget;
    if (Status set = m_case->setPasswordChoice(choice); !set) {
        return set;
    }
    auto oldPassword = optionalSecret(answers.passwordFile);
    if (!oldPassword) {
        return oldPassword.failure();
    }
    auto code = hasCode ? sealCode(answers.sealCodeFile) : Result<Secret>(Secret());
    if (!code) {
        return code.failure();
    }
    return m_acts->runPasswordChange(std::move(oldPassword).value(), std::move(code).value(), m_job);
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

} // namespace staffelstab::app
