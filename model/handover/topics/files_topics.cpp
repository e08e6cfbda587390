// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/files_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/sections/files_section.h"

namespace staffelstab::handover {

namespace {

/** Paths are bytes of any kind. */
QJsonObject planToJson(const files::FilePlan& plan)
{
    QJsonObject json;
    for (auto decision = plan.decisions().cbegin(); decision != plan.decisions().cend(); ++decision) {
        json.insert(hex(decision.key()), static_cast<int>(decision.value()));
    }
    return json;
}

files::FilePlan planFrom(const QJsonObject& json)
{
    // In the order of the paths: what was said about a folder comes before what was said about something in it.
    files::FilePlan plan;
    QByteArrayList paths;
    for (const QString& key : json.keys()) {
        paths.append(QByteArray::fromHex(key.toLatin1()));
    }
    std::sort(paths.begin(), paths.end());
    for (const QByteArray& path : std::as_const(paths)) {
        plan.decide(path, enumFrom(json[hex(path)], Verdict::Protected));
    }
    return plan;
}

bool isRemovalOpen(const HandoverCase& handover, const FilesOutcome& outcome)
{
    return handover.topic<FilesChoice>().removesPrivate && outcome.privateFiles > 0 && !outcome.removed;
}

} // namespace

QJsonObject FilesChoice::toJson() const
{
    return {{"roots", toArray(roots)},
            {"plan", planToJson(plan)},
            {"private_target", privateTarget},
            {"removes_private", removesPrivate},
            {"business_target", businessTarget},
            {"locked", isLocked},
            {"pack", packPath}};
}

FilesChoice FilesChoice::fromJson(const QJsonObject& json)
{
    return {textsFrom(json["roots"]),
            planFrom(json["plan"].toObject()),
            json["private_target"].toString(),
            json["removes_private"].toBool(true),
            json["business_target"].toString(),
            json["locked"].toBool(),
            json["pack"].toString()};
}

QJsonObject FilesOutcome::toJson() const
{
    QJsonObject json{{"at", dateText(at)},
                     {"private_files", static_cast<qint64>(privateFiles)},
                     {"private_bytes", privateBytes},
                     {"business_files", static_cast<qint64>(businessFiles)},
                     {"business_bytes", businessBytes},
                     {"manifest", hex(manifestSha256)},
                     {"locked", isLocked},
                     {"not_copied", static_cast<qint64>(notCopied)},
                     {"kept", static_cast<qint64>(kept)},
                     {"undecided", static_cast<qint64>(undecided)}};
    if (removed) {
        json["removed"] = static_cast<qint64>(*removed);
    }
    return json;
}

FilesOutcome FilesOutcome::fromJson(const QJsonObject& json)
{
    const auto number = [&json](const char* key) { return static_cast<quint32>(json[QLatin1String(key)].toInteger()); };
    FilesOutcome outcome;
    outcome.at = dateFrom(json["at"]);
    outcome.privateFiles = number("private_files");
    outcome.privateBytes = json["private_bytes"].toInteger();
    outcome.businessFiles = number("business_files");
    outcome.businessBytes = json["business_bytes"].toInteger();
    outcome.manifestSha256 = fromHex(json["manifest"]);
    outcome.isLocked = json["locked"].toBool();
    outcome.notCopied = number("not_copied");
    outcome.kept = number("kept");
    outcome.undecided = number("undecided");
    if (json.contains("removed")) {
        outcome.removed = number("removed");
    }
    return outcome;
}

std::vector<Blocker> FilesOutcome::blockers(const HandoverCase& handover)
{
    const auto& outcome = handover.topicIfSet<FilesOutcome>();
    if (!outcome) {
        return {{Blocker::Kind::FilesOpen}};
    }
    return isRemovalOpen(handover, *outcome)
               ? std::vector<Blocker>{{Blocker::Kind::FileRemovalOpen, outcome->privateFiles}}
               : std::vector<Blocker>{};
}

void FilesOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto& outcome = handover.topicIfSet<FilesOutcome>();
    open.addIf(!outcome, "no_files");
    if (outcome) {
        open.addIf(outcome->notCopied > 0, "files_not_copied", outcome->notCopied);
        open.addIf(outcome->undecided > 0, "files_undecided", outcome->undecided);
        const quint32 left = outcome->privateFiles - std::min(outcome->privateFiles, outcome->removed.value_or(0));
        open.addIf(left > 0, "files_not_removed", left);
    }
}

void FilesOutcome::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    if (const auto& outcome = handover.topicIfSet<FilesOutcome>()) {
        record.set(receipt::FilesSection{outcome->businessFiles, outcome->businessBytes, outcome->manifestSha256,
                                         outcome->privateFiles, outcome->privateBytes, outcome->removed.value_or(0)});
    }
}

} // namespace staffelstab::handover
