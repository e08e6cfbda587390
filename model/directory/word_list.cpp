// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/word_list.h"

#include <QFile>

#include <algorithm>

// Outside of the namespace, as Qt demands: the words are compiled into this static library.
static void initWords()
{
    Q_INIT_RESOURCE(words);
}

namespace staffelstab::directory {

namespace {

/** A line is a number of five dice, white space and the word. */
std::vector<QByteArray> readWords(const QString& path)
{
    initWords();
    std::vector<QByteArray> words;
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        return words;
    }
    while (!file.atEnd()) {
        const QByteArray word = file.readLine().simplified().split(' ').value(1);
        const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
        // A hyphen inside would make two draws look alike.
        if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isLetter)) {
            words.push_back(word);
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

const std::vector<QByteArray>& wordList(const QString& language)
{
    static const std::vector<QByteArray> german = readWords(QStringLiteral(":/words/wordlist_de.txt"));
    static const std::vector<QByteArray> english = readWords(QStringLiteral(":/words/wordlist_en_eff.txt"));
    return language.startsWith(QLatin1String("de")) ? german : english;
}

} // namespace staffelstab::directory
