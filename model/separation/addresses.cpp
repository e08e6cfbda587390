// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/addresses.h"

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

} // namespace staffelstab::separation
