// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_list.h"

#include "handover/case_codec.h"
#include "handover/case_database.h"

#include <QDir>
#include <QJsonDocument>

#include <optional>

namespace staffelstab::handover {

namespace {

std::optional<QJsonObject> topicOf(CaseDatabase& database, const QString& name)
{
    Result<QSqlQuery> asked = database.ask(QStringLiteral("SELECT value FROM topic WHERE name = ?"), {name});
    if (!asked || !asked->next()) {
        return std::nullopt;
    }
    return QJsonDocument::fromJson(asked->value(0).toString().toUtf8()).object();
}

std::optional<CaseSummary> summaryOf(const QString& file)
{
    Result<CaseDatabase> database = CaseDatabase::open(file);
    if (!database) {
        return std::nullopt;
    }
    const std::optional<QJsonObject> info = topicOf(*database, QStringLiteral("info"));
    if (!info) {
        return std::nullopt;
    }
    const People people = peopleFrom(topicOf(*database, QStringLiteral("people")).value_or(QJsonObject()));
    return CaseSummary{file,
                       (*info)["number"].toString(),
                       people.leaver.name,
                       people.lastWorkingDay,
                       stepOfKey((*info)["step"].toString()),
                       dateFrom((*info)["saved"]),
                       (*info)["closed"].toBool()};
}

} // namespace

std::vector<CaseSummary> listCases(const QString& folder)
{
    std::vector<CaseSummary> cases;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.case")}, QDir::Files)) {
        if (std::optional<CaseSummary> summary = summaryOf(file.absoluteFilePath())) {
            cases.push_back(std::move(*summary));
        }
    }
    std::sort(cases.begin(), cases.end(),
              [](const CaseSummary& a, const CaseSummary& b) { return a.savedAt > b.savedAt; });
    return cases;
}

} // namespace staffelstab::handover
