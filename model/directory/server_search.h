// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

namespace staffelstab::directory {

/**
 * The directory servers of a domain as its DNS names them (SRV, RFC 2782): domain controllers first, then LDAP servers,
 * best one first, as ldap:// addresses for StartTLS. HostNotFound if there are none. What DNS says is not trusted: the
 * certificate has to bear the name. `nameServer`: the computer's own if null. Worker thread only; cancel within 100 ms.
 */
Result<QList<QUrl>> findServers(const QString& domain, const JobContext& job, const QHostAddress& nameServer = {});

/** "firma.example" of lea@firma.example; empty for what has no domain. */
QString domainOf(const QString& address);

} // namespace staffelstab::directory
