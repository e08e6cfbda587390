// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/account_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "handover/topics/directory_login_json.h"
#include "receipt/sections/account_section.h"
#include "receipt/sections/rotation_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

using directory::AccountAct;
using directory::ActReport;
using secrets::SecretToRotate;

QString isoDate(QDate date)
{
    return date.toString(Qt::ISODate);
}

QDate isoDate(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QJsonObject deedToJson(const ActReport& deed)
{
    return {{"kind", static_cast<int>(deed.act.kind)},
            {"at", dateText(deed.act.at)},
            {"group", deed.act.group},
            {"was_so", deed.wasSoBefore},
            {"verified", deed.isVerified}};
}

ActReport deedFrom(const QJsonObject& json)
{
    return {{enumFrom(json["kind"], AccountAct::Kind::Unlock), dateFrom(json["at"]), json["group"].toString()},
            json["was_so"].toBool(),
            json["verified"].toBool()};
}

/** What the receipt names it by. */
QString kindName(AccountAct::Kind kind)
{
    switch (kind) {
    case AccountAct::Kind::Disable:
        return QStringLiteral("disabled");
    case AccountAct::Kind::Enable:
        return QStringLiteral("enabled");
    case AccountAct::Kind::Expire:
        return QStringLiteral("expires");
    case AccountAct::Kind::NeverExpire:
        return QStringLiteral("never_expires");
    case AccountAct::Kind::LeaveGroup:
        return QStringLiteral("left_group");
    case AccountAct::Kind::JoinGroup:
        return QStringLiteral("joined_group");
    case AccountAct::Kind::Unlock:
        break;
    }
    return QStringLiteral("unlocked");
}

} // namespace

QJsonObject DirectoryEntry::toJson() const
{
    return {{"read_at", dateText(readAt)},
            {"account", accountName},
            {"home", homeFolder},
            {"profile", profileFolder},
            {"groups", toArray(groups)},
            {"ldif", QString::fromUtf8(ldif)},
            {"photo", QString::fromLatin1(photo.toBase64())}};
}

DirectoryEntry DirectoryEntry::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["read_at"]),
            json["account"].toString(),
            json["home"].toString(),
            json["profile"].toString(),
            textsFrom(json["groups"]),
            json["ldif"].toString().toUtf8(),
            QByteArray::fromBase64(json["photo"].toString().toLatin1())};
}

QJsonObject AccountPlan::toJson() const
{
    return {{"way", static_cast<int>(way)},
            {"login", loginToJson(login)},
            {"account", account},
            {"at_once", isAtOnce},
            {"disable_on", isoDate(disableOn)},
            {"delete_on", isoDate(deleteOn)},
            {"groups", toArray(leaveGroups)},
            {"unlock", unlocks},
            {"target", target}};
}

AccountPlan AccountPlan::fromJson(const QJsonObject& json)
{
    AccountPlan plan;
    plan.way = enumFrom(json["way"], AccountPlan::Way::Later);
    plan.login = loginFrom(json["login"].toObject());
    plan.account = json["account"].toString();
    plan.isAtOnce = json["at_once"].toBool();
    plan.disableOn = isoDate(json["disable_on"]);
    plan.deleteOn = isoDate(json["delete_on"]);
    plan.leaveGroups = textsFrom(json["groups"]);
    plan.unlocks = json["unlock"].toBool();
    plan.target = json["target"].toString();
    return plan;
}

QJsonObject AccountPlanOutcome::toJson() const
{
    QJsonArray list;
    for (const ActReport& deed : deeds) {
        list.append(deedToJson(deed));
    }
    return {{"at", dateText(at)}, {"way", static_cast<int>(way)}, {"deeds", list}, {"files", toArray(files)}};
}

AccountPlanOutcome AccountPlanOutcome::fromJson(const QJsonObject& json)
{
    AccountPlanOutcome outcome;
    outcome.at = dateFrom(json["at"]);
    outcome.way = enumFrom(json["way"], AccountPlan::Way::Later);
    const QJsonArray list = json["deeds"].toArray();
    for (const QJsonValue deed : list) {
        outcome.deeds.push_back(deedFrom(deed.toObject()));
    }
    outcome.files = textsFrom(json["files"]);
    return outcome;
}

std::vector<Blocker> AccountPlanOutcome::blockers(const HandoverCase& handover)
{
    return handover.topicIfSet<AccountPlanOutcome>() ? std::vector<Blocker>{}
                                                     : std::vector<Blocker>{{Blocker::Kind::AccountPlanOpen}};
}

void AccountPlanOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const std::optional<AccountPlanOutcome>& outcome = handover.topicIfSet<AccountPlanOutcome>();
    if (!outcome || outcome->way == AccountPlan::Way::Later) {
        open.add("no_account_plan");
        return;
    }
    open.addIf(outcome->way == AccountPlan::Way::Files, "account_plan_by_it");
    const auto unproved = std::count_if(outcome->deeds.begin(), outcome->deeds.end(),
                                        [](const ActReport& deed) { return !deed.isVerified; });
    open.addIf(unproved > 0, "account_act_unverified", unproved);
}

void AccountPlanOutcome::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    const std::optional<AccountPlanOutcome>& outcome = handover.topicIfSet<AccountPlanOutcome>();
    if (!outcome || outcome->way == AccountPlan::Way::Later) {
        return;
    }
    const AccountPlan& plan = handover.topic<AccountPlan>();
    receipt::AccountSection section;
    section.way = outcome->way == AccountPlan::Way::Helpdesk ? QStringLiteral("helpdesk") : QStringLiteral("files");
    section.disableOn = plan.disableOn;
    section.deleteOn = plan.deleteOn;
    for (const ActReport& deed : outcome->deeds) {
        section.deeds.push_back({kindName(deed.act.kind), deed.act.group.section(u',', 0, 0).section(u'=', 1),
                                 deed.act.at, deed.isVerified});
    }
    section.files = outcome->files;
    record.set(section);
}

QJsonObject RotationList::toJson() const
{
    QJsonArray list;
    for (const SecretToRotate& line : lines) {
        list.append(QJsonObject{{"kind", static_cast<int>(line.kind)},
                                {"name", line.name},
                                {"owner", line.owner},
                                {"due", isoDate(line.due)},
                                {"done", line.isDone}});
    }
    return {{"lines", list}};
}

RotationList RotationList::fromJson(const QJsonObject& json)
{
    RotationList list;
    const QJsonArray lines = json["lines"].toArray();
    for (const QJsonValue value : lines) {
        const QJsonObject line = value.toObject();
        list.lines.push_back({enumFrom(line["kind"], SecretToRotate::Kind::Other), line["name"].toString(),
                              line["owner"].toString(), isoDate(line["due"]), line["done"].toBool()});
    }
    return list;
}

void RotationList::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const std::vector<SecretToRotate>& lines = handover.topic<RotationList>().lines;
    const auto left =
        std::count_if(lines.begin(), lines.end(), [](const SecretToRotate& line) { return !line.isDone; });
    open.addIf(left > 0, "secrets_to_rotate", left);
}

void RotationList::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    const std::vector<SecretToRotate>& lines = handover.topic<RotationList>().lines;
    if (lines.empty()) {
        return;
    }
    receipt::RotationSection section;
    for (const SecretToRotate& line : lines) {
        section.lines.push_back({line.name, line.owner, line.due, line.isDone});
    }
    record.set(section);
}

} // namespace staffelstab::handover
