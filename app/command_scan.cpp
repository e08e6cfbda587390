// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"
#include "app/case_inputs.h"
#include "app/commands.h"
#include "app/suggestion_words.h"
#include "handover/acts/scan_act.h"
#include "handover/mail_settings.h"
#include "separation/separation_plan.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/message_place_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace staffelstab::app {

namespace {

using handover::Scanned;

Result<Scanned> scanAll(const Answers& answers, const policy::CompanyPolicy& policy, JobContext& job)
{
    std::vector<handover::MailboxLogin> logins;
    for (const Answers::Mailbox& mailbox : answers.mailboxes) {
        auto password = mailboxPassword(mailbox);
        if (!password) {
            return password.failure();
        }
        logins.push_back({handover::withProvider(mailbox.source, policy), std::move(password).value()});
    }
    return handover::scanMailboxes(std::move(logins), answers.people.leaver.email, QDateTime::currentDateTimeUtc(),
                                   job);
}

separation::SeparationContext contextOf(const Answers& answers, const policy::CompanyPolicy& policy)
{
    separation::SeparationContext context;
    context.leaverName = answers.people.leaver.name;
    context.leaverEmail = answers.people.leaver.email;
    context.companyDomains = policy.companyDomains;
    context.protectedCorrespondents = policy.protectedCorrespondents;
    if (!answers.people.dpo.email.isEmpty()) {
        context.protectedCorrespondents.append(answers.people.dpo.email);
    }
    context.isPrivateUseAllowed = policy.privateUse != policy::PrivateUse::Forbidden;
    return context;
}

void printFolders(const Console& console, const Answers& answers, const handover::ScanReport& report)
{
    for (std::size_t mailbox = 0; mailbox < report.folders.size(); ++mailbox) {
        for (const handover::FolderCount& folder : report.folders[mailbox]) {
            console.event(QStringLiteral("folder"),
                          {{QStringLiteral("mailbox"), static_cast<int>(mailbox)},
                           {QStringLiteral("folder"), folder.path},
                           {QStringLiteral("messages"), static_cast<qint64>(folder.messages)},
                           {QStringLiteral("bytes"), folder.bytes},
                           {QStringLiteral("unreadable"), static_cast<qint64>(folder.unreadable)}});
            Console::say(QCoreApplication::translate("CommandLine", "%1: messages: %2, bytes: %3, unreadable: %4")
                             .arg(folder.path)
                             .arg(folder.messages)
                             .arg(folder.bytes)
                             .arg(folder.unreadable));
        }
    }
    for (const handover::UnreadableEntry& entry : report.unreadable) {
        console.event(QStringLiteral("unreadable"), {{QStringLiteral("mailbox"), static_cast<int>(entry.mailbox)},
                                                     {QStringLiteral("folder"), entry.folder},
                                                     {QStringLiteral("id"), QString::fromUtf8(entry.key)},
                                                     {QStringLiteral("bytes"), entry.bytes},
                                                     {QStringLiteral("reason"), failureName(entry.why.kind)},
                                                     {QStringLiteral("detail"), entry.why.detail}});
        Console::say(QStringLiteral("%1, %2: %3")
                         .arg(entry.folder,
                              wizard_pages::MessagePlaceText::of(answers.mailboxes[entry.mailbox].source, entry),
                              wizard_pages::FailureText::of(entry.why)));
    }
}

void printMessage(const Console& console, const separation::MessageTable& table,
                  const separation::Suggestion& suggestion, separation::Row row)
{
    const separation::TableFolder& folder = table.folders()[table.folder(row)];
    const QByteArray messageId = table.messageId(row);
    QJsonArray reasons;
    for (const separation::Reason& reason : suggestion.reasons) {
        reasons.append(reasonText(reason));
    }
    console.event(QStringLiteral("message"),
                  {{QStringLiteral("mailbox"), static_cast<int>(folder.mailbox)},
                   {QStringLiteral("folder"), folder.folder.path},
                   {QStringLiteral("id"), table.stableId(row)},
                   {QStringLiteral("message_id"),
                    messageId.isEmpty() ? QString() : QStringLiteral("<%1>").arg(QString::fromUtf8(messageId))},
                   {QStringLiteral("bytes"), table.bytes(row)},
                   {QStringLiteral("suggestion"), QString::fromLatin1(separation::verdictName(suggestion.verdict))},
                   {QStringLiteral("confidence"), qRound(suggestion.confidence * 1000) / 1000.0},
                   {QStringLiteral("reasons"), reasons}});
}

} // namespace

int scanCommand(const Call& call, const Console& console, JobContext& job)
{
    const auto answers = readAnswers(call.files.first());
    if (!answers) {
        console.failed(answers.failure());
        return exitCannot;
    }
    if (answers->mailboxes.empty()) {
        console.failed({Failure::Kind::BadInput, answers->file, QStringLiteral("1:1: mailbox is missing")});
        return exitCannot;
    }
    const auto policy = policyOf(*answers, call);
    if (!policy) {
        console.failed(policy.failure());
        return exitCannot;
    }
    auto scanned = scanAll(*answers, *policy, job);
    if (!scanned) {
        console.failed(scanned.failure());
        return exitCannot;
    }
    printFolders(console, *answers, scanned->report);
    const separation::MessageTable& table = scanned->table;
    separation::SeparationPlan plan(table, contextOf(*answers, *policy));
    std::array<qint64, 4> suggested{};
    qint64 bytes = 0;
    for (separation::Row row = 0; row < table.size(); ++row) {
        const separation::Suggestion suggestion = plan.suggestion(row);
        ++suggested[static_cast<std::size_t>(suggestion.verdict)];
        bytes += table.bytes(row);
        printMessage(console, table, suggestion, row);
    }
    QJsonObject counts;
    for (const separation::Verdict verdict : separation::allVerdicts) {
        counts.insert(QString::fromLatin1(separation::verdictName(verdict)),
                      suggested[static_cast<std::size_t>(verdict)]);
    }
    const auto unreadable = static_cast<qint64>(scanned->report.unreadable.size());
    console.summary({{QStringLiteral("mailboxes"), static_cast<int>(answers->mailboxes.size())},
                     {QStringLiteral("messages"), static_cast<qint64>(table.size())},
                     {QStringLiteral("bytes"), bytes},
                     {QStringLiteral("unreadable"), unreadable},
                     {QStringLiteral("suggestions"), counts}});
    return unreadable > 0 ? exitOpen : exitOk;
}

} // namespace staffelstab::app
