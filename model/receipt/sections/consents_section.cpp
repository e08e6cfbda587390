// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/consents_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const ConsentsSection& consents)
{
    return {{QStringLiteral("file"), consents.fileName},
            {QStringLiteral("sha256"), QString::fromLatin1(consents.sha256.toHex())},
            {QStringLiteral("signed_at"), isoTime(consents.signedAt)}};
}

ConsentsSection read(const Fields& fields)
{
    return {fields.text("file"), fields.digest("sha256"), fields.time("signed_at")};
}

} // namespace

template <>
Section ReceiptTexts::say(const ConsentsSection& consents) const
{
    Section section = titled(tr("Consents"));
    section.addRow(tr("Document"),
                   tr("%1, signed by the person leaving alone on %2").arg(consents.fileName, time(consents.signedAt)));
    section.addDigest(tr("SHA-256"), inGroups(consents.sha256));
    section.paragraphs.append(tr("What was agreed to and what was not stands there and not here."));
    return section;
}

template <>
Brief ReceiptTexts::brief(const ConsentsSection& consents) const
{
    return {tr("a document of its own, signed by the person leaving alone on %1").arg(date(consents.signedAt))};
}

SectionKind consentsSection()
{
    return sectionKind<ConsentsSection>(640, write, read);
}

} // namespace staffelstab::receipt
