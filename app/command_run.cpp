// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/handover_run.h"
#include "handover/topics/separation_topics.h"
#include "handover/topics/successor_topics.h"
#include "receipt/sections/account_section.h"
#include "receipt/sections/mail_section.h"
#include "receipt/sections/password_section.h"
#include "receipt/sections/takeaway_section.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace staffelstab::app {

namespace {

using receipt::ReceiptRecord;

QJsonObject countJson(const receipt::MailSection::Count& count)
{
    return {{QStringLiteral("messages"), static_cast<qint64>(count.messages)}, {QStringLiteral("bytes"), count.bytes}};
}

QJsonValue proofJson(receipt::Proof proof)
{
    if (proof == receipt::Proof::Unverifiable) {
        return QStringLiteral("unverifiable");
    }
    return proof == receipt::Proof::Yes;
}

void addMail(QJsonObject& summary, const ReceiptRecord& record)
{
    const auto* found = record.find<receipt::MailSection>();
    const receipt::MailSection mail = found != nullptr ? *found : receipt::MailSection();
    summary.insert(QStringLiteral("private"), countJson(mail.privateMail));
    summary.insert(QStringLiteral("business"), countJson(mail.business));
    summary.insert(QStringLiteral("protected"), countJson(mail.protectedMail));
    summary.insert(QStringLiteral("undecided"), countJson(mail.undecided));
    summary.insert(QStringLiteral("unreadable"), static_cast<qint64>(mail.unreadable));
    summary.insert(QStringLiteral("decisions"), static_cast<qint64>(mail.decisions));
}

QJsonValue auditJson(const handover::HandoverCase& handover)
{
    QJsonObject json;
    for (const separation::Verdict pile : {separation::Verdict::Business, separation::Verdict::Private}) {
        if (const auto audited = handover::SampleAudit::valid(handover, pile)) {
            json.insert(QString::fromLatin1(separation::verdictName(pile)),
                        QJsonObject{{QStringLiteral("messages"), static_cast<qint64>(audited->population)},
                                    {QStringLiteral("looked"), static_cast<qint64>(audited->looked)},
                                    {QStringLiteral("found"), static_cast<qint64>(audited->found)},
                                    {QStringLiteral("most_left"), static_cast<qint64>(audited->mostLeft())}});
        }
    }
    return json.isEmpty() ? QJsonValue() : QJsonValue(json);
}

QJsonValue takeawayJson(const handover::HandoverCase& handover, const ReceiptRecord& record)
{
    const auto& outcome = handover.takeaway();
    const auto* takeaway = record.find<receipt::TakeawaySection>();
    if (!outcome || takeaway == nullptr) {
        return {};
    }
    return QJsonObject{{QStringLiteral("action"), takeaway->action},
                       {QStringLiteral("path"), outcome->path},
                       {QStringLiteral("messages"), static_cast<qint64>(outcome->copied)},
                       {QStringLiteral("bytes"), outcome->copiedBytes},
                       {QStringLiteral("skipped"), static_cast<qint64>(outcome->skipped)},
                       {QStringLiteral("kept"), static_cast<qint64>(outcome->kept.size())},
                       {QStringLiteral("encrypted"), outcome->isEncrypted}};
}

QJsonValue archiveJson(const handover::HandoverCase& handover)
{
    const auto& archive = handover.archive();
    if (!archive) {
        return {};
    }
    return QJsonObject{{QStringLiteral("file"), archive->path},
                       {QStringLiteral("sha256"), hex(archive->sha256)},
                       {QStringLiteral("bytes"), archive->bytes},
                       {QStringLiteral("messages"), static_cast<qint64>(archive->messages)},
                       {QStringLiteral("skipped"), static_cast<qint64>(archive->skipped)},
                       {QStringLiteral("encrypted"), archive->isEncrypted},
                       {QStringLiteral("sealed_copy"), archive->sealedPath},
                       {QStringLiteral("beginning"), archive->beginningName()},
                       {QStringLiteral("taken_up"), static_cast<qint64>(archive->takenUp)}};
}

QJsonValue successorJson(const handover::HandoverCase& handover)
{
    const auto& outcome = handover.topicIfSet<handover::SuccessorOutcome>();
    if (!outcome) {
        return {};
    }
    if (outcome->way == handover::SuccessorChoice::Way::Copy) {
        return QJsonObject{{QStringLiteral("way"), QStringLiteral("copy")},
                           {QStringLiteral("arrived"), static_cast<qint64>(outcome->arrived)},
                           {QStringLiteral("was_there"), static_cast<qint64>(outcome->wasThere)},
                           {QStringLiteral("failed"), static_cast<qint64>(outcome->failed)},
                           {QStringLiteral("bytes"), outcome->bytes}};
    }
    QJsonArray folders;
    for (const handover::SharedFolder& folder : outcome->folders) {
        folders.append(QJsonObject{{QStringLiteral("folder"), folder.path},
                                   {QStringLiteral("may_read"), folder.mayRead},
                                   {QStringLiteral("others"), folder.others},
                                   {QStringLiteral("access"), folder.access}});
    }
    return QJsonObject{{QStringLiteral("way"), QStringLiteral("share")}, {QStringLiteral("folders"), folders}};
}

QJsonValue accountJson(const ReceiptRecord& record)
{
    const auto* const found = record.find<receipt::AccountSection>();
    if (found == nullptr) {
        return QJsonValue::Null;
    }
    QJsonArray deeds;
    for (const receipt::AccountSection::Deed& deed : found->deeds) {
        deeds.append(QJsonObject{{QStringLiteral("kind"), deed.kind},
                                 {QStringLiteral("group"), deed.group},
                                 {QStringLiteral("verified"), deed.isVerified}});
    }
    return QJsonObject{{QStringLiteral("way"), found->way},
                       {QStringLiteral("disable_on"), found->disableOn.toString(Qt::ISODate)},
                       {QStringLiteral("delete_on"), found->deleteOn.toString(Qt::ISODate)},
                       {QStringLiteral("deeds"), deeds},
                       {QStringLiteral("files"), QJsonArray::fromStringList(found->files)}};
}

QJsonValue passwordJson(const handover::HandoverCase& handover, const ReceiptRecord& record)
{
    const auto* found = record.find<receipt::PasswordSection>();
    if (found == nullptr) {
        return {};
    }
    const receipt::PasswordSection& password = *found;
    return QJsonObject{{QStringLiteral("way"), password.way},
                       {QStringLiteral("changed"), password.isChanged},
                       {QStringLiteral("new_accepted"), proofJson(password.newAccepted)},
                       {QStringLiteral("old_refused"), proofJson(password.oldRefused)},
                       {QStringLiteral("changed_twice"), password.isChangedTwice},
                       {QStringLiteral("by_kerberos"), password.isByKerberos},
                       {QStringLiteral("must_change"), proofJson(password.mustChange)},
                       {QStringLiteral("sealed_by"), password.sealedBy},
                       {QStringLiteral("seal"), handover.password() ? handover.password()->sealPath : QString()}};
}

QJsonValue receiptJson(const handover::HandoverCase& handover)
{
    const auto& files = handover.receiptFiles();
    if (!files) {
        return {};
    }
    return QJsonObject{{QStringLiteral("file"), files->path},
                       {QStringLiteral("sha256"), hex(files->sha256)},
                       {QStringLiteral("signatures"), files->signatures}};
}

QJsonObject openPoint(const QString& code, qint64 count)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("count"), count}};
}

