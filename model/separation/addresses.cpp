// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/addresses.h"

#include <string>

namespace staffelstab::separation {

QStringView domainOf(QStringView address)
{
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? QStringView() : address.mid(at + 1);
}

bool isWithin(QStringView domain, QStringView parent)
{
    if (parent.isEmpty() || !domain.endsWith(parent)) {
        return false;
    }
    return domain.size() == parent.size() || domain[domain.size() - parent.size() - 1] == QLatin1Char('.');
}

bool matchesPattern(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
        ++p;
    }
    return p == pattern.size();
}

QString familyNameOf(const QString& fullName)
{
    const QString name = fullName.simplified().toLower();
    const qsizetype comma = name.indexOf(QLatin1Char(','));
    const QString family = comma > 0 ? name.left(comma).trimmed() : name.mid(name.lastIndexOf(QLatin1Char(' ')) + 1);
    return family.size() < 3 ? QString() : family;
}

void forEachWord(std::string_view text, const std::function<void(std::string_view)>& found)
{
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            found(word);
            word.clear();
        }
    };
    unsigned char previous = 0;
    for (const char character : text) {
        auto byte = static_cast<unsigned char>(character);
        const bool isAsciiLetter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        if (isAsciiLetter) {
            word.push_back(static_cast<char>(byte | 0x20));
        } else if (byte >= 0x80 || (byte >= '0' && byte <= '9')) {
            // Capital Latin-1 letters are C3 80 to C3 9E in UTF-8, small ones 20 higher; C3 97 is the times sign.
            const bool isCapital = previous == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
            word.push_back(static_cast<char>(isCapital ? byte + 0x20 : byte));
        } else {
            flush();
        }
        previous = byte;
    }
    flush();
}

} // namespace staffelstab::separation
