// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace staffelstab::reply::sieve {

/** One command of a Sieve script (RFC 5228 section 8.2) with all that stands in it up to its ";" or "{". */
struct ScriptCommand
{
    /** "redirect", "if", ...; lower case. */
    QByteArray name;
    /** ":copy", ...; lower case. */
    QByteArrayList tags;
    /** Its strings in their order, unescaped. */
    QByteArrayList strings;
    /** Where it stands in the text, the ";" included; a block is not. */
    qsizetype begin = 0;
    qsizetype end = 0;
    int depth = 0;
};

/**
 * The commands of a script, blocks flattened. BadInput with the line if it is not Sieve. Never recurses; at most 1 MiB
 * and 64 levels.
 */
Result<std::vector<ScriptCommand>> readScript(const QByteArray& text);

/** A quoted string; the text must not hold NUL. Line ends become CR LF. */
QByteArray quotedString(const QString& text);
/** ["a", "b"] */
QByteArray stringList(const QStringList& texts);

} // namespace staffelstab::reply::sieve
