// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html/html_elements.h"

#include <QHash>

namespace staffelstab::mail {

const HtmlElement* htmlElement(const QString& name)
{
    static const QHash<QString, HtmlElement> elements = [] {
        QHash<QString, HtmlElement> table;
        const auto add = [&table](HtmlRole role, std::initializer_list<const char*> names) {
            for (const char* known : names) {
                table.insert(QLatin1String(known), {QLatin1String(known), role});
            }
        };
        add(HtmlRole::Inline, {"b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "big", "code", "tt", "kbd",
                               "samp", "cite", "var"});
        add(HtmlRole::Paragraph, {"p"});
        add(HtmlRole::Block, {"div", "center", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "address"});
        add(HtmlRole::List, {"ul", "ol", "dl"});
        add(HtmlRole::Item, {"li", "dt", "dd"});
        add(HtmlRole::Table, {"table"});
        add(HtmlRole::Section, {"thead", "tbody", "tfoot"});
        add(HtmlRole::Row, {"tr"});
        add(HtmlRole::Cell, {"td", "th"});
        add(HtmlRole::Void, {"br", "hr"});
        return table;
    }();
    const auto found = elements.constFind(name);
    return found == elements.cend() ? nullptr : &*found;
}

} // namespace staffelstab::mail
