// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::policy {

/** A file of resources/policy as it was compiled in. Its absence is a mistake of the build: the program stops. */
QByteArray policyResource(const QString& name);

} // namespace staffelstab::policy
