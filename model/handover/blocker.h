// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace staffelstab::handover {

/** Something that keeps a step from being done, as a fact. */
struct Blocker
{
    enum class Kind {
        LeaverMissing,
        SupervisorMissing,
        LastDayMissing,
        ContractBeforeLastDay,
        PolicyUnread,
        NoMailbox,
        NotScanned,
        Undecided,
        TakeawayOpen,
        RemovalOpen,
        ArchiveOpen,
        SuccessorOpen,
        ContactsOpen,
        ReplyOpen,
        FilesOpen,
        FileRemovalOpen,
        KnowledgeOpen,
        EquipmentOpen,
        ConsentsOpen,
        ConsentsUnsigned,
        PasswordOpen,
        AccountPlanOpen,
        NotReviewed,
        LeaverUnsigned,
        KeyboardNotHandedOver,
        SupervisorUnsigned,
    };
    Kind kind;
    qint64 count = 0;
};

} // namespace staffelstab::handover
