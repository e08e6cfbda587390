// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signature_acts.h"

#include "handover/journal.h"

namespace staffelstab::handover {

namespace {

Status recordSigned(HandoverCase& handover, const QString& what, ReceiptFiles files)
{
    if (Status noted = handover.journal().write(what, {{"sha256", QString::fromLatin1(files.sha256.toHex())}});
        !noted) {
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
    return makeAct<ReceiptFiles>(
        [record = handover.record(), photos = equipmentPhotos(handover), target = handover.receiptTarget(),
         input = share(std::move(input)), now = handover.clock().now(), tsa = handover.policy().tsa](JobContext& job) {
            return signForLeaver(record, photos, target, *input, now, tsa, job);
        },
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
    return makeAct<ReceiptFiles>(
        [path = handover.receiptFiles()->path, input = share(std::move(input)), now = handover.clock().now(),
         tsa = handover.policy().tsa](JobContext& job) { return signForSupervisor(path, *input, now, tsa, job); },
        [&handover](ReceiptFiles files) {
            return recordSigned(handover, QStringLiteral("countersigned"), std::move(files));
        });
}

} // namespace staffelstab::handover
