// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/equipment_topic.h"

#include "core/atomic_file.h"
#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/receipt_photo.h"
#include "receipt/sections/equipment_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

using checklists::EquipmentLine;

QJsonObject lineJson(const EquipmentLine& line)
{
    QJsonArray locks;
    for (const EquipmentLine::LockState& lock : line.locks) {
        locks.append(QJsonObject{{"lock", static_cast<int>(lock.lock)}, {"removed", lock.isRemoved}});
    }
    return {{"item", line.item},
            {"inventory", line.inventoryNumber},
            {"serial", line.serialNumber},
            {"accessories", line.accessories},
            {"condition", static_cast<int>(line.condition)},
            {"remark", line.remark},
            {"state", static_cast<int>(line.state)},
            {"agreement", line.agreement},
            {"locks", locks},
            {"photo", line.photoFile},
            {"photo_sha256", hex(line.photoSha256)}};
}

EquipmentLine lineFrom(const QJsonObject& json)
{
    EquipmentLine line;
    line.item = json["item"].toString();
    line.inventoryNumber = json["inventory"].toString();
    line.serialNumber = json["serial"].toString();
    line.accessories = json["accessories"].toString();
    line.condition = enumFrom(json["condition"], EquipmentLine::Condition::Damaged);
    line.remark = json["remark"].toString();
    line.state = enumFrom(json["state"], EquipmentLine::State::Stays);
    line.agreement = json["agreement"].toString();
    line.photoFile = json["photo"].toString();
    line.photoSha256 = fromHex(json["photo_sha256"]);
    const QJsonArray locks = json["locks"].toArray();
    for (const QJsonValue lock : locks) {
        line.locks.append({enumFrom(lock["lock"], EquipmentLine::Lock::DiskEncryption), lock["removed"].toBool()});
    }
    return line;
}

receipt::EquipmentSection::Thing thingOf(const EquipmentLine& line)
{
    static const char* const conditions[]{"", "good", "worn", "damaged"};
    static const char* const states[]{"open", "returned", "missing", "stays"};
    const auto removed = std::count_if(line.locks.begin(), line.locks.end(),
                                       [](const EquipmentLine::LockState& lock) { return lock.isRemoved; });
    receipt::EquipmentSection::Thing thing;
    thing.item = line.item;
    thing.inventoryNumber = line.inventoryNumber;
    thing.serialNumber = line.serialNumber;
    thing.accessories = line.accessories;
    thing.remark = line.remark;
    thing.condition = QString::fromLatin1(conditions[static_cast<int>(line.condition)]);
    thing.state =
        QString::fromLatin1(states[static_cast<int>(line.isSettled() ? line.state : EquipmentLine::State::Open)]);
    thing.agreement = line.state == EquipmentLine::State::Stays ? line.agreement : QString();
    thing.locksRemoved = static_cast<quint32>(removed);
    thing.photoSha256 = line.photoSha256;
    thing.locksLeft = static_cast<quint32>(line.locks.size() - removed);
    return thing;
}

} // namespace

QJsonObject EquipmentList::toJson() const
{
    QJsonArray array;
    for (const EquipmentLine& line : lines) {
        array.append(lineJson(line));
    }
    return {{"lines", array}};
}

EquipmentList EquipmentList::fromJson(const QJsonObject& json)
{
    EquipmentList list;
    const QJsonArray lines = json["lines"].toArray();
    for (const QJsonValue line : lines) {
        list.lines.append(lineFrom(line.toObject()));
    }
    return list;
}

std::vector<Blocker> EquipmentList::blockers(const HandoverCase& handover)
{
    const auto& list = handover.topicIfSet<EquipmentList>();
    if (!list) {
        return {{Blocker::Kind::EquipmentOpen}};
    }
    const auto open = std::count_if(list->lines.begin(), list->lines.end(),
                                    [](const EquipmentLine& line) { return !line.isSettled(); });
    return open == 0 ? std::vector<Blocker>{} : std::vector<Blocker>{{Blocker::Kind::EquipmentOpen, open}};
}

void EquipmentList::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const QList<EquipmentLine>& lines = handover.topic<EquipmentList>().lines;
    const auto add = [&](const char* code, auto isMeant) {
        const auto count = std::count_if(lines.begin(), lines.end(), isMeant);
        open.addIf(count > 0, code, count);
    };
    add("equipment_open", [](const EquipmentLine& line) { return !line.isSettled(); });
    add("equipment_missing", [](const EquipmentLine& line) { return line.state == EquipmentLine::State::Missing; });
    add("equipment_locked", [](const EquipmentLine& line) { return line.hasOpenLocks(); });
}

void EquipmentList::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    const auto& list = handover.topicIfSet<EquipmentList>();
    if (!list) {
        return;
    }
    receipt::EquipmentSection section;
    for (const EquipmentLine& line : list->lines) {
        section.things.push_back(thingOf(line));
    }
    record.set(std::move(section));
}

Status takeEquipment(HandoverCase& handover, QList<EquipmentLine> lines)
{
    const QList<EquipmentLine> before = handover.topic<EquipmentList>().lines;
    for (EquipmentLine& line : lines) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const EquipmentLine& one) {
            return one.photoFile == line.photoFile && !one.photoSha256.isEmpty();
        });
        line.photoSha256 = known == before.end() ? QByteArray() : known->photoSha256;
        if (line.photoFile.isEmpty() || !line.photoSha256.isEmpty()) {
            continue;
        }
        const Result<QByteArray> photo = readWhole(line.photoFile, receipt::photoLimit);
        if (!photo) {
            return photo.failure();
        }
        line.photoSha256 = Sha256::of(*photo);
    }
    return handover.topicIfSet<EquipmentList>() && before == lines ? Status(Done{})
                                                                   : handover.setTopic<EquipmentList>({{lines}});
}

std::vector<EquipmentPhoto> equipmentPhotos(const HandoverCase& handover)
{
    std::vector<EquipmentPhoto> photos;
    const QList<EquipmentLine>& lines = handover.topic<EquipmentList>().lines;
    for (qsizetype i = 0; i < lines.size() && handover.isOffered(Step::Equipment); ++i) {
        if (!lines[i].photoSha256.isEmpty()) {
            photos.push_back({static_cast<int>(i) + 1, lines[i].photoFile, lines[i].photoSha256});
        }
    }
    return photos;
}

Result<checklists::EquipmentImport> importEquipment(const QString& file, const Person& leaver)
{
    constexpr qint64 largestList = 16 << 20;
    const Result<QByteArray> bytes = readWhole(file, largestList);
    return bytes ? checklists::readEquipmentCsv(*bytes, file, leaver)
                 : Result<checklists::EquipmentImport>(bytes.failure());
}

} // namespace staffelstab::handover
