// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_metadata.h"
#include "receipt/section_kind.h"

namespace staffelstab::receipt {

Content ReceiptTexts::content(const ReceiptRecord& record, const QByteArray& sha256) const
{
    Content content;
    content.title = tr("Handover receipt");
    content.subtitle = tr("Handover of mailbox, business mail and access on leaving the organisation");
    content.caseLine = tr("Handover %1").arg(record.caseNumber);
    content.organisation = record.organisation;
    content.front = {parties(record), dates(record)};
    content.headingA = tr("A  Handover statement of %1").arg(record.people.leaver.name);
    if (record.textVersion.isEmpty()) {
        addFirstForm(content, record, sha256);
    } else {
        content.headingAnnex = tr("Annexes to block A");
        addTopics(content, record);
        addClosing(content, record, sha256);
    }
    content.receivables = receipt::receivables(record, QStringLiteral("en")).size();
    const QString inkPlace = tr("Place, date");
    const QString inkSignature = tr("Signature by hand, if wanted on paper");
    content.leaver = {tr("Signature of the person leaving (block A)"), {}, inkPlace, inkSignature};
    content.supervisor = {
        tr("B  Confirmation of receipt by %1").arg(record.people.supervisor.name),
        {record.organisation.isEmpty()
             ? tr("I confirm that I have received what is ticked here.")
             : tr("I confirm for %1 that I have received what is ticked here.").arg(record.organisation)},
        inkPlace,
        inkSignature};
    content.footer = tr("This receipt counts only with both signatures.");
    content.page = tr("Page %1 of %2");
    content.qr = digestWords(sha256);
    return content;
}

Section ReceiptTexts::parties(const ReceiptRecord& record) const
{
    const auto describe = [this](const Person& person) {
        QStringList parts{person.name.isEmpty() ? person.email : person.name};
        if (!person.department.isEmpty()) {
            parts.append(person.department);
        }
        if (!person.personnelNumber.isEmpty()) {
            parts.append(tr("personnel no. %1").arg(person.personnelNumber));
        }
        return parts.join(QStringLiteral(", "));
    };
    Section section = titled(tr("Parties"));
    const std::pair<QString, const Person&> everyone[] = {{tr("Person leaving"), record.people.leaver},
                                                          {tr("Supervisor"), record.people.supervisor},
                                                          {tr("Successor"), record.people.successor},
                                                          {tr("Human resources"), record.people.hr},
                                                          {tr("Data protection officer"), record.people.dpo}};
    for (const auto& [label, person] : everyone) {
        if (!person.isEmpty()) {
            section.addRow(label, describe(person));
        }
    }
    return section;
}

Section ReceiptTexts::dates(const ReceiptRecord& record) const
{
    Section section = titled(tr("Dates"));
    if (record.people.lastWorkingDay.isValid()) {
        section.addRow(tr("Last working day"), date(record.people.lastWorkingDay));
    }
    if (record.people.endOfContract.isValid()) {
        section.addRow(tr("End of contract"), date(record.people.endOfContract));
    }
    section.addRow(tr("Receipt made"), time(record.madeAt));
    return section;
}

QString ReceiptTexts::policySentence(const ReceiptRecord& record) const
{
    const bool isConfirmed = std::none_of(record.openPoints.begin(), record.openPoints.end(), [](const auto& point) {
        return point.code == QLatin1String("policy_not_confirmed");
    });
    if (record.policyName.isEmpty()) {
        return tr("The company has put no rules on file.") + u' ' +
               (isConfirmed ? tr("The built-in text, version %1, was shown and confirmed as read.")
                            : tr("The built-in text, version %1, applies; that it was read is not confirmed."))
                   .arg(record.policyVersion);
    }
    const QString sentence = isConfirmed
                                 ? tr("The rules \"%1\", version %2, were shown and confirmed as read.")
                                 : tr("The rules \"%1\", version %2, apply; that they were read is not confirmed.");
    return sentence.arg(record.policyName, record.policyVersion);
}

Section ReceiptTexts::leaverReservation(const ReceiptRecord& record) const
{
    Section section = titled(tr("Reservation of the person leaving"));
    section.paragraphs = record.leaverReservation.isEmpty() ? QStringList{tr("None.")}
                                                            : record.leaverReservation.split(QLatin1Char('\n'));
    return section;
}

Section ReceiptTexts::openPoints(const ReceiptRecord& record) const
{
    Section section = titled(tr("Open points"));
    for (const OpenPoint& point : record.openPoints) {
        section.points.append(openPoint(point));
    }
    if (section.points.isEmpty()) {
        section.paragraphs.append(tr("None."));
    }
    return section;
}

QString ReceiptTexts::noWaiver() const
{
    return tr("It contains no waiver and no termination. It states facts; rights and claims of both sides stay as they "
              "are.");
}

QString ReceiptTexts::handoverCopy() const
{
    return tr("The business archive is a handover copy. It does not replace the company's audit-proof archive (GoBD).");
}

QString ReceiptTexts::recordInFile() const
{
    return tr("The record lies in this file as JSON (XMP metadata). The QR code on page 1 holds the same digest.");
}

} // namespace staffelstab::receipt
