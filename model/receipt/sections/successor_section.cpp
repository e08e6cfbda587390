// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/successor_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const SuccessorSection& successor)
{
    return {{QStringLiteral("way"), successor.way},
            {QStringLiteral("at"), isoTime(successor.at)},
            {QStringLiteral("target"), successor.target},
            {QStringLiteral("folder"), successor.folder},
            {QStringLiteral("messages"), qint64{successor.messages}},
            {QStringLiteral("bytes"), successor.bytes},
            {QStringLiteral("folders"), QJsonArray::fromStringList(successor.folders)},
            {QStringLiteral("failed"), qint64{successor.failed}}};
}

SuccessorSection read(const Fields& fields)
{
    return {fields.choice("way", {"copy", "share"}),
            fields.time("at"),
            fields.text("target"),
            fields.text("folder"),
            fields.number("messages"),
            fields.integer("bytes"),
            fields.texts("folders"),
            fields.number("failed")};
}

} // namespace

template <>
Section ReceiptTexts::say(const SuccessorSection& successor) const
{
    Section section = titled(tr("Successor's mailbox"));
    if (successor.way == QLatin1String("share")) {
        section.addRow(tr("May read"), successor.target);
        section.addRowIf(tr("Folders"), successor.folders.join(QStringLiteral(", ")));
        section.addRow(tr("Checked"), tr("read back from the server's access list, %1").arg(time(successor.at)));
        if (successor.failed > 0) {
            section.addRow(tr("Folders not shared"), number(successor.failed));
        }
        return section;
    }
    section.addRow(tr("Copied to"), successor.target);
    section.addRow(tr("Folder"), successor.folder);
    section.addRow(tr("Messages"), tr("%1, %2").arg(number(successor.messages), size(successor.bytes)));
    section.addRow(tr("Checked"), tr("each message read back and compared, %1").arg(time(successor.at)));
    if (successor.failed > 0) {
        section.addRow(tr("Messages left out"), number(successor.failed));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const SuccessorSection& successor) const
{
    QString text =
        successor.way == QLatin1String("share")
            ? tr("%1 may read folders: %2, read back from the server")
                  .arg(successor.target, number(successor.folders.size()))
            : tr("messages copied to %2: %1, read back and compared").arg(number(successor.messages), successor.target);
    if (successor.failed > 0) {
        text += tr("; left out %1").arg(number(successor.failed));
    }
    return {text};
}

template <>
QString ReceiptTexts::openPoint(const SuccessorSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point,
                   {{"successor_open", tr("What the successor was to get on the mail server has not been provided.")},
                    {"successor_incomplete", tr("Business messages that did not reach the successor: %1.")},
                    {"successor_not_shared", tr("Folders that could not be shared with the successor: %1.")}});
}

SectionKind successorSection()
{
    return sectionKind<SuccessorSection>(310, write, read);
}

} // namespace staffelstab::receipt
