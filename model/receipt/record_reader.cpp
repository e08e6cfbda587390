// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_values.h"
#include "receipt/section_kind.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace staffelstab::receipt {
namespace {

constexpr qsizetype pointLimit = 1000;
constexpr qsizetype sectionLimit = 64;
constexpr qsizetype sectionNameLimit = 40;

/** A section this program does not know; a newer one may have written it. */
bool isSectionName(const QString& key)
{
    return !key.isEmpty() && key.size() <= sectionNameLimit && std::all_of(key.begin(), key.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
    });
}

Person person(const Fields& fields)
{
    return {fields.text("name"), fields.text("email"), fields.text("department"), fields.text("personnel_number")};
}

People people(const Fields& fields)
{
    return {person(fields.fields("leaver")), person(fields.fields("supervisor")), person(fields.fields("successor")),
            person(fields.fields("hr")),     person(fields.fields("dpo")),        fields.date("last_working_day"),
            fields.date("end_of_contract")};
}

std::vector<OpenPoint> openPoints(const QJsonArray& array)
{
    std::vector<OpenPoint> points;
    for (const QJsonValue value : array) {
        const Fields fields(value.toObject());
        points.push_back({fields.text("code"), fields.integer("count")});
    }
    return points;
}

ReceiptRecord readRecord(const Fields& fields)
{
    ReceiptRecord record;
    record.caseNumber = fields.text("case");
    record.language = fields.choice("language", {"de", "en"});
    record.madeAt = fields.time("made_at");
    record.organisation = fields.text("organisation");
    record.people = people(fields.fields("people"));
    record.policyName = fields.text("policy_name");
    record.policyVersion = fields.text("policy_version");
    record.leaverReservation = fields.text("reservation");
    record.openPoints = openPoints(fields.array("open_points"));
    record.textVersion = fields.text("text_version");
    return record;
}

/** Whatever is an object and not part of the head is a section. */
void readSections(const QJsonObject& object, ReceiptRecord& record)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        if (!at.value().isObject() || at.key() == QLatin1String("people") || !isSectionName(at.key())) {
            continue;
        }
        const auto kind = std::find_if(sectionKinds().begin(), sectionKinds().end(),
                                       [&](const SectionKind& one) { return one.key == at.key(); });
        record.sections.emplace(at.key(), kind != sectionKinds().end() ? kind->read(Fields(at.value().toObject()))
                                                                       : std::any(at.value().toObject()));
    }
}

} // namespace

Result<ReceiptRecord> fromJson(const QByteArray& json)
{
    const auto refused = [](const QString& why) { return Failure{Failure::Kind::NotAReceipt, {}, why}; };
    if (json.size() > recordLimit) {
        return refused(QStringLiteral("record larger than %1 bytes").arg(recordLimit));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return refused(QStringLiteral("record is not a JSON object: %1").arg(error.errorString()));
    }
    if (document.object().value(QLatin1String("open_points")).toArray().size() > pointLimit) {
        return refused(QStringLiteral("more than %1 open points").arg(pointLimit));
    }
    if (document.object().size() > sectionLimit) {
        return refused(QStringLiteral("more than %1 sections").arg(sectionLimit));
    }
    ReceiptRecord record = readRecord(Fields(document.object()));
    readSections(document.object(), record);
    // One comparison refuses unknown, doubled or missing keys, wrong types, values out of bounds and white space.
    if (toJson(record) != json) {
        return refused(QStringLiteral("record is not in its canonical form"));
    }
    return record;
}

} // namespace staffelstab::receipt
