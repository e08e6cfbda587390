// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab::mail {

inline constexpr qsizetype longestHtmlOutput = 200'000;
inline constexpr qsizetype longestHtmlAltText = 200;

/** What an element does to the structure of a text. */
enum class HtmlRole { Unknown, Inline, Paragraph, Block, List, Item, Table, Section, Row, Cell, Void };

struct HtmlElement
{
    QString name;
    HtmlRole role = HtmlRole::Unknown;
};

/** The one object for an element that may be shown; nothing for all others. `name` is in lower case. */
const HtmlElement* htmlElement(const QString& name);

/** True if the element stands on lines of its own, so that a word ends there. */
inline bool isHtmlBlock(HtmlRole role)
{
    return role != HtmlRole::Inline && role != HtmlRole::Unknown;
}

} // namespace staffelstab::mail
