// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_acts.h"

namespace staffelstab::directory {

Result<ActReport> performAct(AccountDirectory& directory, const AccountAct& act)
{
    const Result<AccountState> before = directory.state();
    if (!before) {
        return before.failure();
    }
    ActReport report{act, isAsWanted(*before, act), false};
    if (!report.wasSoBefore) {
        const Result<EntryChange> change = directory.changeFor(act);
        if (!change) {
            return change.failure();
        }
        if (Status applied = directory.apply(*change); !applied) {
            return applied.failure();
        }
    }
    const Result<AccountState> after = directory.state();
    if (!after) {
        return after.failure();
    }
    report.isVerified = isAsWanted(*after, act);
    return report;
}

Result<QByteArray> actsAsLdif(AccountDirectory& directory, const std::vector<AccountAct>& acts)
{
    const Result<AccountState> now = directory.state();
    if (!now) {
        return now.failure();
    }
    QByteArray text = ldifHead();
    for (const AccountAct& act : acts) {
        if (isAsWanted(*now, act)) {
            continue;
        }
        const Result<EntryChange> change = directory.changeFor(act);
        if (!change) {
            return change.failure();
        }
        text += ldifModify(change->dn, change->changes);
    }
    return text;
}

namespace {

/** "Delete the old value, add the new one" the other way round; everything else has an act of its own to take it back.
 */
Result<EntryChange> changeBack(AccountDirectory& directory, const AccountAct& act)
{
    Result<EntryChange> change = directory.changeFor(act);
    const bool isFlag = change && change->changes.size() == 2;
    if (!change || isFlag) {
        if (isFlag) {
            std::swap(change->changes[0].attribute.values, change->changes[1].attribute.values);
        }
        return change;
    }
    using Kind = AccountAct::Kind;
    const Kind back = act.kind == Kind::Disable      ? Kind::Enable
                      : act.kind == Kind::LeaveGroup ? Kind::JoinGroup
                                                     : Kind::NeverExpire;
    return directory.changeFor({back, {}, act.group});
}

} // namespace

Result<QByteArray> returnAsLdif(AccountDirectory& directory, const std::vector<AccountAct>& acts)
{
    QByteArray text = ldifHead();
    for (const AccountAct& act : acts) {
        const Result<EntryChange> change = changeBack(directory, act);
        if (!change) {
            return change.failure();
        }
        text += ldifModify(change->dn, change->changes);
    }
    return text;
}

} // namespace staffelstab::directory
