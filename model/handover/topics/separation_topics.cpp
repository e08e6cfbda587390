// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/separation_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "receipt/sections/separation_check_section.h"
#include "separation/audit.h"

#include <cmath>

namespace staffelstab::handover {

namespace {

using separation::Verdict;

QJsonObject pileJson(const AuditedPile& pile)
{
    return {{"at", dateText(pile.at)},
            {"population", qint64{pile.population}},
            {"looked", qint64{pile.looked}},
            {"found", qint64{pile.found}},
            {"mark", pile.mark}};
}

std::optional<AuditedPile> pileFrom(const QJsonValue& value)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    const auto number = [&value](const char* key) {
        return static_cast<quint32>(std::clamp<qint64>(value[QLatin1String(key)].toInteger(), 0, UINT32_MAX));
    };
    return AuditedPile{dateFrom(value["at"]), number("population"), number("looked"), number("found"),
                       value["mark"].toString()};
}

receipt::SeparationCheckSection::Pile pileFacts(const std::optional<AuditedPile>& pile)
{
    return pile ? receipt::SeparationCheckSection::Pile{pile->population, pile->looked, pile->found, pile->mostLeft(),
                                                        pile->bound()}
                : receipt::SeparationCheckSection::Pile{};
}

} // namespace

double AuditedPile::bound() const
{
    // Who looked at everything knows.
    return looked >= population ? 0 : separation::upperBound(looked, found);
}

quint32 AuditedPile::mostLeft() const
{
    const quint32 unseen = population - std::min(looked, population);
    return std::min(unseen, static_cast<quint32>(std::floor(bound() * population)));
}

QJsonObject SampleAudit::toJson() const
{
    QJsonObject json;
    if (business) {
        json["business"] = pileJson(*business);
    }
    if (privateMail) {
        json["private"] = pileJson(*privateMail);
    }
    return json;
}

SampleAudit SampleAudit::fromJson(const QJsonObject& json)
{
    return {pileFrom(json["business"]), pileFrom(json["private"])};
}

std::optional<AuditedPile> SampleAudit::valid(const HandoverCase& handover, Verdict pile)
{
    const SampleAudit& audit = handover.topic<SampleAudit>();
    const std::optional<AuditedPile>& audited = pile == Verdict::Business ? audit.business : audit.privateMail;
    const bool isSame = audited && audited->mark == QString::fromLatin1(separation::markOf(handover.plan(), pile));
    return isSame ? audited : std::nullopt;
}

void SampleAudit::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    receipt::SeparationCheckSection section;
    section.business = pileFacts(valid(handover, Verdict::Business));
    section.privateMail = pileFacts(valid(handover, Verdict::Private));
    section.mixed = MixedMessages::count(handover);
    if (section.business.looked > 0 || section.privateMail.looked > 0 || section.mixed > 0) {
        record.set(section);
    }
}

QJsonObject MixedMessages::toJson() const
{
    QStringList sorted = ids.values();
    sorted.sort();
    return {{"ids", toArray(sorted)}};
}

MixedMessages MixedMessages::fromJson(const QJsonObject& json)
{
    const QStringList ids = textsFrom(json["ids"]);
    return {{ids.begin(), ids.end()}};
}

MixedMessages MixedMessages::with(const QString& stableId, bool isMixed) const
{
    MixedMessages changed = *this;
    if (isMixed) {
        changed.ids.insert(stableId);
    } else {
        changed.ids.remove(stableId);
    }
    return changed;
}

quint32 MixedMessages::count(const HandoverCase& handover)
{
    quint32 count = 0;
    for (const QString& id : handover.topic<MixedMessages>().ids) {
        const std::optional<separation::Row> row = handover.messages().rowOf(id);
        count += row && handover.plan().verdict(*row) == Verdict::Business ? 1 : 0;
    }
    return count;
}

} // namespace staffelstab::handover
