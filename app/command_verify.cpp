// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/receipt_words.h"
#include "core/atomic_file.h"
#include "handover/final_receipts.h"
#include "handover/receipt_desk.h"
#include "handover/signing_rules.h"
#include "receipt/consent_document.h"
#include "receipt/receipt_verifier.h"
#include "wizard_pages/consent_finding_text.h"
#include "wizard_pages/finding_text.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

#include <array>
#include <optional>
#include <vector>

namespace staffelstab::app {

namespace {

using receipt::ReceiptFinding;
using receipt::ReceiptState;

constexpr qint64 receiptLimit = qint64{64} * 1024 * 1024;

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonArray signaturesJson(const ReceiptFinding& finding)
{
    QJsonArray list;
    for (const receipt::SignatureFinding& signature : finding.signatures) {
        list.append(QJsonObject{
            {QStringLiteral("role"), roleName(signature.role)},
            {QStringLiteral("name"), signature.name},
            {QStringLiteral("time"), timeText(signature.time)},
            {QStringLiteral("level"), levelName(signature.level)},
            {QStringLiteral("certificate_sha256"), hex(signature.certificateSha256)},
            {QStringLiteral("intact"), signature.isIntact},
            {QStringLiteral("vouched_for"), signature.isVouchedFor},
            {QStringLiteral("revocation"), revocationName(signature.revocation.state)},
            {QStringLiteral("received"), QJsonArray::fromStringList(signature.confirmation.received)},
            {QStringLiteral("seal_opened"), signature.confirmation.isSealOpened},
            {QStringLiteral("witness"), signature.confirmation.witness},
            {QStringLiteral("time_stamp_vouched_for"), signature.isStampVouchedFor},
            {QStringLiteral("timestamp"),
             signature.timestamp.isValid() ? QJsonValue(timeText(signature.timestamp)) : QJsonValue()},
        });
    }
    return list;
}

QJsonArray reasonsJson(const ReceiptFinding& finding)
{
    QJsonArray list;
    for (const receipt::Finding& one : finding.findings) {
        list.append(one.detail.isEmpty() ? findingName(one.kind)
                                         : QStringLiteral("%1: %2").arg(findingName(one.kind), one.detail));
    }
    return list;
}

void report(const Console& console, const QString& file, const ReceiptFinding& finding)
{
    QJsonObject fields{{QStringLiteral("file"), file},
                       {QStringLiteral("state"), QString::fromLatin1(receipt::stateName(finding.state))},
                       {QStringLiteral("signatures"), signaturesJson(finding)},
                       {QStringLiteral("reasons"), reasonsJson(finding)},
                       {QStringLiteral("archive_matches"), QJsonValue()}};
    if (finding.archiveMatches) {
        fields.insert(QStringLiteral("archive_matches"), *finding.archiveMatches);
    }
    if (finding.record) {
        fields.insert(QStringLiteral("case"), finding.record->caseNumber);
        fields.insert(QStringLiteral("record_sha256"), hex(finding.recordSha256));
    }
    console.event(QStringLiteral("receipt"), fields);
    const QStringList sentences = wizard_pages::FindingText::lines(finding);
    Console::say(QStringLiteral("%1: %2").arg(QFileInfo(file).fileName(), sentences.join(QStringLiteral("\n    "))));
}

/** A document of consents is no receipt and has a verdict of its own. */
void report(const Console& console, const QString& file, const receipt::ConsentVerdict& verdict)
{
    const std::optional<receipt::ConsentFinding>& consents = verdict.intact;
    QJsonObject fields{{QStringLiteral("file"), file},
                       {QStringLiteral("state"), QString::fromLatin1(receipt::stateName(verdict.state()))}};
    if (consents) {
        fields.insert(QStringLiteral("case"), consents->record.caseNumber);
        fields.insert(QStringLiteral("signer"), consents->signer);
        fields.insert(QStringLiteral("time"), timeText(consents->time));
        fields.insert(QStringLiteral("level"), levelName(consents->level));
        fields.insert(QStringLiteral("certificate_sha256"), hex(consents->certificateSha256));
        fields.insert(QStringLiteral("vouched_for"), consents->isVouchedFor);
        QJsonObject given;
        for (const receipt::ConsentRecord::Item& item : consents->record.items) {
            given.insert(item.id, item.isGiven);
        }
        fields.insert(QStringLiteral("given"), given);
    }
    console.event(QStringLiteral("consents"), fields);
    const QStringList sentences = wizard_pages::ConsentFindingText::lines(verdict);
    Console::say(QStringLiteral("%1: %2").arg(QFileInfo(file).fileName(), sentences.join(QStringLiteral("\n    "))));
}

Result<receipt::ExpectedSigners> expectedSigners(const QString& policyFile)
{
    if (policyFile.isEmpty()) {
        return receipt::ExpectedSigners();
    }
    const auto policy = policy::readPolicy(policyFile);
    if (!policy) {
        return policy.failure();
    }
    const auto rules = handover::signingRules(*policy);
    return rules ? Result<receipt::ExpectedSigners>(handover::expectedBy(*rules)) : rules.failure();
}

struct Judged
{
    QString file;
    ReceiptFinding finding;
    std::optional<receipt::ConsentVerdict> consents;

