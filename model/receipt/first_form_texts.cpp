// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Receipts made before there were annexes said everything in block A, and only long lists behind the signatures. They
// are still read out in the words and the order of their paper.
#include "receipt/section_kind.h"

namespace staffelstab::receipt {

void ReceiptTexts::addFirstForm(Content& content, const ReceiptRecord& record, const QByteArray& sha256) const
{
    content.caseLine = tr("Case %1").arg(record.caseNumber);
    content.headingAnnex = tr("Annex to block A");
    for (const SectionKind& kind : sectionKinds()) {
        if (const auto at = record.sections.find(kind.key); at != record.sections.end()) {
            Section section = kind.say(*this, at->second);
            (section.isAnnex ? content.annex : content.blockA).push_back(std::move(section));
        }
    }
    Section policy = titled(tr("Company rules"));
    policy.paragraphs = {policySentence(record)};
    Section meaning = titled(tr("What this receipt means"));
    meaning.isSmall = true;
    meaning.paragraphs = {
        noWaiver(), handoverCopy(),
        tr("Signatures: a simple electronic signature with integrity protection uses a key made for this occasion or a "
           "certificate that nobody else vouches for; it shows any later change but does not prove the person's "
           "identity. "
           "An advanced one uses the signer's own certificate, issued by a certification authority. Only a qualified "
           "one "
           "equals the written form; a signature drawn on a screen does not. The lines by hand serve that purpose on "
           "paper.")};
    Section digest = titled(tr("Digest of the record"));
    digest.isSmall = true;
    digest.addDigest(tr("SHA-256"), inGroups(sha256));
    digest.paragraphs = {recordInFile()};
    for (Section& section : std::vector{policy, openPoints(record), leaverReservation(record), meaning, digest}) {
        content.blockA.push_back(std::move(section));
    }
}

} // namespace staffelstab::receipt
