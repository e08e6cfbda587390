// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html/html_tokenizer.h"

#include "mail/html/html_entities.h"

#include <QSet>

namespace staffelstab::mail {

namespace {

constexpr qsizetype longestName = 16;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool holdsNoText(const QString& name)
{
    static const QSet<QString> names{QStringLiteral("script"),   QStringLiteral("style"),   QStringLiteral("title"),
                                     QStringLiteral("textarea"), QStringLiteral("xmp"),     QStringLiteral("iframe"),
                                     QStringLiteral("noembed"),  QStringLiteral("noframes")};
    return names.contains(name);
}

} // namespace

void HtmlTokenizer::skipTo(QStringView ending)
{
    const qsizetype end = m_html.indexOf(ending, m_at);
    m_at = end < 0 ? m_html.size() : end + ending.size();
}

std::optional<HtmlToken> HtmlTokenizer::next()
{
    while (m_at < m_html.size()) {
        const qsizetype begin = m_at;
        if (m_html.at(m_at) != u'<') {
            const qsizetype end = m_html.indexOf(u'<', m_at);
            m_at = end < 0 ? m_html.size() : end;
            return HtmlToken{HtmlToken::Kind::Text, m_html.sliced(begin, m_at - begin), {}, {}};
        }
        const QChar second = at(m_at + 1);
        if (isLetter(second)) {
            m_at += 1;
            return readTag(false);
        }
        if (second == u'/' && isLetter(at(m_at + 2))) {
            m_at += 2;
            return readTag(true);
        }
        if (m_html.sliced(m_at).startsWith(u"<!--")) {
            // "<!-->" is a whole comment.
            m_at += 2;
            skipTo(u"-->");
        } else if (second == u'!' || second == u'?' || second == u'/') {
            skipTo(u">");
        } else {
            ++m_at;
            return HtmlToken{HtmlToken::Kind::Text, m_html.sliced(begin, 1), {}, {}};
        }
    }
    return {};
}

HtmlToken HtmlTokenizer::readTag(bool isEnd)
{
    const qsizetype begin = m_at;
    while (m_at < m_html.size() && !isSpace(m_html.at(m_at)) && m_html.at(m_at) != u'>' && m_html.at(m_at) != u'/') {
        ++m_at;
    }
    HtmlToken token;
    token.kind = isEnd ? HtmlToken::Kind::End : HtmlToken::Kind::Start;
    token.name = m_html.sliced(begin, std::min(m_at - begin, longestName)).toString().toLower();
    const qsizetype attributes = m_at;
    skipAttributes();
    token.attributes = m_html.sliced(attributes, m_at - attributes);
    m_at = std::min(m_at + 1, m_html.size());
    if (!isEnd && holdsNoText(token.name)) {
        skipRawText(token.name);
    }
    return token;
}

/** To the '>' that ends the tag; one in quotes does not. */
void HtmlTokenizer::skipAttributes()
{
    bool isAfterEquals = false;
    while (m_at < m_html.size() && m_html.at(m_at) != u'>') {
        const QChar c = m_html.at(m_at);
        if (isAfterEquals && (c == u'"' || c == u'\'')) {
            const qsizetype end = m_html.indexOf(c, m_at + 1);
            m_at = end < 0 ? m_html.size() : end + 1;
            isAfterEquals = false;
            continue;
        }
        if (c == u'=') {
            isAfterEquals = true;
        } else if (!isSpace(c)) {
            isAfterEquals = false;
        }
        ++m_at;
    }
}

void HtmlTokenizer::skipRawText(QStringView name)
{
    while (m_at < m_html.size()) {
        skipTo(u"</");
        if (m_html.sliced(m_at).startsWith(name, Qt::CaseInsensitive)) {
            skipTo(u">");
            return;
        }
    }
}

QString htmlAttribute(QStringView attributes, QStringView name, qsizetype limit)
{
    qsizetype at = 0;
    const auto isInside = [&] { return at < attributes.size(); };
    while (isInside()) {
        while (isInside() && (isSpace(attributes.at(at)) || attributes.at(at) == u'/')) {
            ++at;
        }
        const qsizetype nameBegin = at;
        while (isInside() && attributes.at(at) != u'=' && !isSpace(attributes.at(at)) && attributes.at(at) != u'/') {
            ++at;
        }
        const QStringView found = attributes.sliced(nameBegin, at - nameBegin);
        while (isInside() && isSpace(attributes.at(at))) {
            ++at;
        }
        QStringView value;
        if (isInside() && attributes.at(at) == u'=') {
            ++at;
            while (isInside() && isSpace(attributes.at(at))) {
                ++at;
            }
            const QChar quote = isInside() ? attributes.at(at) : QChar();
            const bool isQuoted = quote == u'"' || quote == u'\'';
            const qsizetype begin = isQuoted ? ++at : at;
            while (isInside() && (isQuoted ? attributes.at(at) != quote : !isSpace(attributes.at(at)))) {
                ++at;
            }
            value = attributes.sliced(begin, at - begin);
            at += isQuoted ? 1 : 0;
        }
        if (found.compare(name, Qt::CaseInsensitive) == 0) {
            return decodeHtmlText(value.first(std::min(value.size(), limit)));
        }
    }
    return {};
}

} // namespace staffelstab::mail
