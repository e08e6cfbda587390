// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace staffelstab::receipt {

enum class Role { Leaver, Supervisor };

/** How a party takes part. Whatever the supervisor does, block A stays evidence of what the leaver stated. */
enum class Manner {
    Signs,
    /** The supervisor refuses to confirm; signed by the supervisor, or by a witness if that is refused, too. */
    Refuses,
    /** The party is not there; a witness signs. */
    Absent,
};

/** Longest reservation or reason of the supervisor, in characters; more does not fit into the box. */
inline constexpr qsizetype reservationLimit = 900;

/**
 * What the one who signs declares: drawn into the box and kept in the signature dictionary. A leaver who signs for
 * himself declares nothing beside block A.
 */
struct Confirmation
{
    /** Codes of the receivables() that were received; what is not named counts as not received. */
    QStringList received;
    /** With Refuses and Absent the reason, as it was said. */
    QString reservation;
    Manner manner = Manner::Signs;
    /** Who signs in the party's place; empty: the party itself. */
    QString witness;
    /** The supervisor opened the sealed password before signing; only with "password" received. */
    bool isSealOpened = false;

    [[nodiscard]] bool has(const char* code) const { return received.contains(QLatin1String(code)); }
    bool operator==(const Confirmation&) const = default;
};

/**
 * Whether the parts fit together: nothing is received by who refuses or is absent, only a witness signs for someone
 * absent, and nobody signs for someone who signs.
 */
bool isSound(Role role, const Confirmation& confirmation);

/** Canonical JSON, as it lies in the signature dictionary under /StaffelstabConfirmation. */
QByteArray confirmationJson(const Confirmation& confirmation);
std::optional<Confirmation> readConfirmation(const QByteArray& json);

/** Whether this role's dictionary has the key: always for the supervisor, for the leaver if a witness signed. */
bool isDeclared(Role role, const Confirmation& confirmation);
inline constexpr const char* confirmationKey = "/StaffelstabConfirmation";

} // namespace staffelstab::receipt
