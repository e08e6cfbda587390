// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/directory_values.h"
#include "directory/ldap_filter.h"
#include "directory/rfc3062_directory.h"

namespace staffelstab::directory {

namespace {

/** Locked until an administrator lifts it (draft-behera-ldap-password-policy 5.3.3): what others call disabled. */
constexpr const char* lockedForGood = "000001010000Z";

LdifChange replaced(const char* attribute, const QList<QByteArray>& values)
{
    return {LdifChange::Operation::Replace, {attribute, values}};
}

} // namespace

Result<AccountState> Rfc3062Directory::state()
{
    Result<LdapEntry> entry =
        session().readEntry(connection().accountDn, {"uid", "pwdAccountLockedTime", "pwdEndTime", "pwdReset"});
    if (!entry) {
        return entry.failure();
    }
    AccountState state;
    const QByteArray locked = entry->value("pwdaccountlockedtime");
    state.isDisabled = locked == lockedForGood;
    state.isLocked = !locked.isEmpty() && !state.isDisabled;
    state.mustChangePassword = entry->value("pwdreset") == "TRUE";
    state.expiresAt = fromGeneralizedTime(entry->value("pwdendtime"));
    Result<QStringList> groups = groupsOf(*entry);
    if (!groups) {
        return groups.failure();
    }
    state.groups = std::move(*groups);
    return state;
}

Result<QStringList> Rfc3062Directory::groupsOf(const LdapEntry& entry)
{
    const QByteArray dn = escapedForFilter(entry.dn);
    QByteArray filter = "(|(member=" + dn + ")(uniqueMember=" + dn + ")";
    for (const QByteArray& uid : entry.attributes.value("uid")) {
        filter += "(memberUid=" + escapedForFilter(QString::fromUtf8(uid)) + ')';
    }
    const Result<std::vector<LdapEntry>> found =
        session().search(connection().namingContext, LdapSession::Scope::Subtree, filter + ')', {"cn"});
    if (!found) {
        return found.failure();
    }
    QStringList groups;
    for (const LdapEntry& group : *found) {
        groups.append(group.dn);
    }
    return groups;
}

/** By the attribute the group already uses for its members. */
Result<EntryChange> Rfc3062Directory::memberChange(const QString& group, LdifChange::Operation operation)
{
    const Result<LdapEntry> entry = session().readEntry(group, {"member", "uniqueMember", "memberUid"});
    if (!entry) {
        return entry.failure();
    }
    const QString& dn = connection().accountDn;
    if (!entry->attributes.contains("memberuid")) {
        const bool isUnique = entry->attributes.contains("uniquemember");
        return EntryChange{group, {{operation, {isUnique ? "uniqueMember" : "member", {dn.toUtf8()}}}}};
    }
    const Result<LdapEntry> person = session().readEntry(dn, {"uid"});
    if (!person) {
        return person.failure();
    }
    return EntryChange{group, {{operation, {"memberUid", {person->value("uid")}}}}};
}

Result<EntryChange> Rfc3062Directory::changeFor(const AccountAct& act)
{
    const QString& dn = connection().accountDn;
    switch (act.kind) {
    case AccountAct::Kind::Disable:
        return EntryChange{dn, {replaced("pwdAccountLockedTime", {lockedForGood})}};
    case AccountAct::Kind::Enable:
    case AccountAct::Kind::Unlock:
        return EntryChange{dn, {replaced("pwdAccountLockedTime", {})}};
    case AccountAct::Kind::Expire:
        return EntryChange{dn, {replaced("pwdEndTime", {toGeneralizedTime(act.at)})}};
    case AccountAct::Kind::NeverExpire:
        return EntryChange{dn, {replaced("pwdEndTime", {})}};
    case AccountAct::Kind::LeaveGroup:
        return memberChange(act.group, LdifChange::Operation::Delete);
    case AccountAct::Kind::JoinGroup:
        return memberChange(act.group, LdifChange::Operation::Add);
    }
    return Failure{Failure::Kind::Internal, {}, {}};
}

} // namespace staffelstab::directory
