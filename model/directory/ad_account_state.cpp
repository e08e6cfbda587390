// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ad_directory.h"
#include "directory/directory_values.h"

namespace staffelstab::directory {

namespace {

// userAccountControl, MS-ADTS 2.2.16.
constexpr quint32 accountDisabled = 0x2;
constexpr quint32 lockedOut = 0x10;
constexpr const char* neverExpires = "9223372036854775807";

/** Only 32 bits count, and AD writes them with a sign. */
quint32 flagsIn(const QByteArray& value)
{
    return static_cast<quint32>(value.toLongLong());
}

LdifChange replaced(const char* attribute, const QByteArray& value)
{
    return {LdifChange::Operation::Replace, {attribute, {value}}};
}

} // namespace

Result<AccountState> AdDirectory::state()
{
    Result<LdapEntry> entry =
        session().readEntry(connection().accountDn, {"userAccountControl", "accountExpires", "lockoutTime",
                                                     "pwdLastSet", "memberOf", "msDS-User-Account-Control-Computed"});
    if (!entry) {
        return entry.failure();
    }
    if (!entry->attributes.contains("useraccountcontrol")) {
        return Failure{Failure::Kind::NotPermitted, host(), QStringLiteral("userAccountControl")};
    }
    AccountState state;
    state.isDisabled = (flagsIn(entry->value("useraccountcontrol")) & accountDisabled) != 0;
    state.isLocked = entry->attributes.contains("msds-user-account-control-computed")
                         ? (flagsIn(entry->value("msds-user-account-control-computed")) & lockedOut) != 0
                         : entry->value("lockouttime").toLongLong() != 0;
    state.mustChangePassword = entry->value("pwdlastset") == "0";
    state.expiresAt = fromFileTime(entry->value("accountexpires"));
    if (Result<QStringList> groups = groupsOf(*entry)) {
        state.groups = std::move(*groups);
    }
    return state;
}

Result<QStringList> AdDirectory::groupsOf(const LdapEntry& entry)
{
    QStringList groups;
    for (const QByteArray& group : entry.attributes.value("memberof")) {
        groups.append(QString::fromUtf8(group));
    }
    return groups;
}

/** The value that was read goes out and the new one in by one request: who wrote in between makes it fail. */
Result<EntryChange> AdDirectory::flagChange(bool isDisabled)
{
    Result<LdapEntry> entry = session().readEntry(connection().accountDn, {"userAccountControl"});
    if (!entry) {
        return entry.failure();
    }
    const QByteArray old = entry->value("useraccountcontrol");
    if (old.isEmpty()) {
        return Failure{Failure::Kind::NotPermitted, host(), QStringLiteral("userAccountControl")};
    }
    const quint32 flags = isDisabled ? flagsIn(old) | accountDisabled : flagsIn(old) & ~accountDisabled;
    return EntryChange{
        entry->dn,
        {{LdifChange::Operation::Delete, {"userAccountControl", {old}}},
         {LdifChange::Operation::Add, {"userAccountControl", {QByteArray::number(static_cast<qint32>(flags))}}}}};
}

Result<EntryChange> AdDirectory::changeFor(const AccountAct& act)
{
    const QString& dn = connection().accountDn;
    switch (act.kind) {
    case AccountAct::Kind::Disable:
        return flagChange(true);
    case AccountAct::Kind::Enable:
        return flagChange(false);
    case AccountAct::Kind::Expire:
        return EntryChange{dn, {replaced("accountExpires", toFileTime(act.at))}};
    case AccountAct::Kind::NeverExpire:
        return EntryChange{dn, {replaced("accountExpires", neverExpires)}};
    case AccountAct::Kind::Unlock:
        return EntryChange{dn, {replaced("lockoutTime", "0")}};
    case AccountAct::Kind::LeaveGroup:
        return EntryChange{act.group, {{LdifChange::Operation::Delete, {"member", {dn.toUtf8()}}}}};
    case AccountAct::Kind::JoinGroup:
        return EntryChange{act.group, {{LdifChange::Operation::Add, {"member", {dn.toUtf8()}}}}};
    }
    return Failure{Failure::Kind::Internal, {}, {}};
}

} // namespace staffelstab::directory
