// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signature_acts.h"

#include "handover/acts/receipt_writing.h"
#include "handover/acts/take_in.h"
#include "handover/journal.h"

#include <QFile>

namespace staffelstab::handover {

namespace {

/** Names a final file right before it is written here. */
constexpr const char* countersignBegins = "countersign_begins";

QByteArray digestIn(const JournalEntry& entry, const char* key)
{
    return QByteArray::fromHex(entry.facts.value(QLatin1String(key)).toString().toLatin1());
}

/** SHA-256 of the files that the journal names in its entries of this kind. */
Result<QList<QByteArray>> filesIn(const HandoverCase& handover, const char* what)
{
    const Result<std::vector<JournalEntry>> entries = handover.journal().entries();
    if (!entries) {
        return entries.failure();
    }
    QList<QByteArray> files;
    for (const JournalEntry& entry : *entries) {
        if (entry.what == QLatin1String(what)) {
            files.append(digestIn(entry, "sha256"));
        }
    }
    return files;
}

Status recordSigned(HandoverCase& handover, const char* what, ReceiptFiles files, bool isFromElsewhere = false)
{
    // A program that was killed here comes by once more.
    const Result<QList<QByteArray>> known = filesIn(handover, what);
    if (!known) {
        return known.failure();
    }
    if (!known->contains(files.sha256)) {
        QJsonObject facts{{"sha256", QString::fromLatin1(files.sha256.toHex())},
                          {"certificate_sha256", QString::fromLatin1(files.certificateSha256.toHex())},
                          {"time_stamp", files.isStamped}};
        if (isFromElsewhere) {
            facts.insert(QStringLiteral("elsewhere"), true);
        }
        if (Status noted = handover.journal().write(QString::fromLatin1(what), facts); !noted) {
            return noted;
        }
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
        [&handover](ReceiptFiles files) { return recordSigned(handover, "leaver_signed", std::move(files)); });
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
    Result<QList<QByteArray>> begun = filesIn(handover, countersignBegins);
    if (!begun) {
        return begun.failure();
    }
    const auto begin = [&journal = handover.journal()](const QByteArray& sha256) {
        return journal.write(QLatin1String(countersignBegins), {{"sha256", QString::fromLatin1(sha256.toHex())}});
    };
    const KnownCountersigning known{handover.receiptFiles()->sha256, *begun, begin};
    return makeAct<ReceiptFiles>(
        [path = handover.receiptFiles()->path, input = share(std::move(input)), now = handover.clock().now(),
         rules = *rules, known](JobContext& job) { return signForSupervisor(path, *input, now, rules, job, known); },
        [&handover](ReceiptFiles files) { return recordSigned(handover, "countersigned", std::move(files)); });
}

Result<Act> takeInAct(const ActContext& context, const QString& finalPdf)
{
    HandoverCase& handover = context.handover;
    if (handover.isClosed() || !handover.receiptFiles() || handover.receiptFiles()->signatures != 1) {
        return notNow();
    }
    const Result<SigningRules> rules = signingRules(handover.policy());
    if (!rules) {
        return rules.failure();
    }
    const Result<QList<QByteArray>> begun = filesIn(handover, countersignBegins);
    if (!begun) {
        return begun.failure();
    }
    receipt::ExpectedSigners expected = expectedSigners(handover);
    // That of the half-signed file; its bytes are compared by themselves.
    expected.fileSha256.clear();
    // A program that was killed before the journal knew of it may have signed here all the same.
    return makeAct<ReceiptFiles>(
        [pending = *handover.receiptFiles(), finalPdf, expected, rules = *rules](JobContext& job) {
            return takeInFinal(pending, finalPdf, expected, rules, job);
        },
        [&handover, begun = *begun, pending = handover.receiptFiles()->path](ReceiptFiles files) -> Status {
            const bool isFromElsewhere = !begun.contains(files.sha256);
            Status recorded = recordSigned(handover, "countersigned", std::move(files), isFromElsewhere);
            if (recorded && pending.endsWith(pendingEnding)) {
                QFile::remove(pending);
            }
            return recorded;
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
        if (entry.what == QLatin1String("leaver_signed")) {
            expected.leaver = digestIn(entry, "certificate_sha256");
            expected.fileSha256 = digestIn(entry, "sha256");
        } else if (entry.what == QLatin1String("countersigned")) {
            // Of a file that came back nobody here knows who held the key.
            const bool isFromElsewhere = entry.facts.value(QLatin1String("elsewhere")).toBool();
            expected.supervisor = isFromElsewhere ? QByteArray() : digestIn(entry, "certificate_sha256");
            expected.fileSha256 = digestIn(entry, "sha256");
        }
    }
    return expected;
}

} // namespace staffelstab::handover
