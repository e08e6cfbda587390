// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/confirmation_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace staffelstab::receipt {

QByteArray confirmationJson(const Confirmation& confirmation)
{
    const QJsonObject object{{QStringLiteral("archive"), confirmation.hasArchive},
                             {QStringLiteral("password"), confirmation.hasPassword},
                             {QStringLiteral("reservation"), confirmation.reservation}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Confirmation> readConfirmation(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const Confirmation confirmation{object.value(QLatin1String("archive")).toBool(),
                                    object.value(QLatin1String("password")).toBool(),
                                    object.value(QLatin1String("reservation")).toString()};
    return confirmationJson(confirmation) == json ? std::optional(confirmation) : std::nullopt;
}

} // namespace staffelstab::receipt
