// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_state.h"

namespace staffelstab::directory {

bool isAsWanted(const AccountState& state, const AccountAct& act)
{
    switch (act.kind) {
    case AccountAct::Kind::Disable:
        return state.isDisabled;
    case AccountAct::Kind::Enable:
        return !state.isDisabled;
    case AccountAct::Kind::Expire:
        return state.expiresAt == act.at;
    case AccountAct::Kind::NeverExpire:
        return !state.expiresAt.isValid();
    case AccountAct::Kind::LeaveGroup:
        return !state.groups.contains(act.group, Qt::CaseInsensitive);
    case AccountAct::Kind::JoinGroup:
        return state.groups.contains(act.group, Qt::CaseInsensitive);
    case AccountAct::Kind::Unlock:
        return !state.isLocked;
    }
    return false;
}

} // namespace staffelstab::directory
