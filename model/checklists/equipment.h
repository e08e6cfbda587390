// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"
#include "core/result.h"
#include "policy/policy_rules.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace staffelstab::checklists {

/**
 * One thing of the company in the leaver's hands. There is no field for a price or a deduction: what is missing is a
 * fact here, what follows from it is not for this list.
 */
struct EquipmentLine
{
    using Lock = policy::EquipmentItem::Lock;

    enum class State { Open, Returned, Missing, Stays };
    enum class Condition { NotStated, Good, Worn, Damaged };
    struct LockState
    {
        Lock lock = Lock::Activation;
        bool isRemoved = false;
        bool operator==(const LockState&) const = default;
    };

    QString item;
    QString inventoryNumber;
    QString serialNumber;
    QString accessories;
    Condition condition = Condition::NotStated;
    QString remark;
    State state = State::Open;
    /** For State::Stays: the agreement under which the leaver keeps it. */
    QString agreement;
    QList<LockState> locks;
    /** A picture on the leaver's computer; empty: none. */
    QString photoFile;
    /** What the photo was when it was noted; the receipt takes no other. */
    QByteArray photoSha256;

    /** Said what becomes of it, and by which agreement if it stays. */
    [[nodiscard]] bool isSettled() const
    {
        return state != State::Open && (state != State::Stays || !agreement.trimmed().isEmpty());
    }
    /** A returned thing that is still bound to the leaver is worth little to the next one. */
    [[nodiscard]] bool hasOpenLocks() const;
    bool operator==(const EquipmentLine&) const = default;
};

/** The policy's template as lines to fill in. */
QList<EquipmentLine> fromTemplate(const QList<policy::EquipmentItem>& items, const QString& language);

struct EquipmentImport
{
    QList<EquipmentLine> lines;
    /** Rows of the file that belong to other people. */
    int others = 0;
    /** The file says whose each thing is, and `lines` are the leaver's only. */
    bool isForOnePerson = false;
};

/**
 * A list of things from a CSV file: an export of Snipe-IT (assets or accessories, in English or German), or any table
 * whose columns say what they hold. If a column tells who has each thing, only the leaver's rows are taken; rows are
 * recognised by name, e-mail address, the part before the @, or personnel number. BadInput names line and column.
 */
Result<EquipmentImport> readEquipmentCsv(const QByteArray& bytes, const QString& name, const Person& leaver);

} // namespace staffelstab::checklists
