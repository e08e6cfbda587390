// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace staffelstab::mail {

/** A piece of HTML. Views point into the input. */
struct HtmlToken
{
    enum class Kind { Text, Start, End };

    Kind kind = Kind::Text;
    /** Text with its entities as they stand there. */
    QStringView text;
    /** Lower case, at most 16 characters. */
    QString name;
    /** Everything between a start tag's name and its '>'. */
    QStringView attributes;
};

/**
 * Cuts HTML into text and tags in one pass, the way browsers do (WHATWG HTML, 13.2.5), as far as a preview needs it.
 * Comments, declarations and the content of elements that hold no readable text (script, style, title, ...) are passed
 * over. Never looks at a character more than a fixed number of times.
 */
class HtmlTokenizer
{
public:
    explicit HtmlTokenizer(QStringView html) : m_html(html) {}
    /** Nothing at the end. */
    std::optional<HtmlToken> next();

private:
    [[nodiscard]] QChar at(qsizetype place) const { return place < m_html.size() ? m_html.at(place) : QChar(); }
    void skipTo(QStringView ending);
    HtmlToken readTag(bool isEnd);
    void skipAttributes();
    void skipRawText(QStringView name);

    QStringView m_html;
    qsizetype m_at = 0;
};

/** The value of one attribute, with its entities decoded; empty if there is none. At most `limit` characters. */
QString htmlAttribute(QStringView attributes, QStringView name, qsizetype limit);

} // namespace staffelstab::mail
