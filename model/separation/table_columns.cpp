// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/table_columns.h"

#include "core/sha256.h"

#include <QtEndian>

namespace staffelstab::separation {

namespace {

constexpr std::size_t longestName = 998;

} // namespace

std::string_view cut(std::string_view text)
{
    return text.substr(0, longestName);
}

quint64 shortHash(const QByteArray& bytes)
{
    return qFromBigEndian<quint64>(Sha256::of(bytes).constData());
}

bool MessageTable::Columns::isOutgoing(const MessageFacts& facts) const
{
    const auto use = facts.folder < folders.size() ? folders[facts.folder].folder.use : mail::SpecialUse::None;
    return use == mail::SpecialUse::Sent || use == mail::SpecialUse::Drafts ||
           (!facts.header.from.empty() && isOwn(facts.header.from.front()));
}

mail::Address MessageTable::Columns::otherPerson(const MessageFacts& facts, bool outgoing) const
{
    const mail::MessageHeader& header = facts.header;
    const mail::Address* fallback = nullptr;
    if (outgoing) {
        for (const auto* field : {&header.to, &header.cc}) {
            for (const mail::Address& person : *field) {
                if (!isOwn(person) && !(person.address.isEmpty() && person.name.isEmpty())) {
                    return person;
                }
                fallback = fallback ? fallback : &person;
            }
        }
    }
    if (fallback) {
        return *fallback;
    }
    return header.from.empty() ? mail::Address{} : header.from.front();
}

quint32 MessageTable::Columns::correspondentOf(const mail::Address& person, bool isSender)
{
    const QByteArray address = person.address.toLower().toUtf8();
    const QByteArray name = person.name.simplified().toUtf8();
    const QByteArray key = address.isEmpty() ? person.name.simplified().toLower().toUtf8() : address;
    const quint32 keyNumber = correspondentKeys.intern(cut(viewOf(key)));
    correspondentByKey.resize(correspondentKeys.size(), 0);
    quint32& number = correspondentByKey[keyNumber];
    if (number == 0) {
        correspondents.push_back({keyNumber, addresses.intern(cut(viewOf(address))), 0, false});
        number = static_cast<quint32>(correspondents.size());
    }
    PackedCorrespondent& known = correspondents[number - 1];
    // What people call themselves is better than what others call them.
    if (!name.isEmpty() && (known.name == 0 || (isSender && !known.isNamedBySelf))) {
        known.name = names.intern(cut(viewOf(name)));
        known.isNamedBySelf = isSender;
    }
    return number - 1;
}

quint32 MessageTable::Columns::addPeople(const mail::MessageHeader& header)
{
    std::vector<quint32> all;
    const auto add = [&](const std::vector<mail::Address>& field) {
        quint16 added = 0;
        for (const mail::Address& person : field) {
            if (all.size() == MentionPool::mostMentions) {
                break;
            }
            const QByteArray address = person.address.toUtf8();
            const QByteArray name = person.name.toUtf8();
            all.push_back(people.intern({addresses.intern(cut(viewOf(address))), names.intern(cut(viewOf(name)))}));
            ++added;
        }
        return added;
    };
    const quint16 from = add(header.from);
    const quint16 to = add(header.to);
    const quint16 cc = add(header.cc);
    return people.intern(MentionRun{all, from, to, cc});
}

void MessageTable::Columns::addThread(PackedRow& row, const mail::MessageHeader& header)
{
    row.hasMessageId = !header.messageId.isEmpty();
    row.node = row.hasMessageId ? messageIds.intern(cut(viewOf(header.messageId))) : messageIds.appendUnnamed();
    std::vector<quint32> others;
    for (const QByteArray& reference : header.references) {
        if (!reference.isEmpty() && others.size() < UINT16_MAX) {
            others.push_back(messageIds.intern(cut(viewOf(reference))));
        }
    }
    threads.growTo(messageIds.size());
    if (others.empty()) {
        return;
    }
    if (references.size() == 0) {
        references.append(0);
    }
    row.firstReference = static_cast<quint32>(references.size());
    references.append(static_cast<quint32>(others.size()));
    for (const quint32 other : others) {
        references.append(other);
        threads.unite(row.node, other);
    }
}

void MessageTable::Columns::addText(const TextFeatures& text)
{
    const std::size_t count = std::min(text.words.size(), TextFeatures::mostWords);
    firstWords.append(static_cast<quint32>(words.append(std::span(text.words).first(count))));
    PackedText packed;
    packed.words = static_cast<quint8>(count);
    packed.count = text.count;
    packed.language = text.language;
    packed.salutation = text.salutation;
    packed.closing = text.closing;
    packed.attached = text.attached;
    packed.theme = text.theme;
    packed.hasQuote = text.hasQuote;
    packed.isNewsletter = text.isNewsletter;
    packed.isRead = text.isRead;
    texts.append(packed);
}

namespace {

quint16 tagOf(quint64 idHash)
{
    return static_cast<quint16>(idHash >> 48U);
}

} // namespace

quint64 MessageTable::Columns::idHash(quint16 mailbox, quint32 folder, QByteArrayView key,
                                      QByteArrayView fingerprint) const
{
    QByteArray text = QByteArray::number(mailbox) + '\0';
    if (folder < folders.size()) {
        text += folders[folder].folder.path.toUtf8() + '\0' + folders[folder].folder.rawName;
    }
    text += '\0';
    text += fingerprint.isEmpty() ? "key:" + key.toByteArray() : fingerprint.toByteArray();
    return shortHash(text);
}

quint64 MessageTable::Columns::idHash(quint32 row) const
{
    const std::string_view key = keys.at(row);
    const std::string_view fingerprint = fingerprints.at(row);
    return idHash(rows[row].mailbox, rows[row].folder, {key.data(), static_cast<qsizetype>(key.size())},
                  {fingerprint.data(), static_cast<qsizetype>(fingerprint.size())});
}

bool MessageTable::Columns::hasIdHash(quint32 row, quint64 hash) const
{
    return rows[row].idTag == tagOf(hash) && idHash(row) == hash;
}

void MessageTable::Columns::addIdHash(PackedRow& row, const MessageFacts& facts)
{
    const quint64 hash = idHash(facts.mailbox, facts.folder, facts.key, facts.fingerprint);
    row.idTag = tagOf(hash);
    if (const quint32 first = firstRowOf(hash); first != NumberSlots::none) {
        row.hasTwin = true;
        rows[first].hasTwin = true;
        return;
    }
    rowSlots.add(hash, static_cast<quint32>(rows.size()), [this](quint32 other) { return idHash(other); });
}

quint32 MessageTable::Columns::firstRowOf(quint64 idHash) const
{
    return rowSlots.find(idHash, [&](quint32 row) { return hasIdHash(row, idHash); });
}

} // namespace staffelstab::separation
