// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_sanitiser.h"

#include "mail/html/html_elements.h"
#include "mail/html/html_entities.h"
#include "mail/html/html_tokenizer.h"

#include <QHash>

#include <array>
#include <vector>

namespace staffelstab::mail {

namespace {

/** Room for the end tags of everything that is still open. */
constexpr qsizetype outputReserve = 4'000;
constexpr int longestWord = 1'000;
constexpr int deepestElement = 200;
constexpr int deepestTable = 6;
constexpr int mostCells = 2'000;
constexpr int mostItems = 1'000;
constexpr int deepestList = 20;
/** QTextDocument lays out a table twice for each table around it: characters count 2^depth. */
constexpr qsizetype layoutBudget = 500'000;

using Role = HtmlRole;

/** Builds well-formed output; a tag that breaks a limit is left out and what it holds is kept. */
class Sanitiser
{
public:
    QString run(QStringView html)
    {
        HtmlTokenizer tokens(html);
        while (!isFull()) {
            const std::optional<HtmlToken> token = tokens.next();
            if (!token) {
                break;
            }
            if (token->kind == HtmlToken::Kind::Text) {
                addText(decodeHtmlText(token->text.first(std::min(token->text.size(), longestHtmlOutput))));
            } else if (token->kind == HtmlToken::Kind::Start) {
                start(*token);
            } else {
                end(token->name);
            }
        }
        closeDownTo(0);
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isFull() const { return m_out.size() >= longestHtmlOutput - outputReserve; }
    [[nodiscard]] Role innermost() const { return m_open.empty() ? Role::Unknown : m_open.back()->role; }

    void emitOpen(const HtmlElement* element, const QString& attributes = {})
    {
        m_out.append(u'<').append(element->name).append(attributes).append(u'>');
        m_open.push_back(element);
        depthsOf(element->role).push_back(m_open.size());
        m_depths[element].push_back(m_open.size());
    }

    void closeDownTo(std::size_t depth)
    {
        while (m_open.size() > depth) {
            const HtmlElement* const last = m_open.back();
            m_out.append(QLatin1String("</")).append(last->name).append(u'>');
            m_open.pop_back();
            depthsOf(last->role).pop_back();
            m_depths[last].pop_back();
        }
    }

    /** From here on tables are left out, and the open ones end. */
    void flatten()
    {
        m_isFlat = true;
        if (has(Role::Table)) {
            closeDownTo(depthsOf(Role::Table).front() - 1);
            m_out.append(QLatin1String("<br>"));
        }
    }

    /** Places in m_open, counted from 1, of all open elements of a role; the innermost is the last. */
    std::vector<std::size_t>& depthsOf(Role role) { return m_roleDepths[static_cast<std::size_t>(role)]; }
    [[nodiscard]] bool has(Role role) { return !depthsOf(role).empty(); }
    [[nodiscard]] int count(Role role) { return static_cast<int>(depthsOf(role).size()); }

    /** Closes the innermost element of a role, unless one of `barriers` is further in. */
    void closeInnermost(Role wanted, std::initializer_list<Role> barriers)
    {
        if (has(wanted)) {
            closeAt(depthsOf(wanted).back(), barriers);
        }
    }

    void closeAt(std::size_t depth, std::initializer_list<Role> barriers)
    {
        for (const Role barrier : barriers) {
            if (has(barrier) && depthsOf(barrier).back() > depth) {
                return;
            }
        }
        closeDownTo(depth - 1);
    }

    void start(const HtmlToken& token)
    {
        const HtmlElement* const element = htmlElement(token.name);
        if (element == nullptr) {
            startUnknown(token);
            return;
        }
        if (isHtmlBlock(element->role)) {
            m_word = 0;
        }
        switch (element->role) {
        case Role::Void:
            ensureCell();
            m_out.append(u'<').append(element->name).append(u'>');
            break;
        case Role::Table:
            startTable(element);
            break;
        case Role::Section:
        case Role::Row:
        case Role::Cell:
            startTablePart(token, element);
            break;
        case Role::List:
        case Role::Item:
            startListPart(element);
            break;
        case Role::Paragraph:
        case Role::Block:
            closeParagraph();
            startPlain(element, alignment(token));
            break;
        case Role::Inline:
        case Role::Unknown:
            startPlain(element, {});
        }
    }

    void startPlain(const HtmlElement* element, const QString& attributes)
    {
        ensureCell();
        if (static_cast<int>(m_open.size()) < deepestElement) {
            emitOpen(element, attributes);
        }
    }

    void closeParagraph() { closeInnermost(Role::Paragraph, {Role::Item, Role::Cell, Role::Table, Role::Block}); }

    /** QTextDocument looks for an item's number in its list from the start, so the items of a message are limited. */
    void startListPart(const HtmlElement* element)
    {
        const bool isItem = element->role == Role::Item;
        if (isItem ? ++m_items > mostItems || !has(Role::List) : count(Role::List) >= deepestList) {
            addBreak();
            return;
        }
        if (isItem) {
            closeInnermost(Role::Item, {Role::List, Role::Cell, Role::Table});
        } else {
            closeParagraph();
        }
        startPlain(element, {});
    }

    void startUnknown(const HtmlToken& token)
    {
        if (token.name == QLatin1String("img")) {
            if (const QString alt = htmlAttribute(token.attributes, u"alt", longestHtmlAltText).simplified();
                !alt.isEmpty()) {
                addText(u'[' + alt + u']');
            }
        } else if (token.name == QLatin1String("option") || token.name == QLatin1String("title")) {
            addText(QStringLiteral(" "));
        }
    }

    void startTable(const HtmlElement* element)
    {
        closeParagraph();
        ensureCell();
        // What is left out still has its tags closed by the source: they are counted to be left out as well.
        if (m_leftOutTables > 0 || m_isFlat || count(Role::Table) >= deepestTable ||
            static_cast<int>(m_open.size()) + 4 > deepestElement) {
            ++m_leftOutTables;
            addBreak();
        } else {
            emitOpen(element);
        }
    }

    void startTablePart(const HtmlToken& token, const HtmlElement* element)
    {
        const Role role = element->role;
        if (role == Role::Cell && ++m_cells > mostCells && !m_isFlat) {
            flatten();
        }
        if (m_leftOutTables > 0 || !has(Role::Table)) {
            if (role == Role::Cell) {
                addText(QStringLiteral(" "));
            } else {
                addBreak();
            }
            return;
        }
        if (role == Role::Section) {
            closeDownTo(depthsOf(Role::Table).back());
        } else if (role == Role::Row) {
            closeInnermost(Role::Row, {Role::Table});
        } else {
            closeInnermost(Role::Cell, {Role::Row, Role::Table});
            if (innermost() == Role::Table || innermost() == Role::Section) {
                emitOpen(m_row);
            }
        }
        emitOpen(element, role == Role::Cell ? alignment(token) + spans(token) : QString());
    }

    void end(const QString& name)
    {
        const HtmlElement* const element = htmlElement(name);
        if (element == nullptr || element->role == Role::Void) {
            return;
        }
        const Role role = element->role;
        m_word = isHtmlBlock(role) ? 0 : m_word;
        const bool isTablePart =
            role == Role::Table || role == Role::Section || role == Role::Row || role == Role::Cell;
        if (isTablePart && m_leftOutTables > 0) {
            m_leftOutTables -= role == Role::Table ? 1 : 0;
            return;
        }
        const auto found = m_depths.constFind(element);
        if (found == m_depths.cend() || found->empty()) {
            return;
        }
        // </b> in a cell does not close a table around it, and a row's end not the table in its cell.
        if (role == Role::Table) {
            closeDownTo(found->back() - 1);
        } else if (isTablePart) {
            closeAt(found->back(), {Role::Table});
        } else {
            closeAt(found->back(), {Role::Table, Role::Cell});
        }
    }

    /** Text and blocks directly in a table or row go into a cell, as QTextDocument expects it. */
    void ensureCell()
    {
        if (innermost() == Role::Table || innermost() == Role::Section) {
            emitOpen(m_row);
        }
        if (innermost() == Role::Row) {
            ++m_cells;
            emitOpen(m_cell);
        }
    }

    void addBreak()
    {
        ensureCell();
        m_word = 0;
        if (!m_out.endsWith(QLatin1String("<br>"))) {
            m_out.append(QLatin1String("<br>"));
        }
    }

    void addText(const QString& text)
    {
        const Role inside = innermost();
        const bool isBetweenCells = inside == Role::Table || inside == Role::Section || inside == Role::Row;
        if (isBetweenCells) {
            if (text.trimmed().isEmpty()) {
                return;
            }
            ensureCell();
        }
        for (const QChar c : text) {
            if (isFull()) {
                return;
            }
            addCharacter(c);
            m_layoutCost += has(Role::Table) ? qsizetype(1) << count(Role::Table) : 0;
            if (m_layoutCost > layoutBudget && !m_isFlat) {
                flatten();
            }
        }
    }

    [[nodiscard]] bool isPreformatted() const
    {
        const auto found = m_depths.constFind(m_pre);
        return found != m_depths.cend() && !found->empty();
    }

    void addCharacter(QChar c)
    {
        const bool isSpace = c == u' ' || c == u'\t' || c == u'\n';
        if (isSpace) {
            if (!isPreformatted() && m_out.endsWith(u' ')) {
                return;
            }
            m_word = 0;
            m_out.append(isPreformatted() ? c : QChar(u' '));
            return;
        }
        if (++m_word > longestWord && !c.isLowSurrogate()) {
            m_word = 1;
            m_out.append(QChar(0x200b));
        }
        switch (c.unicode()) {
        case u'<':
            m_out.append(QLatin1String("&lt;"));
            break;
        case u'>':
            m_out.append(QLatin1String("&gt;"));
            break;
        case u'&':
            m_out.append(QLatin1String("&amp;"));
            break;
        case u'"':
            m_out.append(QLatin1String("&quot;"));
            break;
        default:
            m_out.append(c);
        }
    }

    static QString alignment(const HtmlToken& token)
    {
        const QString align = htmlAttribute(token.attributes, u"align", 10).toLower();
        const bool isKnown =
            align == QLatin1String("left") || align == QLatin1String("right") || align == QLatin1String("center");
        const QString direction = htmlAttribute(token.attributes, u"dir", 10).toLower();
        return (isKnown ? QStringLiteral(" align=\"%1\"").arg(align) : QString()) +
               (direction == QLatin1String("rtl") ? QStringLiteral(" dir=\"rtl\"") : QString());
    }

    static QString spans(const HtmlToken& token)
    {
        const int columns = htmlAttribute(token.attributes, u"colspan", 10).toInt();
        return columns > 1 && columns <= 20 ? QStringLiteral(" colspan=\"%1\"").arg(columns) : QString();
    }

    QString m_out;
    std::vector<const HtmlElement*> m_open;
    const HtmlElement* const m_row = htmlElement(QStringLiteral("tr"));
    const HtmlElement* const m_cell = htmlElement(QStringLiteral("td"));
    const HtmlElement* const m_pre = htmlElement(QStringLiteral("pre"));
    int m_leftOutTables = 0;
    std::array<std::vector<std::size_t>, static_cast<std::size_t>(Role::Void) + 1> m_roleDepths;
    QHash<const HtmlElement*, std::vector<std::size_t>> m_depths;
    bool m_isFlat = false;
    qsizetype m_layoutCost = 0;
    int m_cells = 0;
    int m_items = 0;
    int m_word = 0;
};

} // namespace

QString sanitiseHtml(QStringView html)
{
    return Sanitiser().run(html);
}

} // namespace staffelstab::mail
