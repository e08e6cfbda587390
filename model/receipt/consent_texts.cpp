// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_texts.h"

namespace staffelstab::receipt {

Section ReceiptTexts::consent(int position, const ConsentRecord::Item& item) const
{
    Section section = titled(QStringLiteral("%1. %2").arg(position).arg(item.title));
    section.addRow(tr("Answer"), item.isGiven ? tr("YES, I agree.") : tr("NO, I do not agree."));
    section.addRow(tr("What for"), item.purpose);
    section.addRow(tr("In charge"),
                   item.isGiven ? tr("%1, until %2").arg(item.recipient, date(item.until)) : item.recipient);
    if (item.isGiven) {
        section.addRowIf(tr("To this address"), item.address);
    }
    return section;
}

Section ReceiptTexts::revocationSheet(const ConsentRecord& record) const
{
    Section section = titled(tr("I withdraw, with effect for the future, my consent to:"));
    for (const ConsentRecord::Item& item : record.items) {
        if (item.isGiven) {
            section.points.append(item.title);
        }
    }
    if (section.points.isEmpty()) {
        section.paragraphs.append(tr("No consent was given; there is nothing to withdraw."));
    }
    section.paragraphs.append(record.revocation);
    section.paragraphs.append(tr("This sheet may be used; a withdrawal counts in any other form as well."));
    return section;
}

Content ReceiptTexts::consents(const ConsentRecord& record, const QByteArray& sha256) const
{
    Content content;
    content.title = tr("Consents");
    content.subtitle = tr("Declaration of %1 on leaving, apart from the handover receipt").arg(record.leaver);
    content.caseLine = tr("Handover %1").arg(record.caseNumber);
    content.organisation = record.organisation;
    Section voluntary = titled(tr("How these answers are meant"));
    voluntary.isSmall = true;
    voluntary.paragraphs = {
        tr("Each answer stands by itself and was given freely. NO counts like YES and has no consequence."),
        record.revocation};
    content.blockA.push_back(std::move(voluntary));
    int position = 0;
    for (const ConsentRecord::Item& item : record.items) {
        content.blockA.push_back(consent(++position, item));
    }
    Section version = titled(tr("Text and digest"));
    version.isSmall = true;
    version.addRow(tr("Version of the text"), record.textVersion);
    version.addDigest(tr("SHA-256"), inGroups(sha256));
    content.blockA.push_back(std::move(version));
    const QString inkPlace = tr("Place, date");
    const QString inkSignature = tr("Signature by hand, if wanted on paper");
    content.leaver = {tr("Signature of the person leaving"), {}, inkPlace, inkSignature};
    content.headingAnnex = tr("Revocation of %1").arg(record.leaver);
    content.annex = {revocationSheet(record)};
    content.annexInk = SignaturePlace{{}, {}, inkPlace, tr("Signature")};
    content.footer = tr("Signed by the person leaving alone; can be withdrawn at any time.");
    content.page = tr("Page %1 of %2");
    content.qr = QStringLiteral("consents:1:sha256:") + QString::fromLatin1(sha256.toHex());
    return content;
}

} // namespace staffelstab::receipt
