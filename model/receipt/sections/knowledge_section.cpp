// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/knowledge_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

using Item = KnowledgeSection::Item;

constexpr std::size_t mostOnFront = 6;

QJsonObject write(const KnowledgeSection& knowledge)
{
    QJsonArray items;
    for (const Item& item : knowledge.items) {
        items.append(QJsonObject{{QStringLiteral("kind"), item.kind},
                                 {QStringLiteral("what"), item.what},
                                 {QStringLiteral("next"), item.next.toString(Qt::ISODate)},
                                 {QStringLiteral("to"), item.to}});
    }
    return {{QStringLiteral("briefing"), knowledge.briefing},
            {QStringLiteral("briefed_on"), knowledge.briefedOn.toString(Qt::ISODate)},
            {QStringLiteral("briefed_by"), knowledge.briefedBy},
            {QStringLiteral("documentation"), knowledge.documentation},
            {QStringLiteral("items"), items},
            {QStringLiteral("secrecy_read"), knowledge.isSecrecyRead},
            {QStringLiteral("secrecy_version"), knowledge.secrecyVersion}};
}

KnowledgeSection read(const Fields& fields)
{
    KnowledgeSection knowledge{fields.choice("briefing", {"open", "done", "planned", "written"}),
                               fields.date("briefed_on"),
                               fields.text("briefed_by"),
                               fields.text("documentation"),
                               {},
                               fields.yes("secrecy_read"),
                               fields.text("secrecy_version")};
    const QJsonArray items = fields.array("items");
    for (const QJsonValue value : items) {
        const Fields item(value.toObject());
        knowledge.items.push_back(
            {item.choice("kind", {"task", "shared_folder", "licence", "emergency_role", "account", "promise"}),
             item.text("what"), item.date("next"), item.text("to")});
    }
    return knowledge;
}

} // namespace

template <>
Section ReceiptTexts::say(const KnowledgeSection& knowledge) const
{
    Section section = titled(tr("Knowledge"));
    section.isAnnex = knowledge.items.size() > mostOnFront;
    if (knowledge.briefing == QLatin1String("done")) {
        section.addRow(tr("Briefing of the successor"), knowledge.briefedOn.isValid()
                                                            ? tr("took place on %1").arg(date(knowledge.briefedOn))
                                                            : tr("took place, day open"));
    } else if (knowledge.briefing == QLatin1String("planned")) {
        section.addRow(tr("Briefing of the successor"), knowledge.briefedOn.isValid()
                                                            ? tr("planned for %1").arg(date(knowledge.briefedOn))
                                                            : tr("planned, day open"));
    } else if (knowledge.briefing == QLatin1String("written")) {
        section.addRow(tr("Briefing of the successor"), tr("none; documentation takes its place"));
    }
    section.addRowIf(tr("Briefed by"), knowledge.briefedBy);
    section.addRowIf(tr("Documentation"), knowledge.documentation);
    if (knowledge.isSecrecyRead) {
        section.addRow(tr("Reminder of secrecy"), tr("read, text version %1").arg(knowledge.secrecyVersion));
    }
    const auto kind = [&](const Item& item) {
        const std::pair<const char*, QString> names[] = {{"shared_folder", tr("Shared folder")},
                                                         {"licence", tr("Licence")},
                                                         {"emergency_role", tr("Emergency role")},
                                                         {"account", tr("Account")},
                                                         {"promise", tr("Open promise")}};
        for (const auto& [name, text] : names) {
            if (item.kind == QLatin1String(name)) {
                return text;
            }
        }
        return item.next.isValid() ? tr("Task, next on %1").arg(date(item.next)) : tr("Task");
    };
    if (!knowledge.items.empty()) {
        section.columns = {{tr("Kind"), false, 4}, {tr("What"), false, 6}, {tr("Goes to"), false, 4}};
    }
    for (const Item& item : knowledge.items) {
        section.lines.push_back({kind(item), item.what, item.to.isEmpty() ? tr("open") : item.to});
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const KnowledgeSection& knowledge) const
{
    QStringList parts;
    if (knowledge.briefing == QLatin1String("done")) {
        parts.append(knowledge.briefedOn.isValid() ? tr("successor briefed on %1").arg(date(knowledge.briefedOn))
                                                   : tr("successor briefed, day open"));
    } else if (knowledge.briefing == QLatin1String("planned")) {
        parts.append(knowledge.briefedOn.isValid()
                         ? tr("briefing of the successor planned for %1").arg(date(knowledge.briefedOn))
                         : tr("briefing of the successor planned, day open"));
    } else if (knowledge.briefing == QLatin1String("written")) {
        parts.append(tr("documentation instead of a briefing"));
    }
    if (!knowledge.items.empty()) {
        parts.append(tr("tasks and duties listed: %1").arg(number(static_cast<qint64>(knowledge.items.size()))));
    }
    if (knowledge.isSecrecyRead) {
        parts.append(tr("reminder of secrecy read"));
    }
    return {parts.isEmpty() ? tr("open") : parts.join(QStringLiteral("; "))};
}

template <>
QString ReceiptTexts::openPoint(const KnowledgeSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_briefing", tr("How the successor is briefed is not settled.")},
                           {"documentation_without_place",
                            tr("Where the documentation lies that takes the briefing's place is open.")},
                           {"briefing_without_day", tr("The day of the successor's briefing is open.")},
                           {"briefing_planned", tr("The briefing of the successor is still to come.")},
                           {"knowledge_without_owner", tr("Tasks and duties nobody has taken over yet: %1.")},
                           {"secrecy_not_read", tr("The reminder of secrecy was not confirmed as read.")}});
}

SectionKind knowledgeSection()
{
    return sectionKind<KnowledgeSection>(610, write, read);
}

} // namespace staffelstab::receipt
