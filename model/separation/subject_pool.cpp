// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/subject_pool.h"

#include <algorithm>

namespace staffelstab::separation {

namespace {

/** "AW", "Fwd", "Antwort" and the like. */
constexpr std::size_t longestWord = 8;
constexpr std::size_t longestStart = 32;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** How much of the subject are short words with ": " behind them. */
std::size_t startLength(std::string_view subject)
{
    std::size_t length = 0;
    while (length < longestStart) {
        const std::string_view left = subject.substr(length, longestWord + 1);
        const auto word = static_cast<std::size_t>(std::find_if_not(left.begin(), left.end(), isLetter) - left.begin());
        if (word == 0 || word > longestWord || subject.substr(length + word, 2) != ": ") {
            break;
        }
        length += word + 2;
    }
    return length;
}

} // namespace

SubjectPool::Entry SubjectPool::intern(std::string_view subject)
{
    const std::size_t length = startLength(subject);
    const std::string_view start = subject.substr(0, length);
    // Once all are taken none is added, so that the same subject is always parted in the same way.
    const quint32 number = m_starts.size() < mostStarts ? m_starts.intern(start) : m_starts.find(start);
    if (number == StringPool::none) {
        return {0, m_rests.intern(subject)};
    }
    return {static_cast<Start>(number), m_rests.intern(subject.substr(length))};
}

QByteArray SubjectPool::at(Entry entry) const
{
    const std::string_view start = startOf(entry.start);
    const std::string_view rest = restOf(entry.rest);
    QByteArray subject;
    subject.reserve(static_cast<qsizetype>(start.size() + rest.size()));
    return subject.append(start.data(), static_cast<qsizetype>(start.size()))
        .append(rest.data(), static_cast<qsizetype>(rest.size()));
}

} // namespace staffelstab::separation
