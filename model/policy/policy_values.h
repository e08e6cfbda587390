// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toml.h"
#include "policy/policy_rules.h"

#include <QDir>

#include <algorithm>

namespace staffelstab::policy {

/** Where the files named in a policy are looked for. */
struct FilePlace
{
    QDir folder;
    /** A file that is not there is a fault. */
    bool isChecked = false;
};

/** A text, or a table { de = "...", en = "..." } of which one may be missing. */
LocalText readLocalText(TomlTable& table, const QString& key);
/** A file named in a policy, absolute; empty if the key is absent. */
QString readPath(TomlTable& table, const QString& key, const FilePlace& place);
QStringList readPaths(TomlTable& table, const QString& key, const FilePlace& place);
/** Host names as in "firma.example", in lower case; a leading "@" or "*." is what people write as well. */
QStringList readDomains(TomlTable& table, const QString& key);
/** An address that begins with one of the schemes and holds no login. */
QString readUrl(TomlTable& table, const QString& key, const QStringList& schemes);

/** The value whose name stands at the key; names[i] names static_cast<Value>(i). */
template <typename Value>
Value readChoice(TomlTable& table, const QString& key, const QStringList& names, Value fallback)
{
    const QString& fallbackName = names.at(static_cast<int>(fallback));
    return static_cast<Value>(names.indexOf(table.choice(key, names, fallbackName)));
}

/** A list of such values, each once; `fallback` if the key is absent. */
template <typename Value>
QList<Value> readChoices(TomlTable& table, const QString& key, const QStringList& names, const QList<Value>& fallback)
{
    if (!table.has(key)) {
        return fallback;
    }
    QList<Value> values;
    const QStringList written = table.texts(key);
    for (const QString& text : written) {
        const qsizetype at = names.indexOf(text);
        if (at < 0) {
            table.fail(key, QStringLiteral("%1 may hold: %2").arg(key, names.join(QStringLiteral(", "))));
        } else if (!values.contains(static_cast<Value>(at))) {
            values.append(static_cast<Value>(at));
        }
    }
    return values;
}

} // namespace staffelstab::policy
