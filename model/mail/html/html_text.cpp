// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html/html_elements.h"
#include "mail/html/html_entities.h"
#include "mail/html/html_tokenizer.h"
#include "mail/html_sanitiser.h"

namespace staffelstab::mail {

namespace {

/** Lines of text: blocks on lines of their own, list items with a dash. */
class TextMaker
{
public:
    QString run(QStringView html)
    {
        HtmlTokenizer tokens(html);
        while (m_out.size() < longestHtmlOutput) {
            const std::optional<HtmlToken> token = tokens.next();
            if (!token) {
                break;
            }
            if (token->kind == HtmlToken::Kind::Text) {
                addText(decodeHtmlText(token->text.first(std::min(token->text.size(), longestHtmlOutput))));
            } else {
                addTag(*token);
            }
        }
        m_out.truncate(longestHtmlOutput);
        return m_out.trimmed();
    }

private:
    void addText(const QString& text)
    {
        for (const QChar c : text) {
            if (m_preformatted == 0 && (c.isSpace() && c != QChar::Nbsp)) {
                if (!m_out.isEmpty() && !m_out.back().isSpace()) {
                    m_out.append(u' ');
                }
            } else {
                m_out.append(c == QChar::Nbsp ? QChar(u' ') : c);
            }
        }
    }

    void addLine(int most)
    {
        while (m_out.endsWith(u' ')) {
            m_out.chop(1);
        }
        const bool isDone =
            m_out.isEmpty() || (most == 1 && m_out.endsWith(u'\n')) || m_out.endsWith(QLatin1String("\n\n"));
        if (!isDone) {
            m_out.append(u'\n');
        }
    }

    void addTag(const HtmlToken& token)
    {
        const HtmlElement* const element = htmlElement(token.name);
        const HtmlRole role = element == nullptr ? HtmlRole::Unknown : element->role;
        const bool isStart = token.kind == HtmlToken::Kind::Start;
        if (token.name == QLatin1String("pre")) {
            m_preformatted = isStart ? 1 : 0;
        }
        if (token.name == QLatin1String("br")) {
            m_out.append(u'\n');
        } else if (role == HtmlRole::Cell) {
            addText(QStringLiteral(" "));
        } else if (isHtmlBlock(role)) {
            addLine(1);
            if (role == HtmlRole::Paragraph) {
                addLine(2);
            }
            if (isStart && role == HtmlRole::Item) {
                m_out.append(QLatin1String("- "));
            }
        } else if (isStart && token.name == QLatin1String("img")) {
            if (const QString alt = htmlAttribute(token.attributes, u"alt", longestHtmlAltText).simplified();
                !alt.isEmpty()) {
                addText(u'[' + alt + u']');
            }
        }
    }

    QString m_out;
    int m_preformatted = 0;
};

} // namespace

QString htmlToText(QStringView html)
{
    return TextMaker().run(html);
}

} // namespace staffelstab::mail
