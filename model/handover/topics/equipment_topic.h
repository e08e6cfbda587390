// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/equipment.h"
#include "handover/topic_set.h"

#include <vector>

namespace staffelstab::handover {

/** What becomes of each thing of the company. A list nobody opened says nothing on the receipt. */
struct EquipmentList
{
    QList<checklists::EquipmentLine> lines;

    static constexpr auto topicName = "equipment";
    static constexpr Step step = Step::Equipment;
    [[nodiscard]] QJsonObject toJson() const;
    static EquipmentList fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/** Takes the list and notes the digests of photos that are new; FileNotFound and the like if one cannot be read. */
Status takeEquipment(HandoverCase& handover, QList<checklists::EquipmentLine> lines);

/** A photo that goes onto the receipt, if its file still is what was noted. */
struct EquipmentPhoto
{
    /** Of the thing, from 1. */
    int number = 0;
    QString file;
    QByteArray sha256;
};
std::vector<EquipmentPhoto> equipmentPhotos(const HandoverCase& handover);

/** A list from a CSV file on the leaver's computer; see checklists::readEquipmentCsv(). */
Result<checklists::EquipmentImport> importEquipment(const QString& file, const Person& leaver);

} // namespace staffelstab::handover
