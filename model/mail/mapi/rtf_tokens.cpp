// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/rtf_tokens.h"

#include <algorithm>

namespace staffelstab::mail::mapi {

namespace {

constexpr qsizetype longestWord = 64;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::optional<RtfToken> RtfTokens::next()
{
    while (!m_rest.isEmpty()) {
        const char first = m_rest.front();
        if (first == '\\') {
            if (std::optional<RtfToken> token = control(); token) {
                return token;
            }
            continue;
        }
        if (first == '{' || first == '}') {
            m_rest = m_rest.sliced(1);
            return RtfToken{first == '{' ? RtfToken::Type::GroupBegin : RtfToken::Type::GroupEnd, {}, {}};
        }
        if (first == '\r' || first == '\n') {
            m_rest = m_rest.sliced(1);
            continue;
        }
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), [](char c) {
            return c == '\\' || c == '{' || c == '}' || c == '\r' || c == '\n';
        });
        const QByteArrayView text = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(text.size());
        return RtfToken{RtfToken::Type::Text, text, {}};
    }
    return {};
}

/** At a backslash; nothing if it stands for nothing. */
std::optional<RtfToken> RtfTokens::control()
{
    m_rest = m_rest.sliced(1);
    if (m_rest.isEmpty()) {
        return {};
    }
    const char first = m_rest.front();
    if (isLetter(first)) {
        const RtfToken token = word();
        if (token.text == QByteArrayView("bin")) {
            const qsizetype length = std::max(0, token.number.value_or(0));
            m_rest = m_rest.sliced(std::min(length, m_rest.size()));
            return {};
        }
        return token;
    }
    if (first == '\'' && m_rest.size() >= 3) {
        const int high = hexValue(m_rest.at(1));
        const int low = hexValue(m_rest.at(2));
        if (high >= 0 && low >= 0) {
            m_rest = m_rest.sliced(3);
            return RtfToken{RtfToken::Type::Byte, {}, high * 16 + low};
        }
    }
    const RtfToken token{RtfToken::Type::Symbol, m_rest.first(1), {}};
    m_rest = m_rest.sliced(1);
    return token;
}

RtfToken RtfTokens::word()
{
    const auto end = std::find_if_not(m_rest.begin(), m_rest.begin() + std::min(m_rest.size(), longestWord), isLetter);
    RtfToken token{RtfToken::Type::Word, m_rest.first(end - m_rest.begin()), {}};
    m_rest = m_rest.sliced(token.text.size());
    const bool isNegative = m_rest.size() > 1 && m_rest.front() == '-' && isDigit(m_rest.at(1));
    if (isNegative) {
        m_rest = m_rest.sliced(1);
    }
    qint64 value = 0;
    qsizetype digits = 0;
    while (digits < m_rest.size() && isDigit(m_rest.at(digits))) {
        value = std::min<qint64>(value * 10 + (m_rest.at(digits) - '0'), 0x7FFFFFFF);
        ++digits;
    }
    if (digits > 0) {
        token.number = static_cast<int>(isNegative ? -value : value);
        m_rest = m_rest.sliced(digits);
    }
    if (!m_rest.isEmpty() && m_rest.front() == ' ') {
        m_rest = m_rest.sliced(1);
    }
    return token;
}

} // namespace staffelstab::mail::mapi
