// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::directory {

/** A value as it may stand in a search filter (RFC 4515 3): * ( ) \ and NUL are escaped. */
QByteArray escapedForFilter(const QString& value);

/** True for what has the shape of a distinguished name (RFC 4514): "attribute=value,...". */
bool looksLikeDn(const QString& user);

/** Finds the person of a login name in Active Directory: a UPN by itself or by its account name, DOMAIN\name, name. */
QByteArray activeDirectoryFilter(const QString& user);
/** Finds the person of a login name elsewhere: by uid, mail address or common name. */
QByteArray plainFilter(const QString& user);

} // namespace staffelstab::directory
