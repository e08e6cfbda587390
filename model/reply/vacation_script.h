// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "reply/out_of_office.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace staffelstab::reply {

/** Somewhere a filter sends mail on to. */
struct FoundForward
{
    /** Name of the script it stands in. */
    QString script;
    /** As it stands there: an address, a "mailto:" address, or a variable. */
    QString target;
    /** The mailbox keeps a copy (":copy", or a notification). */
    bool keepsCopy = false;

    bool operator==(const FoundForward&) const = default;
};

/** What one filter script does that matters here. */
struct ScriptFindings
{
    std::vector<FoundForward> forwards;
    /** Names of other scripts of the user that it runs. */
    QStringList includes;
    bool hasVacation = false;
};

/** BadInput with the line if it is not Sieve. */
Result<ScriptFindings> findingsOf(const QString& name, const QByteArray& script);

/**
 * The script to install: first the reply, then the user's own filters as they were. It answers from `from` to `until`
 * (RFC 5260), once in seven days for each sender, only mail that names one of the addresses (RFC 5230 section 4.5), and
 * never lists or mass mail. Who is internal is told by the envelope where the server can, as a reply goes to that
 * address. A vacation reply of the user's own is left out, as only one may run (RFC 5230 section 4.7). `previous` is
 * the script that was active, kept in a comment for taking back.
 */
Result<QByteArray> vacationScript(const OutOfOffice& reply, const QString& previous, const QByteArray& userScript,
                                  const QStringList& extensions);

/** Name of the script that was active before, if `script` is one of ours; empty if there was none. */
std::optional<QString> previousScriptOf(const QByteArray& script);

} // namespace staffelstab::reply
