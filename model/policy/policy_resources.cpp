// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_resources.h"

#include <QFile>
#include <QtGlobal>

// A static library's resources have to be asked for by name; the macro must stand outside of any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(staffelstab_policy_data);
}

namespace staffelstab::policy {

QByteArray policyResource(const QString& name)
{
    initialiseResources();
    QFile file(QStringLiteral(":/staffelstab/policy/%1").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the resource %s is missing from this build", qPrintable(name));
    }
    return file.readAll();
}

} // namespace staffelstab::policy
