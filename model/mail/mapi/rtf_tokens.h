// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace staffelstab::mail::mapi {

/** One token of RTF ([MS-OXRTFEX] section 2.1.1 speaks of the same ones). */
struct RtfToken
{
    enum class Type { GroupBegin, GroupEnd, Word, Symbol, Byte, Text };

    Type type = Type::Text;
    /** Name of a word, the character of a symbol, or text without line breaks. */
    QByteArrayView text;
    /** Argument of a word, if it has one; the byte of \'hh. */
    std::optional<int> number;
};

/** Splits RTF into tokens; never fails: a lone backslash at the end is dropped, \bin data is passed over. */
class RtfTokens
{
public:
    explicit RtfTokens(QByteArrayView rtf) : m_rest(rtf) {}
    /** The next token; nothing at the end. Views into the RTF given. */
    std::optional<RtfToken> next();

private:
    std::optional<RtfToken> control();
    RtfToken word();

    QByteArrayView m_rest;
};

} // namespace staffelstab::mail::mapi
