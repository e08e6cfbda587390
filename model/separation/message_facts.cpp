// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_text.h"
#include "separation/message_table.h"
#include "separation/speaking_names.h"
#include "separation/table_columns.h"

namespace staffelstab::separation {

MessageFacts factsOf(mail::ScannedMessage&& message)
{
    MessageFacts facts;
    facts.key = std::move(message.key);
    facts.fingerprint = std::move(message.fingerprint);
    facts.bytes = message.bytes;
    facts.header = mail::parseHeader(message.header);
    facts.date = facts.header.date.isValid() ? facts.header.date : message.received;
    facts.text = readTextFeatures(facts.header.subject, mail::readBodyText(message.header, message.bodyStart),
                                  speakingNamesOf(facts.header));
    // A message may be all header; a store that hands out no bodies must not make all of them look empty.
    facts.text.isRead = !message.bodyStart.isEmpty();
    return facts;
}

MessageFacts MessageTable::facts(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    MessageFacts facts;
    facts.mailbox = packed.mailbox;
    facts.folder = packed.folder;
    facts.key = bytesOf(m_columns->keys.at(row));
    facts.fingerprint = bytesOf(m_columns->fingerprints.at(row));
    facts.bytes = packed.bytes;
    if (const qint64 when = date(row); when != noDate) {
        facts.date = QDateTime::fromMSecsSinceEpoch(when, Qt::UTC);
    }
    mail::MessageHeader& header = facts.header;
    const MentionRun people = m_columns->people.run(packed.people);
    const auto fill = [&](std::vector<mail::Address>& field, std::span<const quint32> part) {
        for (const quint32 number : part) {
            field.push_back({name(mention(number).name), address(mention(number).address)});
        }
    };
    fill(header.from, people.all.first(people.from));
    fill(header.to, people.all.subspan(people.from, people.to));
    fill(header.cc, people.all.last(people.cc));
    header.subject = subject(row);
    header.date = packed.hasHeaderDate ? facts.date : QDateTime();
    header.messageId = messageId(row);
    const quint32 references = packed.firstReference == 0 ? 0 : m_columns->references[packed.firstReference];
    for (quint32 i = 1; i <= references; ++i) {
        header.references.push_back(m_columns->messageIds.at(m_columns->references[packed.firstReference + i]));
    }
    header.listId = listId(row);
    header.zoneMinutes = static_cast<qint16>(packed.zoneMinutes);
    header.sensitivity = sensitivity(row);
    header.isAutomatic = packed.isAutomatic;
    header.isCalendar = packed.isCalendar;
    header.mayHaveAttachments = packed.mayHaveAttachments;
    facts.text = textFeatures(row);
    return facts;
}

TextFeatures MessageTable::textFeatures(Row row) const
{
    const PackedText& packed = text(row);
    const std::span<const quint16> hashes = words(row);
    TextFeatures features;
    features.count = packed.count;
    features.words.assign(hashes.begin(), hashes.end());
    features.language = packed.language;
    features.salutation = packed.salutation;
    features.closing = packed.closing;
    features.attached = packed.attached;
    features.hasQuote = packed.hasQuote;
    features.isNewsletter = packed.isNewsletter;
    features.theme = packed.theme;
    features.isRead = packed.isRead;
    return features;
}

} // namespace staffelstab::separation
