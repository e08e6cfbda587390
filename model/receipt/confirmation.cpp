// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/confirmation.h"

#include "receipt/record_fields.h"

#include <QJsonDocument>

namespace staffelstab::receipt {
namespace {

constexpr qsizetype nameLimit = 200;

QString mannerName(Manner manner)
{
    switch (manner) {
    case Manner::Signs:
        break;
    case Manner::Refuses:
        return QStringLiteral("refuses");
    case Manner::Absent:
        return QStringLiteral("absent");
    }
    return QStringLiteral("signs");
}

Manner mannerNamed(const QString& name)
{
    if (name == QLatin1String("refuses")) {
        return Manner::Refuses;
    }
    return name == QLatin1String("absent") ? Manner::Absent : Manner::Signs;
}

} // namespace

bool isSound(Role role, const Confirmation& confirmation)
{
    const bool isWitnessed = !confirmation.witness.trimmed().isEmpty();
    if (confirmation.witness.size() > nameLimit || (isWitnessed && confirmation.manner == Manner::Signs) ||
        (!isWitnessed && confirmation.manner == Manner::Absent) ||
        (confirmation.manner != Manner::Signs && !confirmation.received.isEmpty()) ||
        (confirmation.isSealOpened && !confirmation.has("password"))) {
        return false;
    }
    // The leaver's reservation is part of the record, and who makes the statement cannot refuse it.
    return role == Role::Supervisor || (confirmation.manner != Manner::Refuses && confirmation.received.isEmpty() &&
                                        (isWitnessed || confirmation.reservation.isEmpty()));
}

QByteArray confirmationJson(const Confirmation& confirmation)
{
    QJsonObject object{{QStringLiteral("manner"), mannerName(confirmation.manner)},
                       {QStringLiteral("received"), QJsonArray::fromStringList(confirmation.received)},
                       {QStringLiteral("reservation"), confirmation.reservation},
                       {QStringLiteral("witness"), confirmation.witness}};
    // Only where it happened, so that what was signed before stays in its canonical form.
    if (confirmation.isSealOpened) {
        object.insert(QStringLiteral("seal_opened"), true);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Confirmation> readConfirmation(const QByteArray& json)
{
    const Fields fields(QJsonDocument::fromJson(json).object());
    const Confirmation confirmation{fields.texts("received"), fields.text("reservation"),
                                    mannerNamed(fields.text("manner")), fields.text("witness"),
                                    fields.yes("seal_opened")};
    return confirmationJson(confirmation) == json ? std::optional(confirmation) : std::nullopt;
}

bool isDeclared(Role role, const Confirmation& confirmation)
{
    return role == Role::Supervisor || confirmation.manner != Manner::Signs;
}

} // namespace staffelstab::receipt
