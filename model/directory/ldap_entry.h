// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <ldap.h>

#include <vector>

namespace staffelstab::directory {

/** One entry as it came; names of attributes in lower case. */
struct LdapEntry
{
    QString dn;
    QHash<QByteArray, QList<QByteArray>> attributes;
    /** The names as the server writes them, in its order. */
    QList<QByteArray> names;

    [[nodiscard]] QByteArray value(const QByteArray& name) const { return attributes.value(name).value(0); }
    [[nodiscard]] QString text(const QByteArray& name) const { return QString::fromUtf8(value(name)); }
};

/** All entries of a chain of messages; `messages` may be null. */
std::vector<LdapEntry> entriesIn(LDAP* handle, LDAPMessage* messages);

} // namespace staffelstab::directory
