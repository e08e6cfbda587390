// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/folded_texts.h"

#include <QByteArrayMatcher>
#include <QString>

#include <algorithm>

namespace staffelstab::separation {

void FoldedTexts::clear()
{
    m_block.clear();
    m_ends.clear();
}

void FoldedTexts::append(QStringView text)
{
    m_block += folded(text);
    m_block += '\n';
    m_ends.push_back(m_block.size());
}

QByteArray FoldedTexts::folded(QStringView text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    QByteArray bytes;
    if (isPlain) {
        bytes = text.toLatin1().toLower();
    } else {
        QString letters;
        for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD)) {
            if (c == QChar(0x00DF)) {
                letters += QLatin1String("ss");
            } else if (!c.isMark()) {
                letters += c;
            }
        }
        bytes = letters.toCaseFolded().toUtf8();
    }
    std::replace(bytes.begin(), bytes.end(), '\n', ' ');
    return bytes;
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

} // namespace staffelstab::separation
