// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/rtf_body.h"

#include "mail/mapi/code_page.h"
#include "mail/mapi/rtf_tokens.h"

#include <QHash>

#include <array>
#include <vector>

namespace staffelstab::mail::mapi {

namespace {

/** Deeper groups share the state of the last one. */
constexpr std::size_t deepestGroup = 4096;

/** Code page of a font's \fcharset; 0 for "the document's". */
int codePageOfCharset(int charset)
{
    static const QHash<int, int> pages{{77, 10000}, {128, 932},  {129, 949},  {134, 936},  {136, 950},  {161, 1253},
                                       {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251},
                                       {222, 874},  {238, 1250}, {255, 437},  {0, 1252}};
    return pages.value(charset, 0);
}

/** Destinations whose text is none of the body. */
bool isSkipped(QByteArrayView word)
{
    static constexpr std::array<const char*, 20> destinations{
        "colortbl", "stylesheet", "info",    "pict",      "object",
        "header",   "headerl",    "headerr", "headerf",   "footer",
        "footerl",  "footerr",    "footerf", "mhtmltag",  "themedata",
        "filetbl",  "listtable",  "revtbl",  "datastore", "colorschememapping"};
    return std::any_of(destinations.begin(), destinations.end(), [word](const char* one) { return word == one; });
}

class Reader
{
public:
    explicit Reader(QByteArrayView rtf) : m_tokens(rtf) { m_groups.push_back({}); }

    RtfBody read()
    {
        while (std::optional<RtfToken> token = m_tokens.next()) {
            if (token->type != RtfToken::Type::Byte && token->type != RtfToken::Type::Text) {
                flushBytes();
            }
            take(*token);
        }
        flushBytes();
        return std::move(m_body);
    }

private:
    struct Group
    {
        bool isSkipped = false;
        bool isHidden = false;
        bool isHtmlTag = false;
        bool isFontTable = false;
        int font = -1;
        /** Characters behind \u that old readers show instead. */
        int substitutes = 1;
        bool mayBeOptional = false;
    };

    [[nodiscard]] Group& group() { return m_groups.back(); }

    void take(const RtfToken& token)
    {
        const bool isOptional = group().mayBeOptional;
        group().mayBeOptional = false;
        switch (token.type) {
        case RtfToken::Type::GroupBegin:
            begin();
            break;
        case RtfToken::Type::GroupEnd:
            end();
            break;
        case RtfToken::Type::Word:
            word(token, isOptional);
            break;
        case RtfToken::Type::Symbol:
            symbol(token.text.front());
            break;
        case RtfToken::Type::Byte:
            if (!isSubstitute()) {
                m_bytes.append(static_cast<char>(*token.number));
            }
            break;
        case RtfToken::Type::Text:
            text(token.text);
            break;
        }
    }

    void begin()
    {
        m_substitutesLeft = 0;
        if (m_groups.size() < deepestGroup) {
            m_groups.push_back(group());
        } else {
            ++m_tooDeep;
        }
    }

    void end()
    {
        m_substitutesLeft = 0;
        if (m_tooDeep > 0) {
            --m_tooDeep;
        } else if (m_groups.size() > 1) {
            m_groups.pop_back();
        }
    }

    void text(QByteArrayView text)
    {
        const qsizetype skipped = std::min<qsizetype>(m_substitutesLeft, text.size());
        m_substitutesLeft -= static_cast<int>(skipped);
        m_bytes.append(text.sliced(skipped));
    }

    bool isSubstitute()
    {
        if (m_substitutesLeft == 0) {
            return false;
        }
        --m_substitutesLeft;
        return true;
    }

    [[nodiscard]] bool isShown() { return !group().isSkipped && !group().isHidden && !group().isFontTable; }

    void emitText(QStringView text)
    {
        if (isShown()) {
            m_body.content.append(text);
        }
    }

    void flushBytes()
    {
        if (!m_bytes.isEmpty() && isShown()) {
            const int ofFont = m_fontPages.value(group().font, 0);
            m_body.content.append(decodeCodePage(m_bytes, group().isHtmlTag || ofFont == 0 ? m_codePage : ofFont));
        }
        m_bytes.clear();
    }

