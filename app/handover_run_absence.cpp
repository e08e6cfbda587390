// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"

#include "app/run_inputs.h"
#include "files/file_suggestion.h"
#include "handover/acts/files_acts.h"
#include "handover/acts/reply_acts.h"

#include <QFile>

#include <algorithm>

namespace staffelstab::app {

namespace {

using handover::ReplyChoice;

void takeText(reply::ReplyText& text, const reply::ReplyText& given)
{
    text.subject = given.subject.isEmpty() ? text.subject : given.subject;
    text.body = given.body.isEmpty() ? text.body : given.body;
}

/** What is absent takes what the page would propose. */
ReplyChoice replyChoice(const handover::HandoverCase& handover, const Answers::OutOfOffice& answers)
{
    ReplyChoice choice = handover::proposedReply(handover, answers.privateAddress);
    choice.way = answers.way;
    if (!answers.server.host.isEmpty()) {
        choice.server = answers.server;
    }
    choice.reply.from = answers.from.isValid() ? answers.from : choice.reply.from;
    choice.reply.until = answers.until.isValid() ? answers.until : choice.reply.until;
    choice.reply.addresses = answers.addresses.isEmpty() ? choice.reply.addresses : answers.addresses;
    choice.reply.internalDomains =
        answers.internalDomains.isEmpty() ? choice.reply.internalDomains : answers.internalDomains;
    takeText(choice.reply.internal, answers.internal);
    takeText(choice.reply.external, answers.external);
    return choice;
}

/** The rules, first those of folders further up; suggestions fill what no rule speaks of. */
files::FilePlan filePlan(const Answers::Files& answers, const files::FileTable& table)
{
    files::FilePlan plan;
    if (answers.acceptsSuggestions) {
        for (const auto& [item, suggestion] : files::suggestions(table)) {
            plan.decide(table.pathOf(item), suggestion.verdict);
        }
    }
    std::vector<Answers::FileRule> rules = answers.rules;
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    for (const Answers::FileRule& rule : rules) {
        plan.decide(QFile::encodeName(rule.path), rule.verdict);
    }
    return plan;
}

} // namespace

Status HandoverRun::outOfOffice()
{
    if (!m_answers.outOfOffice || m_case->topicIfSet<handover::ReplyOutcome>()) {
        tell("out_of_office", m_answers.outOfOffice ? "already_done" : "open");
        return Done{};
    }
    const ReplyChoice choice = replyChoice(*m_case, *m_answers.outOfOffice);
    if (choice.way != ReplyChoice::Way::None &&
        !reply::faultsOf(choice.reply, handover::replyLimits(*m_case)).empty()) {
        return Failure{Failure::Kind::BadInput, m_answers.file,
                       QStringLiteral("out_of_office: dates, addresses or texts are missing or out of bounds")};
    }
    if (Status set = m_case->setTopic<ReplyChoice>(choice); !set) {
        return set;
    }
    if (choice.way != ReplyChoice::Way::Server) {
        tell("out_of_office", "done");
        return m_case->setTopic<handover::ReplyOutcome>(handover::ReplyOutcome{m_clock.now(), choice.way, {}, {}});
    }
    auto password = optionalSecret(m_answers.outOfOffice->passwordFile);
    if (!password) {
        return password.failure();
    }
    tell("out_of_office", "begins");
    Status installed =
        handover::HandoverActs::run(handover::installReplyAct(m_acts->context(), std::move(*password)), m_job);
    if (installed) {
        tell("out_of_office", "done");
    }
    return installed;
}

Status HandoverRun::files()
{
    const auto& outcome = m_case->topicIfSet<handover::FilesOutcome>();
    if (!m_answers.files || m_case->isDone(handover::Step::Files)) {
        tell("files", m_answers.files && outcome ? "already_done" : "open");
        return Done{};
    }
    const Answers::Files& answers = *m_answers.files;
    tell("files", "begins");
    const auto passphrase = optionalSecret(answers.passphraseFile);
    if (!passphrase) {
        return passphrase.failure();
    }
    handover::FilesChoice choice{.roots = answers.roots,
                                 .plan = {},
                                 .privateTarget = answers.privateTarget,
                                 .removesPrivate = answers.removesPrivate,
                                 .businessTarget = answers.businessTarget,
                                 .isLocked = !answers.passphraseFile.isEmpty(),
                                 .packPath = m_case->topic<handover::FilesChoice>().packPath};
    if (Status set = m_case->setTopic<handover::FilesChoice>(choice); !set) {
        return set;
    }
    handover::FileTablePtr table;
    const handover::ActContext context = m_acts->context();
    Status done = handover::HandoverActs::run(
        handover::walkFilesAct(context, [&table](handover::FileTablePtr found) { table = std::move(found); }), m_job);
    if (done) {
        choice.plan = filePlan(answers, *table);
        done = m_case->setTopic<handover::FilesChoice>(choice);
    }
    // What a stopped run had copied is compared and counted again; a ZIP that was finished is not written twice.
    if (done && (!outcome || !outcome->isLocked)) {
        done = handover::HandoverActs::run(handover::copyFilesAct(context, table, passphrase->clone()), m_job);
    }
    if (done && answers.removesPrivate && outcome->privateFiles > 0) {
        done = handover::HandoverActs::run(handover::removeFilesAct(context, table, passphrase->clone()), m_job);
    }
    if (done) {
        tell("files", "done");
    }
    return done;
}

} // namespace staffelstab::app
