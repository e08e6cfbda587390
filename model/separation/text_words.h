// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/**
 * Words that say how a text is meant, not what it is about: pronouns, greetings, endings. Lower case, UTF-8. Function
 * words carry over from one company to another where topics do not (see the figures of tests/bench/review_simulation).
 */
namespace staffelstab::separation::words {

inline constexpr std::array<std::string_view, 16> self{"i",      "me",     "my",   "mine", "myself", "i'm",
                                                       "ich",    "mir",    "mich", "mein", "meine",  "meinen",
                                                       "meinem", "meiner", "im",   "ive"};
inline constexpr std::array<std::string_view, 8> you{"you", "your", "yours", "you're", "u", "ya", "yourself", "youre"};
inline constexpr std::array<std::string_view, 13> du{"du",     "dir",  "dich", "dein", "deine", "deinen", "deinem",
                                                     "deiner", "euch", "euer", "eure", "euren", "deins"};
inline constexpr std::array<std::string_view, 5> sie{"ihnen", "ihrerseits", "ihres", "ihrem", "ihren"};
inline constexpr std::array<std::string_view, 11> we{"we",    "our",    "us",      "ours",    "wir",    "uns",
                                                     "unser", "unsere", "unserer", "unserem", "unseren"};
inline constexpr std::array<std::string_view, 16> endearments{
    "love", "xoxo",     "xo",    "hugs", "kisses", "schatz",     "schatzi", "liebling",
    "kuss", "küsschen", "bussi", "süße", "honey",  "sweetheart", "sweetie", "darling",
};
inline constexpr std::array<std::string_view, 8> thanks{"thanks",     "thank", "thx",   "danke",
                                                        "dankeschön", "dank",  "merci", "thankyou"};
inline constexpr std::array<std::string_view, 14> firmSignature{
    "gmbh", "ag",  "handelsregister", "hrb",       "amtsgericht", "geschäftsführer", "ust", "inc", "llc",
    "ltd",  "fax", "telefax",         "durchwahl", "corp",
};
inline constexpr std::array<std::string_view, 6> unsubscribe{"unsubscribe", "abbestellen", "abmelden",
                                                             "newsletter",  "austragen",   "optout"};

/** Of the first line and of the last lines. */
inline constexpr std::array<std::string_view, 16> informalSalutations{
    "hi",     "hey", "hallo", "hello", "moin", "servus", "liebe",  "lieber",
    "liebes", "na",  "huhu",  "ahoi",  "tach", "hiho",   "mensch", "ihr"};
inline constexpr std::array<std::string_view, 5> formalSalutations{"sehr", "dear", "guten", "geehrte", "gentlemen"};
inline constexpr std::array<std::string_view, 16> informalClosings{
    "love", "cheers",  "xoxo",   "lg",  "liebe", "hugs",  "bussi", "kuss",
    "ciao", "tschüss", "tschau", "vlg", "dein",  "deine", "gruß",  "busserl"};
inline constexpr std::array<std::string_view, 8> formalClosings{
    "freundlichen", "sincerely", "regards", "best", "mfg", "freundliche", "yours", "hochachtungsvoll"};

/** The most frequent words of each language that the other does not have. */
inline constexpr std::array<std::string_view, 16> german{"der", "die", "und", "das", "ist", "nicht", "ein", "eine",
                                                         "ich", "zu",  "mit", "auf", "für", "wir",   "sie", "den"};
inline constexpr std::array<std::string_view, 16> english{"the", "and",  "of",   "to", "is",  "that", "it",  "for",
                                                          "you", "this", "with", "be", "are", "have", "not", "we"};

} // namespace staffelstab::separation::words
