// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"

#include "app/case_inputs.h"
#include "app/message_rules.h"
#include "app/run_inputs.h"
#include "handover/acts/archive_act.h"
#include "handover/mail_settings.h"
#include "handover/sample_audits.h"

namespace staffelstab::app {

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

void HandoverRun::tellHowArchiveBegins() const
{
    const std::optional<handover::BegunArchive> begun =
        handover::lookForArchive(*m_case, m_case->archiveChoice(), m_job);
    const std::optional<handover::ArchiveStanding> standing = begun ? begun->standing : std::nullopt;
    if (!standing) {
        tell("archive", "begins");
        return;
    }
    m_console.event(QStringLiteral("step"), {{QStringLiteral("step"), QStringLiteral("archive")},
                                             {QStringLiteral("state"), QStringLiteral("goes_on")},
                                             {QStringLiteral("done"), static_cast<qint64>(standing->done)},
                                             {QStringLiteral("messages"), static_cast<qint64>(standing->messages)}});
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
    tellHowArchiveBegins();
    Status written = m_acts->runArchive(std::move(passwords).value(), std::move(passphrase).value(), m_job);
    if (written) {
        tell("archive", "done");
    }
    return written;
}

} // namespace staffelstab::app
