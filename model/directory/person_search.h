// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/ldap_session.h"

#include <QStringList>

namespace staffelstab::directory {

/** DN of the one person below `contexts` whom `filter` finds; NoSuchEntry if there is none, or several to choose from.
 */
Result<QString> findPerson(LdapSession& session, const QStringList& contexts, const QByteArray& filter,
                           const QString& user);

} // namespace staffelstab::directory
