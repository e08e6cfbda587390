// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/takeaway_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const TakeawaySection& takeaway)
{
    return {{QStringLiteral("action"), takeaway.action},
            {QStringLiteral("copied"), qint64{takeaway.copied}},
            {QStringLiteral("removed"), qint64{takeaway.removed}},
            {QStringLiteral("kept"), qint64{takeaway.kept}},
            {QStringLiteral("encrypted"), takeaway.isEncrypted}};
}

TakeawaySection read(const Fields& fields)
{
    return {fields.choice("action", {"take", "delete", "leave"}), fields.number("copied"), fields.number("removed"),
            fields.number("kept"), fields.yes("encrypted")};
}

} // namespace

template <>
Section ReceiptTexts::say(const TakeawaySection& takeaway) const
{
    Section section = titled(tr("Private mail"));
    if (takeaway.action == QLatin1String("take")) {
        section.addRow(tr("Way"), takeaway.isEncrypted
                                      ? tr("Taken along in an encrypted copy, which was read back and compared")
                                      : tr("Taken along in a copy, which was read back and compared"));
        section.addRow(tr("Messages copied"), number(takeaway.copied));
    } else if (takeaway.action == QLatin1String("delete")) {
        section.addRow(tr("Way"),
                       takeaway.removed > 0 ? tr("Removed without a copy") : tr("To be removed without a copy"));
    } else {
        section.addRow(tr("Way"), tr("Left in the mailbox"));
    }
    if (takeaway.action != QLatin1String("leave")) {
        section.addRow(tr("Removed from the mailbox"), number(takeaway.removed));
    }
    section.addRow(tr("Still in the mailbox"), number(takeaway.kept));
    if (takeaway.removed > 0) {
        section.paragraphs.append(tr("Backups of the mail server may still hold removed messages."));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const TakeawaySection& takeaway) const
{
    if (takeaway.action == QLatin1String("leave")) {
        return {tr("left in the mailbox: %1").arg(number(takeaway.kept)), true};
    }
    const QString way =
        takeaway.action == QLatin1String("delete")
            ? (takeaway.removed > 0 ? tr("removed without a copy") : tr("to be removed without a copy"))
        : takeaway.isEncrypted
            ? tr("%1 taken along in an encrypted copy, read back and compared").arg(number(takeaway.copied))
            : tr("%1 taken along in a copy, read back and compared").arg(number(takeaway.copied));
    QString text =
        tr("%1; removed from the mailbox %2, still there %3").arg(way, number(takeaway.removed), number(takeaway.kept));
    if (takeaway.removed > 0) {
        text += tr("; backups of the mail server may still hold them");
    }
    return {text, true};
}

template <>
QString ReceiptTexts::openPoint(const TakeawaySection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_takeaway", tr("Nothing was decided about the private mail.")},
                           {"private_not_copied", tr("Private messages that could not be copied: %1.")},
                           {"not_removed", tr("Private messages that could not be removed from the mailbox: %1.")},
                           {"left_in_mailbox", tr("Private messages left in the mailbox: %1.")}});
}

SectionKind takeawaySection()
{
    return sectionKind<TakeawaySection>(200, write, read);
}

} // namespace staffelstab::receipt
