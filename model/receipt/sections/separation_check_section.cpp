// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/separation_check_section.h"

#include "receipt/section_kind.h"

#include <cmath>

namespace staffelstab::receipt {
namespace {

/** Shares are kept as millionths: the record holds whole numbers. */
constexpr double millionths = 1e6;

QJsonObject pileObject(const SeparationCheckSection::Pile& pile)
{
    return {{QStringLiteral("messages"), qint64{pile.messages}},
            {QStringLiteral("looked_at"), qint64{pile.looked}},
            {QStringLiteral("found"), qint64{pile.found}},
            {QStringLiteral("most_left"), qint64{pile.mostLeft}},
            {QStringLiteral("bound_millionths"), static_cast<qint64>(std::llround(pile.bound * millionths))}};
}

SeparationCheckSection::Pile pile(const Fields& fields)
{
    return {fields.number("messages"), fields.number("looked_at"), fields.number("found"), fields.number("most_left"),
            static_cast<double>(fields.integer("bound_millionths")) / millionths};
}

QJsonObject write(const SeparationCheckSection& check)
{
    return {{QStringLiteral("business"), pileObject(check.business)},
            {QStringLiteral("private"), pileObject(check.privateMail)},
            {QStringLiteral("mixed"), qint64{check.mixed}}};
}

SeparationCheckSection read(const Fields& fields)
{
    return {pile(fields.fields("business")), pile(fields.fields("private")), fields.number("mixed")};
}

} // namespace

template <>
Section ReceiptTexts::say(const SeparationCheckSection& check) const
{
    Section section = titled(tr("Sample of the separated mail"));
    const SeparationCheckSection::Pile& business = check.business;
    if (business.looked > 0) {
        section.addRow(tr("Business messages looked at again, drawn at random"),
                       tr("%1 of %2").arg(number(business.looked), number(business.messages)));
        section.addRow(tr("Private ones among them"), number(business.found));
        section.addRow(tr("Private messages that may still be among the business ones (95 % certain)"),
                       tr("no more than %1").arg(number(business.mostLeft)));
    }
    const SeparationCheckSection::Pile& privateMail = check.privateMail;
    if (privateMail.looked > 0) {
        section.addRow(tr("Private messages looked at again, drawn at random"),
                       tr("%1 of %2").arg(number(privateMail.looked), number(privateMail.messages)));
        section.addRow(tr("Business ones among them"), number(privateMail.found));
        section.addRow(tr("Business messages that may still be among the private ones (95 % certain)"),
                       tr("no more than %1").arg(number(privateMail.mostLeft)));
    }
    if (check.mixed > 0) {
        section.addRow(tr("Business messages that contain private lines"), number(check.mixed));
    }
    if (business.looked > 0 || privateMail.looked > 0) {
        section.paragraphs.append(tr("The leaver looked at the samples. The bounds are exact (Clopper and Pearson)."));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const SeparationCheckSection& check) const
{
    QStringList parts;
    if (check.business.looked > 0) {
        parts.append(
            tr("no more than %1 private ones among the business messages").arg(number(check.business.mostLeft)));
    }
    if (check.privateMail.looked > 0) {
        parts.append(
            tr("no more than %1 business ones among the private messages").arg(number(check.privateMail.mostLeft)));
    }
    QStringList sentences;
    if (!parts.isEmpty()) {
        sentences.append(tr("%1 (95 % certain)").arg(parts.join(QStringLiteral(", "))));
    }
    if (check.mixed > 0) {
        sentences.append(tr("business messages with private lines: %1").arg(number(check.mixed)));
    }
    return {sentences.join(QStringLiteral("; "))};
}

SectionKind separationCheckSection()
{
    return sectionKind<SeparationCheckSection>(110, write, read);
}

} // namespace staffelstab::receipt