/** What the receipt calls open, and the signatures that are missing on it. */
QJsonArray openPoints(const handover::HandoverCase& handover, const ReceiptRecord& record)
{
    QJsonArray list;
    for (const receipt::OpenPoint& point : record.openPoints) {
        list.append(openPoint(point.code, point.count));
    }
    const int signatures = handover.receiptFiles() ? handover.receiptFiles()->signatures : 0;
    if (signatures < 1) {
        list.append(openPoint(QStringLiteral("leaver_unsigned"), 0));
    }
    if (signatures < 2) {
        list.append(openPoint(QStringLiteral("countersignature_missing"), 0));
    }
    return list;
}

/** These stand in the summary as they stand on the receipt; of the consents only where they are. */
void addBelongings(QJsonObject& summary, const handover::HandoverCase& handover, const ReceiptRecord& record)
{
    const QJsonObject said = QJsonDocument::fromJson(receipt::toJson(record)).object();
    for (const auto& key : {QStringLiteral("contacts"), QStringLiteral("knowledge"), QStringLiteral("equipment"),
                            QStringLiteral("follow_ups")}) {
        summary.insert(key, said.value(key));
    }
    const auto& consents = handover.topicIfSet<handover::ConsentDocument>();
    summary.insert(QStringLiteral("consents"), consents ? QJsonObject{{QStringLiteral("file"), consents->path},
                                                                      {QStringLiteral("sha256"), hex(consents->sha256)}}
                                                        : QJsonValue());
}

/** Returns the exit code of a run that came to its end. */
int report(const Console& console, const handover::HandoverCase& handover)
{
    const ReceiptRecord record = handover.record();
    const QJsonArray open = openPoints(handover, record);
    const auto* takeaway = record.find<receipt::TakeawaySection>();
    QJsonObject summary{{QStringLiteral("case"), handover.caseNumber()},
                        {QStringLiteral("removed"), static_cast<qint64>(takeaway != nullptr ? takeaway->removed : 0)},
                        {QStringLiteral("takeaway"), takeawayJson(handover, record)},
                        {QStringLiteral("archive"), archiveJson(handover)},
                        {QStringLiteral("successor"), successorJson(handover)},
                        {QStringLiteral("password"), passwordJson(handover, record)},
                        {QStringLiteral("account"), accountJson(record)},
                        {QStringLiteral("receipt"), receiptJson(handover)},
                        {QStringLiteral("open_points"), open}};
    summary.insert(QStringLiteral("audit"), auditJson(handover));
    addMail(summary, record);
    addBelongings(summary, handover, record);
    console.summary(summary);
    if (handover.receiptFiles()) {
        Console::say(QCoreApplication::translate("CommandLine", "Receipt: %1").arg(handover.receiptFiles()->path));
    }
    if (handover.archive()) {
        Console::say(QCoreApplication::translate("CommandLine", "Business archive: %1").arg(handover.archive()->path));
    }
    Console::say(
        open.isEmpty()
            ? QCoreApplication::translate("CommandLine", "The handover is complete.")
            : QCoreApplication::translate("CommandLine", "The handover is done; open points: %1").arg(open.size()));
    return open.isEmpty() ? exitOk : exitOpen;
}

} // namespace

int runCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job)
{
    const auto answers = readAnswers(call.files.first());
    if (!answers) {
        console.failed(answers.failure());
        return exitCannot;
    }
    HandoverRun run(*answers, call, console, clock, job);
    if (const Status gone = run.go(); !gone) {
        console.failed(gone.failure());
        return isBadInput(gone.failure()) ? exitCannot : exitStopped;
    }
    return report(console, *run.handoverCase());
}

} // namespace staffelstab::app
