// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/message_header_fields.h"

#include "mail/header_block.h"
#include "mail/mapi/mime_text.h"
#include "mail/mapi/people_fields.h"
#include "mail/mapi/property_ids.h"

#include <QSet>

namespace staffelstab::mail::mapi {

namespace {

/** Longer transport headers are not taken over: no mail server lets such a mail pass. */
constexpr qsizetype longestHeader = 1024L * 1024;

bool isFieldName(QByteArrayView name)
{
    return !name.isEmpty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~' && c != ':'; });
}

bool isOfTheParts(const QByteArray& lowerName)
{
    return lowerName.startsWith("content-") || lowerName == "mime-version" || lowerName == "x-ms-tnef-correlator";
}

class Fields
{
public:
    void add(const char* name, const QByteArray& value)
    {
        if (!value.isEmpty()) {
            text += QByteArray(name) + ": " + value + "\r\n";
        }
    }
    /** Unless the transport header has that field. */
    void complete(const char* name, const QByteArray& value)
    {
        if (!m_present.contains(QByteArray(name).toLower())) {
            add(name, value);
        }
    }

    /** The fields of a stored header, one after the other; what is no field is dropped. */
    void takeStored(const QString& stored)
    {
        QByteArray lines = withCrLf(stored).toUtf8();
        // An empty line in it would end our header early.
        while (lines.contains("\r\n\r\n")) {
            lines.replace("\r\n\r\n", "\r\n");
        }
        QByteArrayView rest = lines;
        while (!rest.isEmpty()) {
            const QByteArrayView field = rest.first(headerFieldLength(rest));
            rest = rest.sliced(field.size());
            takeField(field);
        }
    }

    QByteArray text;

private:
    void takeField(QByteArrayView field)
    {
        const qsizetype colon = field.indexOf(':');
        if (colon <= 0) {
            return;
        }
        const QByteArray name = field.first(colon).trimmed().toByteArray();
        const QByteArray lower = name.toLower();
        const QByteArrayView value = field.sliced(colon + 1);
        if (!isFieldName(name) || isOfTheParts(lower) || value.trimmed().isEmpty()) {
            return;
        }
        m_present.insert(lower);
        text += name + ':' + value.toByteArray();
        if (!text.endsWith("\r\n")) {
            text += "\r\n";
        }
    }

    QSet<QByteArray> m_present;
};

QByteArray messageIds(const QString& text)
{
    QByteArray ids = text.simplified().toUtf8();
    ids.removeIf([](char c) { return static_cast<unsigned char>(c) < ' '; });
    return ids.size() > 900 ? ids.replace(' ', "\r\n ") : ids;
}

QByteArray importanceOf(const PropertyBag& properties)
{
    const qint64 importance = properties.integer(id::importance).value_or(1);
    return importance == 2 ? "high" : importance == 0 ? "low" : "";
}

/** RFC 4021: Personal, Private, Company-Confidential. */
QByteArray sensitivityOf(const PropertyBag& properties)
{
    static constexpr const char* words[] = {"", "Personal", "Private", "Company-Confidential"};
    const qint64 sensitivity = properties.integer(id::sensitivity).value_or(0);
    return sensitivity >= 0 && sensitivity < 4 ? words[sensitivity] : "";
}

} // namespace

QString subjectOf(const PropertyBag& properties)
{
    QString subject = properties.text(id::subject);
    if (subject.startsWith(QChar(0x01)) && subject.size() > 1) {
        subject = subject.mid(2);
    }
    if (subject.isEmpty()) {
        subject = properties.text(id::subjectPrefix) + properties.text(id::normalizedSubject);
    }
    return subject;
}

QDateTime dateOf(const PropertyBag& properties)
{
    for (const PropertyKey key :
         {id::clientSubmitTime, id::messageDeliveryTime, id::creationTime, id::lastModificationTime}) {
        if (QDateTime time = properties.time(key); time.isValid()) {
            return time;
        }
    }
    return {};
}

QByteArray headerFields(const Item& item)
{
    const PropertyBag& properties = item.properties;
    Fields fields;
    const QString stored = properties.text(id::transportMessageHeaders);
    if (stored.size() < longestHeader) {
        fields.takeStored(stored);
    }
    const Mailbox from = senderOf(item);
    fields.complete("From", from.isEmpty() ? QByteArray() : headerMailbox(from));
    if (const Mailbox secretary = secretaryOf(item); !secretary.isEmpty() && stored.isEmpty()) {
        fields.complete("Sender", headerMailbox(secretary));
    }
    fields.complete("To", headerMailboxes(recipientsOf(item, Role::To)));
    fields.complete("Cc", headerMailboxes(recipientsOf(item, Role::Cc)));
    fields.complete("Bcc", headerMailboxes(recipientsOf(item, Role::Bcc)));
    fields.complete("Subject", headerText(subjectOf(properties)));
    const QDateTime date = dateOf(properties);
    fields.complete("Date", date.isValid() ? headerDate(date) : QByteArray());
    fields.complete("Message-ID", messageIds(properties.text(id::internetMessageId)));
    fields.complete("In-Reply-To", messageIds(properties.text(id::inReplyToId)));
    fields.complete("References", messageIds(properties.text(id::internetReferences)));
    fields.complete("Importance", importanceOf(properties));
    fields.complete("Sensitivity", sensitivityOf(properties));
    return std::move(fields.text);
}

} // namespace staffelstab::mail::mapi
