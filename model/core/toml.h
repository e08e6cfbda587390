// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace staffelstab {

/**
 * A strict look at a TOML file: each key is asked for once by its type; what was never asked for is an error with line
 * and column. The first error is kept, later calls return defaults, so a reader can be written without checks and ask
 * finish() at the end.
 */
class TomlTable
{
public:
    /** `name` stands in messages. BadInput with "line:column: text" in detail if the text is not TOML 1.0. */
    static Result<TomlTable> parse(const QByteArray& text, const QString& name);
    ~TomlTable();
    TomlTable(TomlTable&&) noexcept;
    TomlTable& operator=(TomlTable&&) noexcept;

    [[nodiscard]] bool has(const QString& key) const;
    /** True if the key holds a table; for keys that may also hold a text. */
    [[nodiscard]] bool isTable(const QString& key) const;
    QString text(const QString& key, const QString& fallback = {});
    /** One of `allowed`, else an error at the key's place. */
    QString choice(const QString& key, const QStringList& allowed, const QString& fallback);
    qint64 integer(const QString& key, qint64 least, qint64 most, qint64 fallback);
    double number(const QString& key, double fallback);
    bool boolean(const QString& key, bool fallback);
    QDate date(const QString& key);
    QStringList texts(const QString& key);
    /** A sub-table, or nothing. */
    std::optional<TomlTable> table(const QString& key);
    /** An array of tables ([[key]] or inline). */
    std::vector<TomlTable> tables(const QString& key);
    /** An error at this key's place found by the caller. */
    void fail(const QString& key, const QString& why);

    /** The first error of this table and all tables taken from it, unknown keys included. Ask on the root. */
    Status finish();
    /** All of them, in the order in which they should be mended. Ask on the root. */
    std::vector<Failure> faults();

private:
    struct Node;
    explicit TomlTable(std::shared_ptr<Node> node);
    std::shared_ptr<Node> m_node;
};

} // namespace staffelstab