    void symbol(char c)
    {
        switch (c) {
        case '*':
            group().mayBeOptional = true;
            return;
        case '\r':
        case '\n':
            emitText(u"\r\n");
            return;
        case '~':
            emitText(u"\u00A0");
            return;
        case '_':
            emitText(u"\u2011");
            return;
        case '{':
        case '}':
        case '\\':
            if (!isSubstitute()) {
                m_bytes.append(c);
            }
            return;
        default:
            return;
        }
    }

    void word(const RtfToken& token, bool isOptional)
    {
        const QByteArrayView name = token.text;
        if (name == QByteArrayView("htmltag") && isOptional) {
            group().isHtmlTag = true;
        } else if (name == QByteArrayView("fonttbl")) {
            group().isFontTable = true;
        } else if (isOptional || isSkipped(name)) {
            group().isSkipped = true;
        } else if (!documentWord(token) && !isSpecialText(name)) {
            stateWord(token);
        }
    }

    /** Words that say something about the whole document. */
    bool documentWord(const RtfToken& token)
    {
        const QByteArrayView name = token.text;
        if (name == QByteArrayView("fromhtml")) {
            m_body.origin = token.number.value_or(1) != 0 ? RtfBody::Origin::Html : m_body.origin;
        } else if (name == QByteArrayView("fromtext")) {
            m_body.origin = RtfBody::Origin::Text;
        } else if (name == QByteArrayView("ansicpg")) {
            m_codePage = token.number.value_or(0) > 0 ? *token.number : m_codePage;
        } else if (name == QByteArrayView("fcharset")) {
            if (group().isFontTable) {
                m_fontPages.insert(group().font, codePageOfCharset(token.number.value_or(0)));
            }
        } else {
            return false;
        }
        return true;
    }

    void stateWord(const RtfToken& token)
    {
        const QByteArrayView name = token.text;
        if (name == QByteArrayView("htmlrtf")) {
            group().isHidden = token.number.value_or(1) != 0;
        } else if (name == QByteArrayView("f")) {
            group().font = token.number.value_or(-1);
        } else if (name == QByteArrayView("plain")) {
            group().font = -1;
        } else if (name == QByteArrayView("uc")) {
            group().substitutes = std::clamp(token.number.value_or(1), 0, 64);
        } else if (name == QByteArrayView("u")) {
            const char16_t unit = static_cast<char16_t>(token.number.value_or(0xFFFD));
            emitText(QStringView(&unit, 1));
            m_substitutesLeft = group().substitutes;
        }
    }

    /** Words that stand for characters ([MS-OXRTFEX] section 2.1.3.2). */
    bool isSpecialText(QByteArrayView name)
    {
        static const std::array<std::pair<const char*, const char16_t*>, 15> words{{{"par", u"\r\n"},
                                                                                    {"line", u"\r\n"},
                                                                                    {"tab", u"\t"},
                                                                                    {"lquote", u"\u2018"},
                                                                                    {"rquote", u"\u2019"},
                                                                                    {"ldblquote", u"\u201C"},
                                                                                    {"rdblquote", u"\u201D"},
                                                                                    {"bullet", u"\u2022"},
                                                                                    {"endash", u"\u2013"},
                                                                                    {"emdash", u"\u2014"},
                                                                                    {"emspace", u"\u2003"},
                                                                                    {"enspace", u"\u2002"},
                                                                                    {"cell", u"\t"},
                                                                                    {"row", u"\r\n"},
                                                                                    {"page", u"\r\n"}}};
        const auto* const found =
            std::find_if(words.begin(), words.end(), [name](const auto& one) { return name == one.first; });
        if (found == words.end()) {
            return false;
        }
        emitText(QStringView(found->second));
        return true;
    }

    RtfTokens m_tokens;
    std::vector<Group> m_groups;
    std::size_t m_tooDeep = 0;
    QHash<int, int> m_fontPages;
    int m_codePage = 1252;
    int m_substitutesLeft = 0;
    QByteArray m_bytes;
    RtfBody m_body;
};

} // namespace

RtfBody readRtf(QByteArrayView rtf)
{
    return Reader(rtf).read();
}

} // namespace staffelstab::mail::mapi
