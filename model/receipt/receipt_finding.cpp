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

Standing ReceiptFinding::standing() const
{
    switch (state) {
    case ReceiptState::Pending:
        return Standing::Pending;
    case ReceiptState::Altered:
        return Standing::Altered;
    case ReceiptState::NotAReceipt:
        return Standing::NotAReceipt;
    case ReceiptState::Intact:
        break;
    }
    return has(Finding::Kind::Contradicted)  ? Standing::Contradicted
           : has(Finding::Kind::Refused)     ? Standing::Refused
           : has(Finding::Kind::PartyAbsent) ? Standing::Absent
           : isVouchedFor()                  ? Standing::Confirmed
                                             : Standing::Unchanged;
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
