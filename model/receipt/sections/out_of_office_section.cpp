// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/out_of_office_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const OutOfOfficeSection& reply)
{
    return {{QStringLiteral("way"), reply.way},
            {QStringLiteral("from"), reply.from.toString(Qt::ISODate)},
            {QStringLiteral("until"), reply.until.toString(Qt::ISODate)},
            {QStringLiteral("subject"), reply.subject},
            {QStringLiteral("text"), reply.text},
            {QStringLiteral("sha256"), QString::fromLatin1(reply.sha256.toHex())}};
}

OutOfOfficeSection read(const Fields& fields)
{
    return {fields.choice("way", {"server", "pasted", "none"}),
            fields.date("from"),
            fields.date("until"),
            fields.text("subject"),
            fields.text("text"),
            fields.digest("sha256")};
}

} // namespace

template <>
Section ReceiptTexts::say(const OutOfOfficeSection& reply) const
{
    Section section = titled(tr("Out-of-office reply"));
    if (reply.way == QLatin1String("none")) {
        section.addRow(tr("Way"), tr("None was set up"));
        return section;
    }
    section.addRow(tr("Way"), reply.way == QLatin1String("server")
                                  ? tr("Installed on the mail server, read back and found active")
                                  : tr("Set up by the person leaving in the mail program; not checked"));
    section.addRow(tr("From"), date(reply.from));
    section.addRow(tr("To and including"), date(reply.until));
    section.addRowIf(tr("Subject"), reply.subject);
    section.paragraphs.append(tr("Text:"));
    section.paragraphs += reply.text.split(u'\n', Qt::SkipEmptyParts);
    return section;
}

template <>
Brief ReceiptTexts::brief(const OutOfOfficeSection& reply) const
{
    if (reply.way == QLatin1String("none")) {
        return {tr("none"), true};
    }
    return {tr("%1 to %2, %3")
                .arg(date(reply.from), date(reply.until),
                     reply.way == QLatin1String("server") ? tr("active on the mail server, read back")
                                                          : tr("set up by the person leaving, not checked"))};
}

template <>
QString ReceiptTexts::openPoint(const OutOfOfficeSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_reply", tr("Nothing was decided about an out-of-office reply.")},
                           {"forwards_found", tr("Mail forwards found on the mail server: %1.")}});
}

SectionKind outOfOfficeSection()
{
    return sectionKind<OutOfOfficeSection>(330, write, read);
}

} // namespace staffelstab::receipt