    [[nodiscard]] ReceiptState state() const { return consents ? consents->state() : finding.state; }
};

Result<Judged> judge(const QString& file, const Call& call, const receipt::ExpectedSigners& expected)
{
    const auto pdf = readWhole(file, receiptLimit);
    if (!pdf) {
        return pdf.failure();
    }
    Judged judged{file, receipt::verifyReceipt(*pdf, expected), std::nullopt};
    if (judged.finding.state == ReceiptState::NotAReceipt) {
        judged.consents = receipt::judgeConsents(*pdf, expected);
    } else if (!call.archiveFile.isEmpty() && judged.finding.record) {
        if (const auto compared = receipt::compareArchive(judged.finding, call.archiveFile); !compared) {
            return compared.failure();
        }
    }
    return judged;
}

/** Final receipts of one statement contradict each other, whichever of them comes first. */
void noteContradictions(std::vector<Judged>& all)
{
    handover::FinalReceipts finals;
    QHash<QString, Judged*> earlier;
    for (Judged& judged : all) {
        for (const QString& other : finals.note(judged.file, judged.finding)) {
            handover::contradict(judged.finding, judged.file, other);
            handover::contradict(earlier.value(other)->finding, other, judged.file);
        }
        earlier.insert(judged.file, &judged);
    }
}

using Counts = std::array<int, 4>;

int& of(Counts& counts, ReceiptState state)
{
    return counts[static_cast<std::size_t>(state)];
}

int exitOf(Counts& states, bool isAnythingWrong)
{
    if (of(states, ReceiptState::Altered) > 0 || isAnythingWrong) {
        return exitOpen;
    }
    if (of(states, ReceiptState::NotAReceipt) > 0) {
        return exitCannot;
    }
    return of(states, ReceiptState::Pending) > 0 ? exitStopped : exitOk;
}

void reportAll(const Console& console, std::vector<Judged>& all)
{
    noteContradictions(all);
    for (const Judged& judged : all) {
        if (judged.consents) {
            report(console, judged.file, *judged.consents);
        } else {
            report(console, judged.file, judged.finding);
        }
    }
}

int sumUp(const Console& console, const std::vector<Judged>& all)
{
    Counts states{};
    int contradicted = 0;
    bool isAnythingWrong = false;
    for (const Judged& judged : all) {
        ++of(states, judged.state());
        contradicted += judged.finding.has(receipt::Finding::Kind::Contradicted) ? 1 : 0;
        isAnythingWrong = isAnythingWrong || contradicted > 0 || !judged.finding.archiveMatches.value_or(true);
    }
    QJsonObject summary{{QStringLiteral("receipts"), static_cast<int>(all.size())},
                        {QStringLiteral("contradicted"), contradicted}};
    for (const auto state :
         {ReceiptState::Intact, ReceiptState::Pending, ReceiptState::Altered, ReceiptState::NotAReceipt}) {
        summary.insert(QString::fromLatin1(receipt::stateName(state)), of(states, state));
    }
    console.summary(summary);
    return exitOf(states, isAnythingWrong);
}

} // namespace

int verifyCommand(const Call& call, const Console& console)
{
    const auto expected = expectedSigners(call.policyFile);
    if (!expected) {
        console.failed(expected.failure());
        return exitCannot;
    }
    // Only when all are judged is it known which of them contradict each other.
    std::vector<Judged> all;
    for (const QString& file : handover::receiptFilesIn(call.files)) {
        Result<Judged> judged = judge(file, call, *expected);
        if (!judged) {
            reportAll(console, all);
            console.failed(judged.failure());
            return exitCannot;
        }
        all.push_back(*std::move(judged));
    }
    reportAll(console, all);
    return sumUp(console, all);
}

} // namespace staffelstab::app
