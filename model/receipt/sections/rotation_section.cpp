// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/rotation_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const RotationSection& rotation)
{
    QJsonArray lines;
    for (const RotationSection::Line& line : rotation.lines) {
        lines.append(QJsonObject{{QStringLiteral("name"), line.name},
                                 {QStringLiteral("owner"), line.owner},
                                 {QStringLiteral("due"), line.due.toString(Qt::ISODate)},
                                 {QStringLiteral("done"), line.isDone}});
    }
    return {{QStringLiteral("lines"), lines}};
}

RotationSection read(const Fields& fields)
{
    RotationSection rotation;
    const QJsonArray lines = fields.array("lines");
    for (const QJsonValue value : lines) {
        const Fields line(value.toObject());
        rotation.lines.push_back({line.text("name"), line.text("owner"), line.date("due"), line.yes("done")});
    }
    return rotation;
}

} // namespace

template <>
Section ReceiptTexts::say(const RotationSection& rotation) const
{
    Section section = titled(tr("Other passwords and keys to be replaced"));
    section.columns = {{tr("Access"), false, 5}, {tr("Replaced by"), false, 4}, {tr("Until"), false, 3}};
    for (const RotationSection::Line& line : rotation.lines) {
        section.lines.push_back({line.name, line.owner, line.isDone ? tr("done") : date(line.due)});
    }
    constexpr std::size_t halfAPage = 12;
    section.isAnnex = rotation.lines.size() > halfAPage;
    return section;
}

template <>
Brief ReceiptTexts::brief(const RotationSection& rotation) const
{
    const auto done = std::count_if(rotation.lines.begin(), rotation.lines.end(),
                                    [](const RotationSection::Line& line) { return line.isDone; });
    return {
        tr("listed: %1, replaced already: %2").arg(number(static_cast<qint64>(rotation.lines.size())), number(done))};
}

template <>
QString ReceiptTexts::openPoint(const RotationSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"secrets_to_rotate", tr("Other passwords and keys still to be replaced: %1.")}});
}

SectionKind rotationSection()
{
    return sectionKind<RotationSection>(920, write, read);
}

} // namespace staffelstab::receipt
