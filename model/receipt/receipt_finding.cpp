// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_verifier.h"

#include <algorithm>

namespace staffelstab::receipt {

bool isNote(Finding::Kind kind)
{
    return kind >= Finding::Kind::Refused;
}

bool ReceiptFinding::has(Finding::Kind kind) const
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) { return one.kind == kind; });
}

bool ReceiptFinding::isVouchedFor() const
{
    return !signatures.empty() && std::all_of(signatures.begin(), signatures.end(),
                                              [](const SignatureFinding& one) { return one.isVouchedFor; });
}

const char* stateName(ReceiptState state)
{
    switch (state) {
    case ReceiptState::Intact:
        return "intact";
    case ReceiptState::Pending:
        return "pending";
    case ReceiptState::Altered:
        return "altered";
    case ReceiptState::NotAReceipt:
        break;
    }
    return "not_a_receipt";
}

} // namespace staffelstab::receipt
