// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/persons.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace staffelstab::separation {

namespace {

constexpr qsizetype longestName = 80;
constexpr std::array sharedMailboxes{"team",     "service",   "support",    "info",   "newsletter",  "kundenservice",
                                     "reply",    "noreply",   "verwaltung", "shop",   "buchhaltung", "sekretariat",
                                     "zentrale", "redaktion", "via",        "office", "gmbh",        "praxis"};

bool isShared(const QString& word)
{
    return std::any_of(sharedMailboxes.begin(), sharedMailboxes.end(),
                       [&word](const char* shared) { return word == QLatin1String(shared); });
}

} // namespace

QString fullNameKey(const QString& name)
{
    QString bare = name.left(longestName).toLower();
    if (const qsizetype bracket = bare.indexOf(u'('); bracket > 0) {
        bare.truncate(bracket);
    }
    bare.remove(u'"').remove(u'\'');
    if (const qsizetype comma = bare.indexOf(u','); comma > 0) {
        bare = bare.mid(comma + 1) + u' ' + bare.left(comma);
    }
    const QStringList words = bare.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto isNamePart = [](const QString& word) {
        return word.size() > 1 && !isShared(word) &&
               std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'-' || c == u'.'; });
    };
    const bool isFullName = words.size() > 1 && words.size() < 5 && std::all_of(words.begin(), words.end(), isNamePart);
    return isFullName ? words.join(u' ') : QString();
}

void Persons::rebuild(const MessageTable& table, const std::function<bool(quint32)>& isCompany)
{
    m_personOf.clear();
    m_first.clear();
    QHash<QString, quint32> known;
    for (quint32 i = 0; i < table.correspondents(); ++i) {
        QString key = fullNameKey(table.correspondentName(i));
        if (!key.isEmpty()) {
            key.prepend(isCompany(i) ? u'+' : u'-');
        }
        const auto next = static_cast<quint32>(m_first.size());
        const quint32 person = key.isEmpty() ? next : known.value(key, next);
        if (person == next) {
            m_first.push_back(i);
            if (!key.isEmpty()) {
                known.insert(key, person);
            }
        }
        m_personOf.push_back(person);
    }
}

} // namespace staffelstab::separation
