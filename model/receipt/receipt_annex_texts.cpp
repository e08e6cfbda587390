// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

/** What keeps the pages for people at two; more stands in full in an annex. */
constexpr std::size_t mostOpenPoints = 8;
constexpr qsizetype longestReservation = 600;
constexpr qsizetype mostReservationLines = 8;

} // namespace

QString ReceiptTexts::addAnnex(Content& content, Section section) const
{
    QString name = tr("Annex %1").arg(number(static_cast<qint64>(content.annex.size()) + 1));
    section.heading = QStringLiteral("%1  %2").arg(name, section.heading);
    content.annex.push_back(std::move(section));
    return name;
}

void ReceiptTexts::addTopics(Content& content, const ReceiptRecord& record) const
{
    for (const SectionKind& kind : sectionKinds()) {
        const auto at = record.sections.find(kind.key);
        if (at == record.sections.end()) {
            continue;
        }
        Section section = kind.say(*this, at->second);
        if (section.isEmpty()) {
            continue;
        }
        const Brief brief = kind.brief(*this, at->second);
        const QString name = section.heading;
        content.topics.push_back({name, brief.text, brief.isWhole ? QString() : addAnnex(content, std::move(section))});
    }
    content.topics.push_back({tr("Company rules"), policySentence(record), {}});
}

Section ReceiptTexts::briefOpenPoints(Content& content, const ReceiptRecord& record) const
{
    Section section = openPoints(record);
    if (record.openPoints.size() > mostOpenPoints) {
        const QString annex = addAnnex(content, section);
        section.points = section.points.mid(0, mostOpenPoints);
        section.paragraphs.append(tr("These are the first of %1 open points; all of them stand in %2.")
                                      .arg(number(static_cast<qint64>(record.openPoints.size())), annex));
    }
    return section;
}

Section ReceiptTexts::briefReservation(Content& content, const ReceiptRecord& record) const
{
    Section section = leaverReservation(record);
    if (record.leaverReservation.size() > longestReservation || section.paragraphs.size() > mostReservationLines) {
        const QString annex = addAnnex(content, section);
        section.paragraphs = {tr("It stands in full in %1.").arg(annex)};
    }
    return section;
}

Section ReceiptTexts::explanations(const ReceiptRecord& record, const QByteArray& sha256) const
{
    Section section = titled(tr("Explanations, text version, digest"));
    section.addRow(tr("Simple signature"),
                   tr("Made with a key for this occasion, or with a certificate nobody else vouches for: it shows any "
                      "later change but does not prove who signed."));
    section.addRow(tr("Advanced signature"),
                   tr("Made with the signer's own certificate, issued by a certification authority."));
    section.addRow(tr("Qualified signature"),
                   tr("Made with a qualified certificate: it alone equals the written form; a signature drawn on a "
                      "screen does not."));
    section.addRow(tr("On paper"), tr("The lines for signing by hand serve where the written form is wanted."));
    section.addRow(tr("Business archive"), handoverCopy());
    section.addRow(tr("Text version"), record.textVersion + u' ' + record.language);
    section.addDigest(tr("SHA-256 of the record"), inGroups(sha256));
    section.paragraphs = {recordInFile()};
    return section;
}

void ReceiptTexts::addClosing(Content& content, const ReceiptRecord& record, const QByteArray& sha256) const
{
    content.blockA.push_back(briefOpenPoints(content, record));
    content.blockA.push_back(briefReservation(content, record));
    addAnnex(content, explanations(record, sha256));
    Section meaning = titled(tr("What this receipt means"));
    meaning.isSmall = true;
    const auto annexes = static_cast<qint64>(content.annex.size());
    meaning.paragraphs = {noWaiver() + u' ' +
                          (annexes == 1
                               ? tr("Annex 1 behind the signatures belongs to block A.")
                               : tr("Annexes 1 to %1 behind the signatures belong to block A.").arg(number(annexes)))};
    content.blockA.push_back(std::move(meaning));
}

} // namespace staffelstab::receipt
