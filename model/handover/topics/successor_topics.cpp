// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/successor_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "handover/source_codec.h"
#include "receipt/sections/successor_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

using Way = SuccessorChoice::Way;

QJsonArray foldersToJson(const std::vector<SharedFolder>& folders)
{
    QJsonArray array;
    for (const SharedFolder& folder : folders) {
        QJsonObject object{
            {"path", folder.path}, {"access", folder.access}, {"may_read", folder.mayRead}, {"others", folder.others}};
        if (folder.why) {
            object.insert("why", static_cast<int>(folder.why->kind));
            object.insert("detail", folder.why->detail);
        }
        array.append(object);
    }
    return array;
}

std::vector<SharedFolder> foldersFrom(const QJsonValue& value)
{
    std::vector<SharedFolder> folders;
    for (const QJsonArray items = value.toArray(); const QJsonValue item : items) {
        const QJsonObject object = item.toObject();
        SharedFolder folder{object["path"].toString(), object["access"].toString(), object["may_read"].toBool(),
                            object["others"].toInteger(), std::nullopt};
        if (object.contains("why")) {
            folder.why = Failure{enumFrom(object["why"], Failure::lastKind), folder.path, object["detail"].toString()};
        }
        folders.push_back(std::move(folder));
    }
    return folders;
}

qint64 refused(const SuccessorOutcome& outcome)
{
    return std::count_if(outcome.folders.begin(), outcome.folders.end(),
                         [](const SharedFolder& folder) { return !folder.mayRead; });
}

receipt::SuccessorSection facts(const SuccessorChoice& choice, const SuccessorOutcome& outcome)
{
    receipt::SuccessorSection facts;
    facts.way = outcome.way == Way::Copy ? QStringLiteral("copy") : QStringLiteral("share");
    facts.at = outcome.at;
    if (outcome.way == Way::Copy) {
        facts.target = mail::describe(choice.target);
        facts.folder = choice.folder;
        facts.messages = outcome.arrived + outcome.wasThere;
        facts.bytes = outcome.bytes;
        facts.failed = outcome.failed;
        return facts;
    }
    facts.target = choice.identifier;
    for (const SharedFolder& folder : outcome.folders) {
        if (folder.mayRead) {
            facts.folders.append(folder.path);
        }
    }
    facts.failed = static_cast<quint32>(refused(outcome));
    return facts;
}

} // namespace

QJsonObject SuccessorChoice::toJson() const
{
    return {{"way", static_cast<int>(way)},
            {"target", sourceToJson(target)},
            {"folder", folder},
            {"identifier", identifier},
            {"mailbox", mailbox},
            {"folders", toArray(folders)}};
}

SuccessorChoice SuccessorChoice::fromJson(const QJsonObject& json)
{
    return {enumFrom(json["way"], Way::Share), sourceFrom(json["target"].toObject()),
            json["folder"].toString(),         json["identifier"].toString(),
            json["mailbox"].toInt(),           textsFrom(json["folders"])};
}

QJsonObject SuccessorAccess::toJson() const
{
    return {
        {"at", dateText(at)}, {"identifier", identifier}, {"mailbox", mailbox}, {"folders", foldersToJson(folders)}};
}

SuccessorAccess SuccessorAccess::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["at"]), json["identifier"].toString(), json["mailbox"].toInt(), foldersFrom(json["folders"])};
}

QJsonObject SuccessorOutcome::toJson() const
{
    return {{"at", dateText(at)},
            {"way", static_cast<int>(way)},
            {"arrived", static_cast<qint64>(arrived)},
            {"was_there", static_cast<qint64>(wasThere)},
            {"failed", static_cast<qint64>(failed)},
            {"bytes", bytes},
            {"folders", foldersToJson(folders)}};
}

SuccessorOutcome SuccessorOutcome::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["at"]),
            enumFrom(json["way"], Way::Share),
            static_cast<quint32>(json["arrived"].toInteger()),
            static_cast<quint32>(json["was_there"].toInteger()),
            static_cast<quint32>(json["failed"].toInteger()),
            json["bytes"].toInteger(),
            foldersFrom(json["folders"])};
}

std::vector<Blocker> SuccessorOutcome::blockers(const HandoverCase& handover)
{
    const auto& choice = handover.topicIfSet<SuccessorChoice>();
    const bool isOpen = (!choice || choice->way != Way::None) && !handover.topicIfSet<SuccessorOutcome>();
    return isOpen ? std::vector<Blocker>{{Blocker::Kind::SuccessorOpen}} : std::vector<Blocker>{};
}

void SuccessorOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto& outcome = handover.topicIfSet<SuccessorOutcome>();
    // That nobody chose anything takes nothing from the supervisor.
    open.addIf(handover.topicIfSet<SuccessorChoice>() && !blockers(handover).empty(), "successor_open");
    open.addIf(outcome && outcome->failed > 0, "successor_incomplete", outcome ? outcome->failed : 0);
    const qint64 unshared = outcome ? refused(*outcome) : 0;
    open.addIf(unshared > 0, "successor_not_shared", unshared);
}

void SuccessorOutcome::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    if (const auto& outcome = handover.topicIfSet<SuccessorOutcome>()) {
        record.set(facts(handover.topic<SuccessorChoice>(), *outcome));
    }
}

} // namespace staffelstab::handover
