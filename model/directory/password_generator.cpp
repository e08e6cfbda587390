// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "directory/word_list.h"

#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

namespace staffelstab::directory {

namespace {

constexpr double leastEntropy = 70.0;
constexpr int cautiousLength = 20;
/** throwAwayOf() must fit as well. */
constexpr std::string_view throwAwayTail = "-1";

// Without those that are mistaken for another: l I 1, o O 0.
constexpr std::array<std::string_view, 4> classes = {"abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789",
                                                     "-_+.:"};
constexpr std::string_view digits = classes[2];
constexpr int digitCount = 2;
constexpr std::size_t usualCharacters = 14;
constexpr std::size_t leastForAllClasses = 8;

std::size_t alphabetSize()
{
    std::size_t size = 0;
    for (const std::string_view each : classes) {
        size += each.size();
    }
    return size;
}

std::size_t leastLength(const PasswordPolicy& policy)
{
    return static_cast<std::size_t>(std::max(policy.minLength, policy.isReadable ? 0 : cautiousLength));
}

/** 0: no limit. */
std::size_t greatestLength(const PasswordPolicy& policy)
{
    const int length = policy.maxLength - static_cast<int>(throwAwayTail.size());
    return policy.maxLength <= 0 ? 0 : static_cast<std::size_t>(std::max(length, 1));
}

/** As Windows cuts names for its complexity rule: at , . - _ # and white space; parts below three characters are free.
 */
std::vector<QByteArray> forbiddenParts(const QStringList& names)
{
    static const QRegularExpression separators(QStringLiteral("[,.\\-_#@\\s\\\\]+"));
    constexpr qsizetype leastPart = 3;
    std::vector<QByteArray> parts;
    for (const QString& name : names) {
        const QString lower = name.toLower();
        const QStringList candidates = lower.split(separators) + QStringList(lower);
        for (const QString& part : candidates) {
            if (part.size() >= leastPart) {
                parts.push_back(part.toUtf8());
            }
        }
    }
    return parts;
}

bool containsAny(QByteArrayView text, const std::vector<QByteArray>& lowerParts)
{
    const auto isSame = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    };
    return std::any_of(lowerParts.begin(), lowerParts.end(), [&](const QByteArray& part) {
        return std::search(text.begin(), text.end(), part.begin(), part.end(), isSame) != text.end();
    });
}

/** None where characters are wanted. */
std::vector<QByteArray> wordsWithout(const std::vector<QByteArray>& forbidden, PasswordStyle style)
{
    std::vector<QByteArray> words;
    if (style == PasswordStyle::Characters) {
        return words;
    }
    const QString language = style == PasswordStyle::GermanWords ? QStringLiteral("de") : QStringLiteral("en");
    for (const QByteArray& word : wordList(language)) {
        if (!containsAny(word, forbidden)) {
            words.push_back(word);
        }
    }
    return words;
}

char drawFrom(std::string_view characters)
{
    return characters[randombytes_uniform(static_cast<uint32_t>(characters.size()))];
}

/** Number of words, and how long the result can become. */
struct WordPlan
{
    std::size_t count = 0;
    std::size_t longest = 0;
};

WordPlan planWords(const PasswordPolicy& policy, const std::vector<QByteArray>& words)
{
    constexpr std::size_t fewestUseful = 1000;
    if (words.size() < fewestUseful) {
        return {};
    }
    const auto bySize = [](const QByteArray& a, const QByteArray& b) { return a.size() < b.size(); };
    const auto [shortest, longest] = std::minmax_element(words.begin(), words.end(), bySize);
    const double bits = std::log2(words.size());
    const double digitBits = digitCount * std::log2(digits.size());
    WordPlan plan;
    const auto lengthWith = [&plan](const QByteArray& word) {
        return plan.count * (static_cast<std::size_t>(word.size()) + 1) + digitCount;
    };
    while (static_cast<double>(plan.count) * bits + digitBits < leastEntropy ||
           lengthWith(*shortest) < leastLength(policy)) {
        ++plan.count;
    }
    plan.longest = lengthWith(*longest);
    return plan;
}

bool mayUseWords(const PasswordPolicy& policy, const WordPlan& plan)
{
    return plan.count != 0 && (greatestLength(policy) == 0 || plan.longest <= greatestLength(policy));
}

Secret drawWords(const WordPlan& plan, const std::vector<QByteArray>& words)
{
    Secret room = Secret::withSize(plan.longest);
    std::size_t at = 0;
    for (std::size_t i = 0; i < plan.count; ++i) {
        const QByteArray& word = words[randombytes_uniform(static_cast<uint32_t>(words.size()))];
        std::memcpy(room.data() + at, word.constData(), static_cast<std::size_t>(word.size()));
        room.data()[at] = static_cast<char>(word[0] - ('a' - 'A'));
        at += static_cast<std::size_t>(word.size());
        room.data()[at++] = '-';
    }
    for (int i = 0; i < digitCount; ++i) {
        room.data()[at++] = drawFrom(digits);
    }
    return Secret(room.view().first(static_cast<qsizetype>(at)));
}

std::size_t characterCount(const PasswordPolicy& policy)
{
    const std::size_t wanted = std::max(leastLength(policy), usualCharacters);
    return greatestLength(policy) == 0 ? wanted : std::min(wanted, greatestLength(policy));
}

bool hasAllClasses(QByteArrayView text)
{
    return std::all_of(classes.begin(), classes.end(), [text](std::string_view characters) {
        return std::any_of(text.begin(), text.end(),
                           [characters](char c) { return characters.find(c) != std::string_view::npos; });
    });
}

Secret drawCharacters(std::size_t count)
{
    Secret password = Secret::withSize(count);
    do {
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t index = randombytes_uniform(static_cast<uint32_t>(alphabetSize()));
            std::size_t group = 0;
            for (; index >= classes[group].size(); ++group) {
                index -= classes[group].size();
            }
            password.data()[i] = classes[group][index];
        }
    } while (count >= leastForAllClasses && !hasAllClasses(password.view()));
    return password;
}

