// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signature_acts.h"

#include "handover/journal.h"

namespace staffelstab::handover {

namespace {

Status recordSigned(HandoverCase& handover, const QString& what, ReceiptFiles files, bool isFromElsewhere = false)
{
    QJsonObject facts{{"sha256", QString::fromLatin1(files.sha256.toHex())},
                      {"certificate_sha256", QString::fromLatin1(files.certificateSha256.toHex())},
                      {"time_stamp", files.isStamped}};
    if (isFromElsewhere) {
        facts.insert(QStringLiteral("elsewhere"), true);
    }
    if (Status noted = handover.journal().write(what, facts); !noted) {
        return noted;
    }
    return handover.recordReceipt(std::move(files));
}

} // namespace

Result<Act> leaverSignatureAct(const ActContext& context, SignInput input)
{
    HandoverCase& handover = context.handover;
    if (!handover.mayEnter(Step::LeaverSigns) || handover.receiptFiles() || handover.receiptTarget().isEmpty()) {
        return notNow();
    }
    Result<SigningRules> rules = signingRules(handover.policy());
    if (!rules) {
        return rules.failure();
    }
    return makeAct<ReceiptFiles>(
        [record = handover.record(), photos = equipmentPhotos(handover), target = handover.receiptTarget(),
         input = share(std::move(input)), now = handover.clock().now(),
         rules = *rules](JobContext& job) { return signForLeaver(record, photos, target, *input, now, rules, job); },
        [&handover](ReceiptFiles files) {
            return recordSigned(handover, QStringLiteral("leaver_signed"), std::move(files));
        });
}

Result<Act> supervisorSignatureAct(const ActContext& context, SignInput input)
{
    HandoverCase& handover = context.handover;
    if (!handover.receiptFiles() || handover.receiptFiles()->signatures > 1) {
        return notNow();
    }
    Result<SigningRules> rules = signingRules(handover.policy());
    if (!rules) {
        return rules.failure();
    }
    return makeAct<ReceiptFiles>(
        [path = handover.receiptFiles()->path, input = share(std::move(input)), now = handover.clock().now(),
         rules = *rules](JobContext& job) { return signForSupervisor(path, *input, now, rules, job); },
        [&handover](ReceiptFiles files) {
            return recordSigned(handover, QStringLiteral("countersigned"), std::move(files));
        });
}

Result<Act> takeInAct(const ActContext& context, const QString& finalPdf)
{
    HandoverCase& handover = context.handover;
    if (handover.isClosed() || !handover.receiptFiles() || handover.receiptFiles()->signatures != 1) {
        return notNow();
    }
    receipt::ExpectedSigners expected = expectedSigners(handover);
    // That of the half-signed file; its bytes are compared by themselves.
    expected.fileSha256.clear();
    return makeAct<ReceiptFiles>([pending = *handover.receiptFiles(), finalPdf,
                                  expected](JobContext&) { return takeInFinal(pending, finalPdf, expected); },
                                 [&handover](ReceiptFiles files) -> Status {
                                     if (!handover.isLocked()) {
                                         if (Status locked = handover.handKeyboardOver(); !locked) {
                                             return locked;
                                         }
                                     }
                                     return recordSigned(handover, QStringLiteral("countersigned"), std::move(files),
                                                         true);
                                 });
}

receipt::ExpectedSigners expectedSigners(HandoverCase& handover)
{
    receipt::ExpectedSigners expected;
    if (const Result<SigningRules> rules = signingRules(handover.policy())) {
        expected = expectedBy(*rules);
    }
    const Result<std::vector<JournalEntry>> entries = handover.journal().entries();
    for (const JournalEntry& entry : entries ? *entries : std::vector<JournalEntry>()) {
        const auto digest = [&](const char* key) {
            return QByteArray::fromHex(entry.facts.value(QLatin1String(key)).toString().toLatin1());
        };
        if (entry.what == QLatin1String("leaver_signed")) {
            expected.leaver = digest("certificate_sha256");
            expected.fileSha256 = digest("sha256");
        } else if (entry.what == QLatin1String("countersigned")) {
            // Of a file that came back nobody here knows who held the key.
            const bool isFromElsewhere = entry.facts.value(QLatin1String("elsewhere")).toBool();
            expected.supervisor = isFromElsewhere ? QByteArray() : digest("certificate_sha256");
            expected.fileSha256 = digest("sha256");
        }
    }
    return expected;
}

} // namespace staffelstab::handover
