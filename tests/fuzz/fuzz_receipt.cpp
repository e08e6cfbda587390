// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a stranger can hand in as a receipt, consents, a signature (CMS with time-stamp), a record or a drawn signature:
// no crash, no hang, no "intact" without a record and two signatures.
// Corpus: any receipts (`staffelstab run`); the first byte chooses the reader.
#include "receipt/cms_signature.h"
#include "receipt/confirmation.h"
#include "receipt/consent_document.h"
#include "receipt/record_metadata.h"
#include "receipt/signature_drawing.h"

#include <cstdlib>

using namespace staffelstab::receipt;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    switch (data[0] % 7) {
    case 0:
        if (const auto record = fromJson(bytes); record && toJson(*record) != bytes) {
            std::abort();
        }
        break;
    case 1:
        (void)plainStrokes(bytes);
        break;
    case 2:
        (void)readXmp(bytes);
        break;
    case 3:
        if (const auto confirmation = readConfirmation(bytes);
            confirmation && confirmationJson(*confirmation) != bytes) {
            std::abort();
        }
        break;
    case 4:
        if (checkCms({}, bytes, {}, {}).isIntact) {
            std::abort();
        }
        (void)certificatesIn(bytes);
        break;
    case 5:
        if (const auto verdict = judgeConsents(bytes);
            verdict && verdict->intact && verdict->intact->signer.isEmpty()) {
            std::abort();
        }
        break;
    default:
        if (const ReceiptFinding finding = verifyReceipt(bytes);
            finding.state == ReceiptState::Intact && (!finding.record || finding.signatures.size() != 2)) {
            std::abort();
        }
    }
    return 0;
}
