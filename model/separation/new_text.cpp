// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/new_text.h"

#include <QString>

#include <array>
#include <vector>

namespace staffelstab::separation {

namespace {

/** How many lines behind "From:" or "To:" may hold the "Subject:" that makes it a quoted header. */
constexpr std::size_t longestQuotedHeader = 8;
/** Notes puts the quoted writer's name and the date on lines of their own before "To:". */
constexpr std::size_t nameLines = 2;

bool begins(QStringView line, const char* word)
{
    return line.startsWith(QLatin1String(word), Qt::CaseInsensitive);
}

template <std::size_t n>
bool beginsAny(QStringView line, const std::array<const char*, n>& words)
{
    for (const char* const word : words) {
        if (begins(line, word)) {
            return true;
        }
    }
    return false;
}

constexpr std::array quotedHeaderBegins{"From:", "Von:", "To:", "An:", "Sent by:"};
constexpr std::array subjectFields{"Subject:", "Betreff:", "Re:"};
constexpr std::array disclaimerBegins{
    "Diese E-Mail enth",
    "Diese Nachricht enth",
    "This e-mail",
    "This email",
    "This message (",
    "This message is",
    "The information contained",
    "Confidentiality notice",
    "Vertraulichkeitshinweis",
    "CONFIDENTIAL:",
};
constexpr std::array forwardWords{"Forwarded", "Original Message", "Original-Nachricht", "Weitergeleitet",
                                  "Original Appointment"};

/** A line of dashes around words: "-----Original Message-----", "---- Forwarded by ...". */
bool isDashedHeading(QStringView line)
{
    if (!line.startsWith(u'-') && !line.startsWith(u'_')) {
        return false;
    }
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u'-' || line[at] == u'_' || line[at] == u' ')) {
        ++at;
    }
    const QStringView words = line.sliced(at);
    return at >= 4 && (beginsAny(words, forwardWords) || begins(words, "Urspr") || words.isEmpty());
}

/** "On 3 May 2026, Kim wrote:" and "Am 03.05.2026 schrieb Kim:". */
bool isAttribution(QStringView line)
{
    const bool isEnd = line.endsWith(u':');
    return (isEnd && begins(line, "On ") && line.contains(QLatin1String("wrote"))) ||
           (begins(line, "Am ") && line.contains(QLatin1String("schrieb"))) ||
           (isEnd && line.contains(QLatin1String(" schrieb")) && line.contains(u'@'));
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype newline = text.indexOf(u'\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        lines.push_back(text.sliced(begin, end - begin));
        begin = end;
    }
    return lines;
}

class Cutter
{
public:
    explicit Cutter(QStringView text) : m_text(text), m_lines(linesOf(text)) {}

    NewText run()
    {
        NewText found;
        std::size_t end = quoteBegins();
        found.hasQuote = end < m_lines.size();
        for (std::size_t i = 0; i < end && !found.hasQuote; ++i) {
            found.hasQuote = m_lines[i].startsWith(u'>');
        }
        const std::size_t signature = signatureBegins(end);
        found.text = upTo(0, signature);
        found.signature = upTo(signature, end);
        found.quote = upTo(end, m_lines.size());
        return found;
    }

private:
    [[nodiscard]] QStringView upTo(std::size_t first, std::size_t end) const
    {
        if (first >= end) {
            return {};
        }
        const QChar* const begin = m_lines[first].data();
        const QStringView last = m_lines[end - 1];
        return {begin, last.data() + last.size()};
    }

    [[nodiscard]] bool isQuotedHeader(std::size_t at) const
    {
        if (!beginsAny(m_lines[at].trimmed(), quotedHeaderBegins)) {
            return false;
        }
        for (std::size_t i = at + 1; i < m_lines.size() && i <= at + longestQuotedHeader; ++i) {
            if (beginsAny(m_lines[i].trimmed(), subjectFields)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::size_t quoteBegins() const
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const QStringView line = m_lines[i].trimmed();
            if (line.isEmpty()) {
                continue;
            }
            if (isDashedHeading(line) || isAttribution(line)) {
                return i;
            }
            if (isQuotedHeader(i)) {
                return withoutNames(i);
            }
        }
        return m_lines.size();
    }

    /** The lines of the quoted writer's name and date just before "To:" belong to the quote. */
    [[nodiscard]] std::size_t withoutNames(std::size_t at) const
    {
        std::size_t begin = at;
        for (std::size_t i = 0; i < nameLines && begin > 0 && !m_lines[begin - 1].trimmed().isEmpty(); ++i) {
            --begin;
        }
        return begin;
    }

    [[nodiscard]] std::size_t signatureBegins(std::size_t end) const
    {
        for (std::size_t i = 0; i < end; ++i) {
            const QStringView line = m_lines[i];
            const QStringView bare = line.trimmed();
            if ((line.startsWith(QLatin1String("-- ")) || line.startsWith(QLatin1String("--"))) && bare.size() == 2) {
                return i;
            }
            if (beginsAny(bare, disclaimerBegins)) {
                return i;
            }
        }
        return end;
    }

    QStringView m_text;
    std::vector<QStringView> m_lines;
};

} // namespace

NewText newTextOf(QStringView text)
{
    return Cutter(text).run();
}

} // namespace staffelstab::separation
