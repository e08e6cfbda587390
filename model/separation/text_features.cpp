// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/text_features.h"

#include "mail/body_text.h"
#include "separation/new_text.h"
#include "separation/string_pool.h"
#include "separation/word_lists.h"
#include "separation/word_meanings.h"
#include "separation/words_of.h"

#include <algorithm>
#include <cmath>

namespace staffelstab::separation {

namespace {

constexpr qsizetype longestText = 8'000;
constexpr qsizetype longestQuote = 2'000;
/** Longer runs of letters are no words but codes and links. */
constexpr std::size_t longestWord = 32;
constexpr std::size_t shortestWord = 3;
/** So many words from the end are searched for a closing. */
constexpr std::size_t closingWords = 8;
/** So many from the beginning for a name: "Dear Ms Kim Beispiel". */
constexpr std::size_t greetingWords = 5;

void raise(quint8& count, int by = 1)
{
    count = static_cast<quint8>(std::min(255, count + by));
}

class TextReader
{
public:
    explicit TextReader(const SpeakingNames& names) : m_names(names) {}

    TextFeatures run(const QString& subject, const mail::BodyText& body)
    {
        m_features.isRead = true;
        readAttachments(body.attachments);
        const QByteArray subjectBytes = subject.left(longestText).toUtf8();
        forEachWordOf(viewOf(subjectBytes), [this](std::string_view word) { readTopic(word, meaningOf(word)); });
        const NewText text = newTextOf(QStringView(body.text).first(std::min(body.text.size(), longestText)));
        m_features.hasQuote = text.hasQuote;
        const QByteArray bytes = withoutQuotedLines(text.text).toUtf8();
        readMarks(viewOf(bytes));
        forEachWordOf(viewOf(bytes), [this](std::string_view word) { readWord(word); });
        const QByteArray signature = text.signature.first(std::min<qsizetype>(text.signature.size(), 1'000)).toUtf8();
        forEachWordOf(viewOf(signature), [this](std::string_view word) { readSignature(word); });
        const QByteArray quote = text.quote.first(std::min(text.quote.size(), longestQuote)).toUtf8();
        forEachWordOf(viewOf(quote), [this](std::string_view word) {
            countTheme(meaningOf(word), TextFeatures::QuotedPrivateWords, TextFeatures::QuotedBusinessWords);
        });
        conclude();
        return std::move(m_features);
    }

private:
    /** Lines that begin with '>' between lines of the writer. */
    static QString withoutQuotedLines(QStringView text)
    {
        if (!text.contains(u'>')) {
            return text.toString();
        }
        QString kept;
        for (const QStringView line : text.split(u'\n')) {
            if (!line.startsWith(u'>')) {
                kept.append(line).append(u'\n');
            }
        }
        return kept;
    }

    void readAttachments(const QStringList& names)
    {
        const auto endsWith = [](const QString& name, std::initializer_list<const char*> endings) {
            return std::any_of(endings.begin(), endings.end(), [&](const char* ending) {
                return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
            });
        };
        for (const QString& name : names) {
            const bool isPicture = name.startsWith(QLatin1String("image/")) ||
                                   endsWith(name, {".jpg", ".jpeg", ".png", ".gif", ".heic", ".mov", ".mp4"});
            const bool isDocument = endsWith(name, {".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".pdf", ".odt",
                                                    ".ods", ".csv", ".rtf", "/pdf", ".vsd"});
            const bool isCalendar = endsWith(name, {".ics", "/calendar"});
            m_features.attached |= isPicture    ? Attached::picture
                                   : isDocument ? Attached::document
                                   : isCalendar ? Attached::calendar
                                                : Attached::other;
        }
    }

    /** Signs that are no words. */
    void readMarks(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const char next = i + 1 < text.size() ? text[i + 1] : '\0';
            if (c == '!') {
                raise(m_features.count[TextFeatures::Exclamations]);
            } else if (c == '?') {
                raise(m_features.count[TextFeatures::Questions]);
            } else if ((c == ':' || c == ';') && (next == ')' || next == '-' || next == 'D' || next == 'P')) {
                const char mouth = next == '-' && i + 2 < text.size() ? text[i + 2] : next;
                raise(m_features.count[TextFeatures::Smileys], mouth == ')' || mouth == 'D' || mouth == 'P' ? 1 : 0);
            } else if (c == '\xF0' && next == '\x9F') { // U+1F300 and up: pictures
                raise(m_features.count[TextFeatures::Smileys]);
            } else if (c == ':' && text.substr(i, 3) == "://") {
                raise(m_features.count[TextFeatures::Links]);
            }
        }
    }

    void countTheme(Meaning meaning, TextFeatures::Count isPrivate, TextFeatures::Count isBusiness)
    {
        if (meaning.theme != 0) {
            const float weight = words::subjectWords[meaning.theme - 1U].weight;
            const int tenths = static_cast<int>(std::lround(std::abs(weight) * 10));
            raise(m_features.count[weight < 0 ? isPrivate : isBusiness], tenths);
        }
    }

    void readTopic(std::string_view word, Meaning meaning)
    {
        countTheme(meaning, TextFeatures::PrivateWords, TextFeatures::BusinessWords);
        if (meaning.theme != 0) {
            const auto weight = [](quint16 theme) { return std::abs(words::subjectWords[theme - 1U].weight); };
            const bool isStronger = m_features.theme == 0 || weight(m_features.theme) < weight(meaning.theme);
            m_features.theme = isStronger ? meaning.theme : m_features.theme;
        }
        constexpr std::uint32_t grammar = isSelf | isYou | isDu | isSie | isWe | isGerman | isEnglish;
        if (word.size() < shortestWord || word.size() > longestWord || (meaning.lists & grammar) != 0 ||
            m_features.words.size() >= TextFeatures::mostWords) {
            return;
        }
        const quint16 hash = wordHash(word);
        if (std::find(m_features.words.begin(), m_features.words.end(), hash) == m_features.words.end()) {
            m_features.words.push_back(hash);
        }
    }

    void readWord(std::string_view word)
    {
        const Meaning meaning = meaningOf(word);
        if (m_words < 2 && (meaning.lists & (isInformalSalutation | isFormalSalutation)) != 0 &&
            m_features.salutation == Register::None) {
            m_features.salutation = (meaning.lists & isFormalSalutation) != 0 ? Register::Formal : Register::Informal;
        }
        if (m_words < greetingWords) {
            m_isFirstNameGreeted = m_isFirstNameGreeted || isCalled(word, m_names.readerFirst);
            m_isFamilyNameGreeted = m_isFamilyNameGreeted || isCalled(word, m_names.readerFamily);
        }
        m_last[m_words % closingWords] = meaning.lists | (isCalled(word, m_names.writerFirst) ? isOwnFirstName : 0U) |
                                         (isCalled(word, m_names.writerFamily) ? isOwnFamilyName : 0U);
        ++m_words;
        if (word.front() >= '0' && word.front() <= '9') {
            raise(m_features.count[TextFeatures::Figures]);
            return;
        }
        readGrammar(meaning.lists);
        readTopic(word, meaning);
    }

    void readGrammar(std::uint32_t lists)
    {
        if (lists == 0) {
            return;
        }
        constexpr std::array<std::pair<std::uint32_t, TextFeatures::Count>, 8> counted{{
            {isSelf, TextFeatures::Self},
            {isYou, TextFeatures::You},
            {isDu, TextFeatures::Du},
            {isSie, TextFeatures::Sie},
            {isWe, TextFeatures::We},
            {isEndearment, TextFeatures::Endearments},
            {isThanks, TextFeatures::Thanks},
            {isFirm, TextFeatures::FirmSignature},
        }};
        for (const auto& [bit, count] : counted) {
            raise(m_features.count[count], (lists & bit) != 0 ? 1 : 0);
        }
        m_features.isNewsletter = m_features.isNewsletter || (lists & isUnsubscribe) != 0;
        m_german += (lists & isGerman) != 0 ? 1 : 0;
        m_english += (lists & isEnglish) != 0 ? 1 : 0;
    }

    void readSignature(std::string_view word)
    {
        const std::uint32_t lists = meaningOf(word).lists;
        raise(m_features.count[TextFeatures::FirmSignature], (lists & isFirm) != 0 ? 1 : 0);
        m_features.isNewsletter = m_features.isNewsletter || (lists & isUnsubscribe) != 0;
    }

    void conclude()
    {
        m_features.count[TextFeatures::Length] = static_cast<quint8>(std::min<std::size_t>(255, (m_words + 3) / 4));
        if (m_isFirstNameGreeted != m_isFamilyNameGreeted) {
            m_features.salutation = m_isFirstNameGreeted ? Register::Informal : Register::Formal;
        }
        std::uint32_t said = 0;
        for (std::size_t i = 0; i < std::min(m_words, closingWords); ++i) {
            const std::uint32_t lists = m_last[i];
            said |= lists;
            if ((lists & isFormalClosing) != 0) {
                m_features.closing = Register::Formal;
            } else if ((lists & isInformalClosing) != 0 && m_features.closing == Register::None) {
                m_features.closing = Register::Informal;
            }
        }
        const bool isSignedByFirstName = (said & isOwnFirstName) != 0 && (said & isOwnFamilyName) == 0;
        if (isSignedByFirstName && m_features.closing == Register::None) {
            m_features.closing = Register::Informal;
        }
        if (m_german + m_english > 1) {
            m_features.language = m_german > m_english ? Language::German : Language::English;
        }
    }

    const SpeakingNames& m_names;
    TextFeatures m_features;
    std::size_t m_words = 0;
    bool m_isFirstNameGreeted = false;
    bool m_isFamilyNameGreeted = false;
    int m_german = 0;
    int m_english = 0;
    std::array<std::uint32_t, closingWords> m_last{};
};

} // namespace

quint16 wordHash(std::string_view word)
{
    quint32 hash = 2166136261U; // FNV-1a
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return static_cast<quint16>(hash ^ (hash >> 16U));
}

TextFeatures readTextFeatures(const QString& subject, const mail::BodyText& body, const SpeakingNames& names)
{
    return TextReader(names).run(subject, body);
}

} // namespace staffelstab::separation
