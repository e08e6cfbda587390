// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/folded_texts.h"

#include <QByteArrayMatcher>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>

namespace staffelstab::separation {

void FoldedTexts::clear()
{
    m_block.clear();
    m_ends.clear();
}

void FoldedTexts::reserve(quint32 texts)
{
    m_block.reserve(static_cast<qsizetype>(texts) * 60);
    m_ends.reserve(texts);
}

namespace {

/** Letters up to here (Latin-1 and Latin Extended-A: all of Western and Central Europe) are folded by a table. */
constexpr char16_t tableEnd = 0x180;

QByteArray foldedSlowly(const QString& text)
{
    QString letters;
    for (const QString decomposed = text.normalized(QString::NormalizationForm_KD); const QChar c : decomposed) {
        if (c == QChar(0x00DF)) {
            letters += QLatin1String("ss");
        } else if (!c.isMark()) {
            letters += c == QLatin1Char('\n') ? QLatin1Char(' ') : c;
        }
    }
    return letters.toCaseFolded().toUtf8();
}

const std::array<QByteArray, tableEnd>& letterTable()
{
    static const auto table = [] {
        std::array<QByteArray, tableEnd> made;
        for (char16_t c = 0; c < tableEnd; ++c) {
            made[c] = foldedSlowly(QString(QChar(c)));
        }
        return made;
    }();
    return table;
}

void appendFolded(QByteArray& block, QStringView text)
{
    const auto& table = letterTable();
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= tableEnd; })) {
        block += foldedSlowly(text.toString());
        return;
    }
    for (const QChar c : text) {
        const QByteArray& letters = table[c.unicode()];
        if (letters.size() == 1) {
            block += letters.front();
        } else {
            block += letters;
        }
    }
}

} // namespace

void FoldedTexts::append(QStringView text)
{
    appendFolded(m_block, text);
    m_block += '\n';
    m_ends.push_back(m_block.size());
}

QByteArray FoldedTexts::folded(QStringView text)
{
    QByteArray bytes;
    appendFolded(bytes, text);
    return bytes;
}

std::optional<std::string_view> FoldedTexts::foldedInto(std::span<char> room, std::string_view utf8)
{
    // Of two bytes up to U+017F; each becomes at most as many letters as these bytes hold.
    constexpr std::size_t longestLetter = 8;
    if (utf8.size() * longestLetter / 2 > room.size()) {
        return std::nullopt;
    }
    const auto& table = letterTable();
    std::size_t size = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            const bool isUpper = static_cast<unsigned>(byte - 'A') < 26U;
            room[size++] = byte == '\n' ? ' ' : static_cast<char>(byte + (isUpper ? 'a' - 'A' : 0));
            continue;
        }
        const unsigned next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0;
        if (byte < 0xC2 || byte > 0xC5 || (next & 0xC0U) != 0x80) {
            return std::nullopt;
        }
        const unsigned code = (byte & 0x1FU) << 6U | (next & 0x3FU);
        const QByteArray& letters = table[code];
        std::copy(letters.begin(), letters.end(), room.begin() + static_cast<std::ptrdiff_t>(size));
        size += static_cast<std::size_t>(letters.size());
        ++i;
    }
    return std::string_view(room.data(), size);
}

std::vector<QByteArray> FoldedTexts::queryWords(const QString& query)
{
    std::vector<QByteArray> words;
    for (const QByteArray& word : folded(query.simplified()).split(' ')) {
        if (!word.isEmpty()) {
            words.push_back(word);
        }
    }
    return words;
}

bool FoldedTexts::isNarrower(const std::vector<QByteArray>& words, const std::vector<QByteArray>& before)
{
    return std::all_of(before.begin(), before.end(), [&](const QByteArray& former) {
        return std::any_of(words.begin(), words.end(), [&](const QByteArray& word) { return word.contains(former); });
    });
}

std::vector<bool> FoldedTexts::find(const QByteArray& word) const
{
    std::vector<bool> found(m_ends.size(), word.isEmpty());
    const QByteArrayMatcher matcher(word);
    qsizetype at = word.isEmpty() ? -1 : matcher.indexIn(m_block, 0);
    auto text = m_ends.begin();
    while (at >= 0) {
        text = std::upper_bound(text, m_ends.end(), at);
        found[static_cast<std::size_t>(text - m_ends.begin())] = true;
        at = matcher.indexIn(m_block, *text);
    }
    return found;
}

bool FoldedTexts::holds(quint32 text, const QByteArray& word) const
{
    const qsizetype begin = text == 0 ? 0 : m_ends[text - 1];
    return QByteArrayView(m_block).sliced(begin, m_ends[text] - begin).contains(word);
}

} // namespace staffelstab::separation
