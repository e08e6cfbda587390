// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/ldif.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::directory {

/** What a directory tells of a person; certificates in DER or PKCS#7 as they lie there. */
struct PersonProfile
{
    QString dn;
    QString accountName;
    QString name;
    QString mail;
    QString department;
    QString personnelNumber;
    /** Of the one whom the directory names as manager; empty if none, or not to be seen. */
    QString managerDn;
    QString managerName;
    QString managerMail;
    QString managerDepartment;
    QStringList groups;
    QString homeFolder;
    QString profileFolder;
    /** JPEG of at most 1 MiB; larger ones are left out. */
    QByteArray photo;
    QList<QByteArray> certificates;
};

/** How an account stands. */
struct AccountState
{
    bool isDisabled = false;
    bool isLocked = false;
    bool mustChangePassword = false;
    /** From then on nobody signs in; invalid: never. */
    QDateTime expiresAt;
    /** DNs of the groups it is a member of; AD's primary group is not among them. */
    QStringList groups;
};

/** One thing to do with an account. */
struct AccountAct
{
    enum class Kind { Disable, Enable, Expire, NeverExpire, LeaveGroup, JoinGroup, Unlock };
    Kind kind = Kind::Disable;
    /** For Expire: from when on. */
    QDateTime at = {};
    /** For LeaveGroup and JoinGroup: the group's DN. */
    QString group = {};
    bool operator==(const AccountAct&) const = default;
};

/** Whether the account is already as the act would make it. */
bool isAsWanted(const AccountState& state, const AccountAct& act);

/** The change of one entry: of the account's, or of a group's. */
struct EntryChange
{
    QString dn;
    std::vector<LdifChange> changes;
};

} // namespace staffelstab::directory
