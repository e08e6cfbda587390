// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/speaking_names.h"

#include "mail/message_header.h"
#include "separation/persons.h"
#include "separation/string_pool.h"

#include <algorithm>

namespace staffelstab::separation {

namespace {

constexpr std::size_t mostReaders = 8;
constexpr std::size_t shortestShortForm = 4;
constexpr qsizetype shortestName = 2;

void add(const mail::Address& person, std::vector<QByteArray>& first, std::vector<QByteArray>& family)
{
    QString name = fullNameKey(person.name);
    if (name.isEmpty()) {
        name = person.address.section(QLatin1Char('@'), 0, 0).toLower();
        name.replace(QLatin1Char('.'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    }
    QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    parts.removeIf([](const QString& part) { return part.endsWith(QLatin1Char('.')); }); // "dr.", "j."
    if (parts.size() < 2 || parts.first().size() < shortestName || parts.last().size() < shortestName) {
        return;
    }
    first.push_back(parts.first().toUtf8());
    family.push_back(parts.last().toUtf8());
}

} // namespace

SpeakingNames speakingNamesOf(const mail::MessageHeader& header)
{
    SpeakingNames names;
    for (const mail::Address& writer : header.from) {
        if (names.writerFirst.size() < mostReaders) {
            add(writer, names.writerFirst, names.writerFamily);
        }
    }
    for (const mail::Address& reader : header.to) {
        if (names.readerFirst.size() < mostReaders) {
            add(reader, names.readerFirst, names.readerFamily);
        }
    }
    return names;
}

bool isCalled(std::string_view word, const std::vector<QByteArray>& names)
{
    return std::any_of(names.begin(), names.end(), [word](const QByteArray& bytes) {
        const std::string_view name = viewOf(bytes);
        return name == word || (word.size() >= shortestShortForm && name.starts_with(word));
    });
}

} // namespace staffelstab::separation
