// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/equipment_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

using Thing = EquipmentSection::Thing;

/** Longer lists get several things under one tick, so that the supervisor's box fits on a page. */
constexpr std::size_t mostTicks = 60;
/** Longer lists stand behind the signatures. */
constexpr std::size_t mostOnFront = 8;
/** Of longer lists the pages for people say only how many. */
constexpr std::size_t mostNamed = 8;

QJsonObject write(const EquipmentSection& equipment)
{
    QJsonArray things;
    for (const Thing& thing : equipment.things) {
        things.append(QJsonObject{{QStringLiteral("item"), thing.item},
                                  {QStringLiteral("inventory"), thing.inventoryNumber},
                                  {QStringLiteral("serial"), thing.serialNumber},
                                  {QStringLiteral("accessories"), thing.accessories},
                                  {QStringLiteral("remark"), thing.remark},
                                  {QStringLiteral("condition"), thing.condition},
                                  {QStringLiteral("state"), thing.state},
                                  {QStringLiteral("agreement"), thing.agreement},
                                  {QStringLiteral("locks_removed"), qint64{thing.locksRemoved}},
                                  {QStringLiteral("locks_left"), qint64{thing.locksLeft}},
                                  {QStringLiteral("photo_sha256"), QString::fromLatin1(thing.photoSha256.toHex())}});
    }
    return {{QStringLiteral("things"), things}};
}

EquipmentSection read(const Fields& fields)
{
    EquipmentSection equipment;
    const QJsonArray things = fields.array("things");
    for (const QJsonValue value : things) {
        const Fields thing(value.toObject());
        equipment.things.push_back(
            {thing.text("item"), thing.text("inventory"), thing.text("serial"), thing.text("accessories"),
             thing.text("remark"), thing.choice("condition", {"good", "worn", "damaged"}),
             thing.choice("state", {"open", "returned", "missing", "stays"}), thing.text("agreement"),
             thing.number("locks_removed"), thing.number("locks_left"), thing.digest("photo_sha256")});
    }
    return equipment;
}

/** Indices of what was returned, in as many groups as there are ticks. */
std::vector<std::vector<std::size_t>> returnedGroups(const EquipmentSection& equipment)
{
    std::vector<std::size_t> returned;
    for (std::size_t i = 0; i < equipment.things.size(); ++i) {
        if (equipment.things[i].state == QLatin1String("returned")) {
            returned.push_back(i);
        }
    }
    const std::size_t size = (returned.size() + mostTicks - 1) / mostTicks;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < returned.size(); i += size) {
        const auto begin = returned.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = returned.begin() + static_cast<std::ptrdiff_t>(qMin(i + size, returned.size()));
        groups.emplace_back(begin, end);
    }
    return groups;
}

QString joined(const QStringList& parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral("; "));
}

} // namespace

template <>
Section ReceiptTexts::say(const EquipmentSection& equipment) const
{
    Section section = titled(tr("Equipment"));
    section.isAnnex = equipment.things.size() > mostOnFront;
    if (equipment.things.empty()) {
        section.paragraphs.append(tr("The person leaving has no company equipment."));
        return section;
    }
    section.columns = {{tr("No. and item"), false, 5}, {tr("Numbers"), false, 4}, {tr("What became of it"), false, 6}};
    const auto labelled = [](const QString& sentence, const QString& value) {
        return value.isEmpty() ? QString() : sentence.arg(value);
    };
    const auto state = [&](const Thing& thing) {
        if (thing.state == QLatin1String("returned")) {
            return tr("returned");
        }
        if (thing.state == QLatin1String("missing")) {
            return tr("missing");
        }
        return thing.state == QLatin1String("stays") ? joined({tr("stays with the person leaving"), thing.agreement})
                                                     : tr("open");
    };
    const auto condition = [&](const Thing& thing) {
        return thing.condition == QLatin1String("good")      ? tr("good condition")
               : thing.condition == QLatin1String("worn")    ? tr("worn")
               : thing.condition == QLatin1String("damaged") ? tr("damaged")
                                                             : QString();
    };
    const auto locks = [&](const Thing& thing) {
        if (thing.state != QLatin1String("returned") || thing.locksRemoved + thing.locksLeft == 0) {
            return QString();
        }
        return thing.locksLeft == 0 ? tr("locks removed")
                                    : tr("locks not stated as removed: %1").arg(number(thing.locksLeft));
    };
    int index = 0;
    for (const Thing& thing : equipment.things) {
        section.lines.push_back(
            {QStringLiteral("%1. %2").arg(++index).arg(
                 joined({thing.item, labelled(tr("with %1"), thing.accessories)})),
             joined({labelled(tr("inv. %1"), thing.inventoryNumber), labelled(tr("ser. %1"), thing.serialNumber)}),
             joined({state(thing), condition(thing), thing.remark, locks(thing),
                     thing.photoSha256.isEmpty() ? QString() : tr("photo in the annex")})});
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const EquipmentSection& equipment) const
{
    if (equipment.things.empty()) {
        return {tr("none"), true};
    }
    const std::pair<const char*, QString> states[] = {{"returned", tr("returned: %1")},
                                                      {"missing", tr("missing: %1")},
                                                      {"stays", tr("stays with the person leaving: %1")},
                                                      {"open", tr("open: %1")}};
    const bool areNamed = equipment.things.size() <= mostNamed;
    QStringList parts;
    for (const auto& [state, sentence] : states) {
        QStringList names;
        for (std::size_t i = 0; i < equipment.things.size(); ++i) {
            if (equipment.things[i].state == QLatin1String(state)) {
                names.append(QStringLiteral("%1. %2").arg(i + 1).arg(equipment.things[i].item));
            }
        }
        if (!names.isEmpty()) {
            parts.append(sentence.arg(areNamed ? names.join(QStringLiteral(", ")) : number(names.size())));
        }
    }
    return {parts.join(QStringLiteral("; "))};
}

template <>
std::vector<Receivable> ReceiptTexts::receivables(const EquipmentSection& equipment) const
{
    std::vector<Receivable> all;
    for (const std::vector<std::size_t>& group : returnedGroups(equipment)) {
        const std::size_t first = group.front() + 1;
        const std::size_t last = group.back() + 1;
        if (group.size() == 1) {
            all.push_back(
                {QStringLiteral("equipment.%1").arg(first),
                 tr("No. %1: %2 received").arg(number(static_cast<qint64>(first)), equipment.things[first - 1].item)});
        } else {
            all.push_back({QStringLiteral("equipment.%1-%2").arg(first).arg(last),
                           tr("What was returned of no. %1 to %2 received")
                               .arg(number(static_cast<qint64>(first)), number(static_cast<qint64>(last)))});
        }
    }
    return all;
}

template <>
QString ReceiptTexts::openPoint(const EquipmentSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"equipment_open", tr("Items whose return is not settled: %1.")},
                           {"equipment_missing", tr("Missing items: %1.")},
                           {"equipment_locked", tr("Items with locks not stated as removed: %1.")}});
}

QString ReceiptTexts::photoCaption(int position, const QString& item) const
{
    return tr("Photo of no. %1: %2").arg(number(position), item);
}

SectionKind equipmentSection()
{
    return sectionKind<EquipmentSection>(620, write, read);
}

} // namespace staffelstab::receipt
