// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"
#include "wizard_pages/widgets/chip.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** What the verifier found about a receipt, in words. */
struct FindingText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::FindingText)
public:
    /** Green only if somebody trusted vouches for every signer. */
    static Chip chip(receipt::Standing standing);
    static Chip chip(const receipt::ReceiptFinding& finding) { return chip(finding.standing()); }
    static QString of(const receipt::Finding& finding);
    static QString level(receipt::SignatureLevel level);
    /** What a level means, in one sentence (eIDAS Art. 3, 25, 26). */
    static QString explained(receipt::SignatureLevel level);
    /** The fourth way: the written form (§ 126 BGB). */
    static QString paperHint();
    /** "Lea Gehtbald (person leaving)"; a witness is called one. */
    static QString signer(const receipt::SignatureFinding& finding);
    /** Who signed block B; "–" if nobody has. */
    static QString secondSigner(const receipt::ReceiptFinding& finding);
    /** "Lea Gehtbald (person leaving), 18/12/2026 14:20, simple electronic signature". */
    static QString signature(const receipt::SignatureFinding& finding);
    /** Everything about one receipt, line by line; the last says what it does not prove. */
    static QStringList lines(const receipt::ReceiptFinding& finding);

private:
    /** Reservation or reason, and whose it is; empty if there is none. */
    static QString wordsOf(const receipt::SignatureFinding& signature, const receipt::ReceiptFinding& finding);
};

} // namespace staffelstab::wizard_pages
