// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/follow_ups_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

using Date = FollowUpsSection::Date;

constexpr std::size_t mostOnFront = 8;

QJsonObject write(const FollowUpsSection& section)
{
    QJsonArray dates;
    for (const Date& date : section.dates) {
        dates.append(QJsonObject{{QStringLiteral("kind"), date.kind},
                                 {QStringLiteral("on"), date.on.toString(Qt::ISODate)},
                                 {QStringLiteral("subject"), date.subject}});
    }
    return {{QStringLiteral("dates"), dates}};
}

FollowUpsSection read(const Fields& fields)
{
    FollowUpsSection section;
    const QJsonArray dates = fields.array("dates");
    for (const QJsonValue value : dates) {
        const Fields date(value.toObject());
        section.dates.push_back({date.text("kind"), date.date("on"), date.text("subject")});
    }
    return section;
}

} // namespace

template <>
Section ReceiptTexts::say(const FollowUpsSection& followUps) const
{
    Section section = titled(tr("What follows"));
    section.isAnnex = followUps.dates.size() > mostOnFront;
    section.columns = {{tr("Date"), false, 3}, {tr("What is to be done"), false, 11}};
    for (const Date& one : followUps.dates) {
        section.lines.push_back({date(one.on), followUp(one.kind, one.subject)});
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const FollowUpsSection& followUps) const
{
    if (followUps.dates.empty()) {
        return {tr("no dates"), true};
    }
    const auto next = std::min_element(followUps.dates.begin(), followUps.dates.end(),
                                       [](const Date& a, const Date& b) { return a.on < b.on; });
    return {tr("dates: %1, the first on %2").arg(number(static_cast<qint64>(followUps.dates.size())), date(next->on))};
}

SectionKind followUpsSection()
{
    return sectionKind<FollowUpsSection>(900, write, read);
}

} // namespace staffelstab::receipt
