// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/word_meanings.h"

#include "separation/text_words.h"
#include "separation/word_lists.h"

#include <unordered_map>

namespace staffelstab::separation {

namespace {

using Meanings = std::unordered_map<std::string_view, Meaning>;

const Meanings& meanings()
{
    static const Meanings all = [] {
        Meanings made;
        const auto add = [&made](const auto& list, std::uint32_t bit) {
            for (const std::string_view word : list) {
                made[word].lists |= bit;
            }
        };
        add(words::self, isSelf);
        add(words::you, isYou);
        add(words::du, isDu);
        add(words::sie, isSie);
        add(words::we, isWe);
        add(words::endearments, isEndearment);
        add(words::thanks, isThanks);
        add(words::firmSignature, isFirm);
        add(words::unsubscribe, isUnsubscribe);
        add(words::informalSalutations, isInformalSalutation);
        add(words::formalSalutations, isFormalSalutation);
        add(words::informalClosings, isInformalClosing);
        add(words::formalClosings, isFormalClosing);
        add(words::german, isGerman);
        add(words::english, isEnglish);
        for (std::size_t i = 0; i < words::subjectWords.size(); ++i) {
            made[words::subjectWords[i].word].theme = static_cast<quint16>(i + 1);
        }
        return made;
    }();
    return all;
}

} // namespace

Meaning meaningOf(std::string_view word)
{
    const auto found = meanings().find(word);
    return found == meanings().end() ? Meaning() : found->second;
}

} // namespace staffelstab::separation