/** Share of all strings of this length in which every class occurs (inclusion and exclusion). */
double shareWithAllClasses(std::size_t count)
{
    const auto all = static_cast<double>(alphabetSize());
    double share = 0;
    for (unsigned left = 0; left < 1U << classes.size(); ++left) {
        double remaining = all;
        int sign = 1;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if ((left >> i & 1U) != 0) {
                remaining -= static_cast<double>(classes[i].size());
                sign = -sign;
            }
        }
        share += sign * std::pow(remaining / all, static_cast<double>(count));
    }
    return share;
}

} // namespace

PasswordStyle wordsOf(const QString& language)
{
    return language == QLatin1String("de") ? PasswordStyle::GermanWords : PasswordStyle::EnglishWords;
}

Secret generatePassword(const PasswordPolicy& policy, PasswordStyle style, const QStringList& names)
{
    const std::vector<QByteArray> forbidden = forbiddenParts(names);
    const std::vector<QByteArray> words = wordsWithout(forbidden, style);
    const WordPlan plan = planWords(policy, words);
    const bool useWords = mayUseWords(policy, plan);
    Secret password;
    do {
        password = useWords ? drawWords(plan, words) : drawCharacters(characterCount(policy));
    } while (containsAny(password.view(), forbidden));
    return password;
}

double generatedEntropy(const PasswordPolicy& policy, PasswordStyle style, const QStringList& names)
{
    const std::vector<QByteArray> words = wordsWithout(forbiddenParts(names), style);
    const WordPlan plan = planWords(policy, words);
    if (mayUseWords(policy, plan)) {
        return static_cast<double>(plan.count) * std::log2(words.size()) + digitCount * std::log2(digits.size());
    }
    const std::size_t count = characterCount(policy);
    const double all = static_cast<double>(count) * std::log2(alphabetSize());
    return count < leastForAllClasses ? all : all + std::log2(shareWithAllClasses(count));
}

Secret throwAwayOf(const Secret& finalPassword)
{
    Secret throwAway = Secret::withSize(finalPassword.size() + throwAwayTail.size());
    if (!finalPassword.isEmpty()) {
        std::memcpy(throwAway.data(), finalPassword.data(), finalPassword.size());
    }
    std::memcpy(throwAway.data() + finalPassword.size(), throwAwayTail.data(), throwAwayTail.size());
    return throwAway;
}

} // namespace staffelstab::directory
