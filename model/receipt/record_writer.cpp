// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_values.h"
#include "receipt/section_kind.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace staffelstab::receipt {
namespace {

QJsonObject personObject(const Person& person)
{
    return {{QStringLiteral("name"), person.name},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("department"), person.department},
            {QStringLiteral("personnel_number"), person.personnelNumber}};
}

QJsonObject peopleObject(const People& people)
{
    return {{QStringLiteral("leaver"), personObject(people.leaver)},
            {QStringLiteral("supervisor"), personObject(people.supervisor)},
            {QStringLiteral("successor"), personObject(people.successor)},
            {QStringLiteral("hr"), personObject(people.hr)},
            {QStringLiteral("dpo"), personObject(people.dpo)},
            {QStringLiteral("last_working_day"), people.lastWorkingDay.toString(Qt::ISODate)},
            {QStringLiteral("end_of_contract"), people.endOfContract.toString(Qt::ISODate)}};
}

QJsonArray openPointArray(const std::vector<OpenPoint>& points)
{
    QJsonArray array;
    for (const OpenPoint& point : points) {
        array.append(QJsonObject{{QStringLiteral("code"), point.code}, {QStringLiteral("count"), point.count}});
    }
    return array;
}

} // namespace

QJsonObject toJsonObject(const ReceiptRecord& record)
{
    QJsonObject object{{QStringLiteral("format"), QStringLiteral("staffelstab-receipt")},
                       {QStringLiteral("version"), 1},
                       {QStringLiteral("case"), record.caseNumber},
                       {QStringLiteral("language"), record.language},
                       {QStringLiteral("made_at"), isoTime(record.madeAt)},
                       {QStringLiteral("organisation"), record.organisation},
                       {QStringLiteral("people"), peopleObject(record.people)},
                       {QStringLiteral("policy_name"), record.policyName},
                       {QStringLiteral("policy_version"), record.policyVersion},
                       {QStringLiteral("reservation"), record.leaverReservation},
                       {QStringLiteral("open_points"), openPointArray(record.openPoints)}};
    // Only where there is one, so that receipts of the first form stay in their canonical form.
    if (!record.textVersion.isEmpty()) {
        object.insert(QStringLiteral("text_version"), record.textVersion);
    }
    for (const auto& [key, value] : record.sections) {
        const auto kind = std::find_if(sectionKinds().begin(), sectionKinds().end(),
                                       [&name = key](const SectionKind& one) { return one.key == name; });
        // A section of a newer program is kept as it is.
        object.insert(key, kind != sectionKinds().end() ? kind->write(value) : *std::any_cast<QJsonObject>(&value));
    }
    return object;
}

QByteArray toJson(const ReceiptRecord& record)
{
    // QJsonObject keeps its keys in UTF-16 order and the compact form has no white space: RFC 8785 for strings,
    // booleans and integers below 2^53, the only types used here.
    return QJsonDocument(toJsonObject(record)).toJson(QJsonDocument::Compact);
}

} // namespace staffelstab::receipt
