// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toml.h"

// Policy and answers files as anybody may write them.

using staffelstab::TomlTable;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    auto table = TomlTable::parse(text, QStringLiteral("a.toml"));
    if (!table) {
        return 0;
    }
    table->text(QStringLiteral("a"));
    table->texts(QStringLiteral("b"));
    table->date(QStringLiteral("c"));
    table->integer(QStringLiteral("d"), 0, 10, 5);
    for (TomlTable& one : table->tables(QStringLiteral("e"))) {
        one.text(QStringLiteral("a"));
    }
    static_cast<void>(table->finish().isOk());
    return 0;
}
