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
#include <QJsonArray>

#include <array>
#include <optional>

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

/** A document of consents is no receipt and has a verdict of its own; nothing if the file is not one. */
std::optional<ReceiptState> reportConsents(const Console& console, const QString& file, const QByteArray& pdf,
                                           const receipt::ExpectedSigners& expected)
{
    const std::optional<receipt::ConsentVerdict> verdict = receipt::judgeConsents(pdf, expected);
    if (!verdict) {
        return std::nullopt;
    }
    const ReceiptState state = verdict->state();
    const std::optional<receipt::ConsentFinding>& consents = verdict->intact;
    QJsonObject fields{{QStringLiteral("file"), file},
                       {QStringLiteral("state"), QString::fromLatin1(receipt::stateName(state))}};
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
    const QStringList sentences = wizard_pages::ConsentFindingText::lines(*verdict);
    Console::say(QStringLiteral("%1: %2").arg(QFileInfo(file).fileName(), sentences.join(QStringLiteral("\n    "))));
    return state;
}

int exitOf(const std::array<int, 4>& states, bool isAnythingWrong)
{
    if (states[static_cast<std::size_t>(ReceiptState::Altered)] > 0 || isAnythingWrong) {
        return exitOpen;
    }
    if (states[static_cast<std::size_t>(ReceiptState::NotAReceipt)] > 0) {
        return exitCannot;
    }
    return states[static_cast<std::size_t>(ReceiptState::Pending)] > 0 ? exitStopped : exitOk;
}

} // namespace

int verifyCommand(const Call& call, const Console& console)
{
    std::array<int, 4> states{};
    bool isAnythingWrong = false;
    handover::FinalReceipts finals;
    receipt::ExpectedSigners expected;
    if (!call.policyFile.isEmpty()) {
        const auto policy = policy::readPolicy(call.policyFile);
        if (!policy) {
            console.failed(policy.failure());
            return exitCannot;
        }
        const auto rules = handover::signingRules(*policy);
        if (!rules) {
            console.failed(rules.failure());
            return exitCannot;
        }
        expected = handover::expectedBy(*rules);
    }
    const QStringList files = handover::receiptFilesIn(call.files);
    for (const QString& file : files) {
        const auto pdf = readWhole(file, receiptLimit);
        if (!pdf) {
            console.failed(pdf.failure());
            return exitCannot;
        }
        ReceiptFinding finding = receipt::verifyReceipt(*pdf, expected);
        if (finding.state == ReceiptState::NotAReceipt) {
            if (const auto consents = reportConsents(console, file, *pdf, expected)) {
                ++states[static_cast<std::size_t>(*consents)];
                continue;
            }
        }
        if (!call.archiveFile.isEmpty() && finding.record) {
            if (auto compared = receipt::compareArchive(finding, call.archiveFile); !compared) {
                console.failed(compared.failure());
                return exitCannot;
            }
        }
        for (const QString& other : finals.note(file, finding)) {
            handover::contradict(finding, file, other);
        }
        isAnythingWrong = isAnythingWrong || !finding.archiveMatches.value_or(true) ||
                          finding.has(receipt::Finding::Kind::Contradicted);
        ++states[static_cast<std::size_t>(finding.state)];
        report(console, file, finding);
    }
    QJsonObject summary{{QStringLiteral("receipts"), static_cast<int>(files.size())}};
    for (const auto state :
         {ReceiptState::Intact, ReceiptState::Pending, ReceiptState::Altered, ReceiptState::NotAReceipt}) {
        summary.insert(QString::fromLatin1(receipt::stateName(state)), states[static_cast<std::size_t>(state)]);
    }
    console.summary(summary);
    return exitOf(states, isAnythingWrong);
}

} // namespace staffelstab::app
