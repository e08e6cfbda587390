// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/confirmation_json.h"

#include "receipt/record_fields.h"

#include <QJsonDocument>

namespace staffelstab::receipt {

QByteArray confirmationJson(const Confirmation& confirmation)
{
    const QJsonObject object{{QStringLiteral("received"), QJsonArray::fromStringList(confirmation.received)},
                             {QStringLiteral("reservation"), confirmation.reservation}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Confirmation> readConfirmation(const QByteArray& json)
{
    const Fields fields(QJsonDocument::fromJson(json).object());
    const Confirmation confirmation{fields.texts("received"), fields.text("reservation")};
    return confirmationJson(confirmation) == json ? std::optional(confirmation) : std::nullopt;
}

} // namespace staffelstab::receipt
