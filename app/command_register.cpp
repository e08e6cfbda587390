// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"
#include "app/commands.h"
#include "core/atomic_file.h"
#include "handover/receipt_register.h"
#include "wizard_pages/due_text.h"
#include "wizard_pages/locale_text.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace staffelstab::app {

namespace {

using handover::ReceiptRegister;

constexpr qint64 receiptLimit = qint64{64} * 1024 * 1024;

QString outcomeName(ReceiptRegister::Outcome outcome)
{
    switch (outcome) {
    case ReceiptRegister::Outcome::Added:
        return QStringLiteral("added");
    case ReceiptRegister::Outcome::Completed:
        return QStringLiteral("completed");
    case ReceiptRegister::Outcome::Contradicts:
        return QStringLiteral("contradicts");
    case ReceiptRegister::Outcome::AlreadyThere:
        break;
    }
    return QStringLiteral("already_there");
}

/** `dates` gets what no register holds: when the consents among the files end. */
Status enter(ReceiptRegister& entries, const QString& file, const policy::CompanyPolicy& policy, const Console& console,
             std::vector<handover::DueDate>& dates, const QDate& today)
{
    const auto pdf = readWhole(file, receiptLimit);
    if (!pdf) {
        return pdf.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*pdf);
    const auto consents =
        finding.state == receipt::ReceiptState::NotAReceipt ? receipt::judgeConsents(*pdf) : std::nullopt;
    auto outcome = consents ? entries.add(*consents) : entries.add(finding, policy);
    if (!outcome) {
        return Failure{outcome.failure().kind, file, outcome.failure().detail};
    }
    if (consents) {
        const std::vector<handover::DueDate> ends = handover::consentEnds(*consents->intact, today);
        dates.insert(dates.end(), ends.begin(), ends.end());
    }
    console.event(consents ? QStringLiteral("consents") : QStringLiteral("receipt"),
                  {{QStringLiteral("file"), file}, {QStringLiteral("outcome"), outcomeName(*outcome)}});
    return Done{};
}

QJsonArray dueJson(const std::vector<handover::DueDate>& dates)
{
    QJsonArray list;
    for (const handover::DueDate& due : dates) {
        list.append(QJsonObject{{QStringLiteral("day"), due.day.toString(Qt::ISODate)},
                                {QStringLiteral("case"), due.caseNumber},
                                {QStringLiteral("kind"), QLatin1String(handover::kindName(due.kind))}});
        Console::say(QStringLiteral("%1  %2").arg(wizard_pages::dayText(due.day), wizard_pages::DueText::of(due)));
    }
    return list;
}

/** Entries with several final receipts, each with those receipts; they are said, too. */
Result<QJsonArray> contradictions(ReceiptRegister& entries, const std::vector<handover::RegisterEntry>& all)
{
    QJsonArray list;
    for (const handover::RegisterEntry& entry : all) {
        if (entry.state != QLatin1String("contradicted")) {
            continue;
        }
        const auto finals = entries.finals(entry.recordSha256);
        if (!finals) {
            return finals.failure();
        }
        QJsonArray files;
        for (const ReceiptRegister::Final& one : *finals) {
            files.append(QJsonObject{{QStringLiteral("file_sha256"), QString::fromLatin1(one.fileSha256.toHex())},
                                     {QStringLiteral("state"), one.state},
                                     {QStringLiteral("signed_on"), one.signedOn.toString(Qt::ISODate)}});
        }
        list.append(QJsonObject{{QStringLiteral("case"), entry.caseNumber}, {QStringLiteral("finals"), files}});
        Console::say(QCoreApplication::translate("CommandLine",
                                                 "Handover %1 was countersigned more than once. The "
                                                 "register keeps all; please ask the supervisor which one holds.")
                         .arg(entry.caseNumber));
    }
    return list;
}

} // namespace

int registerCommand(const Call& call, const Console& console, const Clock& clock)
{
    const auto policy = policyOf(Answers(), call);
    auto entries = policy ? ReceiptRegister::open(call.files.first()) : Result<ReceiptRegister>(policy.failure());
    if (!entries) {
        console.failed(entries.failure());
        return exitCannot;
    }
    const QDateTime now = clock.now();
    std::vector<handover::DueDate> due;
    int refused = 0;
    for (const QString& file : call.files.mid(1)) {
        if (const Status entered = enter(*entries, file, *policy, console, due, now.date()); !entered) {
            console.failed(entered.failure());
            ++refused;
        }
    }
    const auto all = entries->entries();
    if (!all) {
        console.failed(all.failure());
        return exitCannot;
    }
    const Result<QJsonArray> contradicted = contradictions(*entries, *all);
    if (!contradicted) {
        console.failed(contradicted.failure());
        return exitCannot;
    }
    const std::vector<handover::DueDate> byRegister = handover::dueDates(*all, now.date());
    due.insert(due.end(), byRegister.begin(), byRegister.end());
    handover::sortByDay(due);
    if (!call.calendarFile.isEmpty()) {
        if (const Status written =
                AtomicFile::writeWhole(call.calendarFile, handover::dueCalendar(due, wizard_pages::DueText::of, now));
            !written) {
            console.failed(written.failure());
            return exitCannot;
        }
    }
    console.summary({{QStringLiteral("receipts"), static_cast<int>(all->size())},
                     {QStringLiteral("refused"), refused},
                     {QStringLiteral("contradicted"), *contradicted},
                     {QStringLiteral("due"), dueJson(due)}});
    return refused == 0 && contradicted->isEmpty() ? exitOk : exitOpen;
}

} // namespace staffelstab::app
