// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/people_fields.h"

#include "mail/mapi/mime_text.h"
#include "mail/mapi/property_ids.h"

#include <QHash>

namespace staffelstab::mail::mapi {

namespace {

bool isSmtp(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at > 0 && at + 1 < address.size() && !address.contains(u' ') && !address.startsWith(u'/');
}

struct AddressKeys
{
    PropertyKey smtp;
    PropertyKey type;
    PropertyKey email;
    PropertyKey name;
};

Mailbox mailboxOf(const PropertyBag& properties, const AddressKeys& keys)
{
    Mailbox mailbox{properties.text(keys.name).trimmed(), properties.text(keys.smtp).trimmed()};
    const QString email = properties.text(keys.email).trimmed();
    if (!isSmtp(mailbox.address)) {
        mailbox.address = email;
    }
    // Outlook shows the address as name where it knows no name, sometimes in quotes.
    if (mailbox.name.startsWith(u'\'') && mailbox.name.endsWith(u'\'') && mailbox.name.size() > 2) {
        mailbox.name = mailbox.name.mid(1, mailbox.name.size() - 2);
    }
    if (!isSmtp(mailbox.address) && isSmtp(mailbox.name)) {
        mailbox.address = mailbox.name;
    }
    if (mailbox.name == mailbox.address) {
        mailbox.name.clear();
    }
    return mailbox;
}

const AddressKeys author{id::sentRepresentingSmtpAddress, id::sentRepresentingAddressType,
                         id::sentRepresentingEmailAddress, id::sentRepresentingName};
const AddressKeys hand{id::senderSmtpAddress, id::senderAddressType, id::senderEmailAddress, id::senderName};
const AddressKeys recipient{id::smtpAddress, id::addressType, id::emailAddress, id::displayName};

/** SMTP addresses by the X.500 names that stand beside them, whatever the mention: Exchange knows people by the latter.
 */
class Directory
{
public:
    explicit Directory(const Item& item)
    {
        add(item.properties, author);
        add(item.properties, hand);
        for (const PropertyBag& one : item.recipients) {
            add(one, recipient);
        }
    }

    [[nodiscard]] Mailbox find(const PropertyBag& properties, const AddressKeys& keys) const
    {
        Mailbox mailbox = mailboxOf(properties, keys);
        if (!isSmtp(mailbox.address)) {
            mailbox.address = m_smtp.value(mailbox.address.toLower(), mailbox.address);
        }
        return mailbox;
    }

private:
    void add(const PropertyBag& properties, const AddressKeys& keys)
    {
        const QString name = properties.text(keys.email).trimmed();
        const QString smtp = properties.text(keys.smtp).trimmed();
        if (name.startsWith(u'/') && isSmtp(smtp)) {
            m_smtp.insert(name.toLower(), smtp);
        }
    }

    QHash<QString, QString> m_smtp;
};

bool isSamePerson(const Mailbox& one, const Mailbox& other)
{
    return one.address.isEmpty() || other.address.isEmpty()
               ? one.name == other.name
               : one.address.compare(other.address, Qt::CaseInsensitive) == 0;
}

} // namespace

Mailbox senderOf(const Item& item)
{
    const Directory directory(item);
    const Mailbox represented = directory.find(item.properties, author);
    const Mailbox sender = directory.find(item.properties, hand);
    if (represented.isEmpty()) {
        return sender;
    }
    // The same name with an SMTP address says more than the one with an X.500 name.
    return !isSmtp(represented.address) && isSmtp(sender.address) && represented.name == sender.name ? sender
                                                                                                     : represented;
}

Mailbox secretaryOf(const Item& item)
{
    const Mailbox sender = Directory(item).find(item.properties, hand);
    const Mailbox from = senderOf(item);
    return sender.isEmpty() || isSamePerson(sender, from) || sender.name == from.name ? Mailbox() : sender;
}

std::vector<Mailbox> recipientsOf(const Item& item, Role role)
{
    std::vector<Mailbox> found;
    const Directory directory(item);
    for (const PropertyBag& one : item.recipients) {
        // Bit 28 marks one who got it after a first failure.
        const qint64 kind = one.integer(id::recipientType).value_or(1) & 0xF;
        if (kind == static_cast<qint64>(role)) {
            if (Mailbox mailbox = directory.find(one, recipient); !mailbox.isEmpty()) {
                found.push_back(std::move(mailbox));
            }
        }
    }
    if (!item.recipients.empty()) {
        return found;
    }
    const PropertyKey shown = role == Role::To ? id::displayTo : role == Role::Cc ? id::displayCc : id::displayBcc;
    const QStringList names = item.properties.text(shown).split(u';', Qt::SkipEmptyParts);
    for (const QString& name : names) {
        const QString trimmed = name.trimmed();
        found.push_back(isSmtp(trimmed) ? Mailbox{{}, trimmed} : Mailbox{trimmed, {}});
    }
    return found;
}

QByteArray headerMailbox(const Mailbox& mailbox)
{
    if (mailbox.address.isEmpty()) {
        // A group without members: a name and no address is no mailbox (RFC 5322 section 3.4).
        return headerPhrase(mailbox.name) + ":;";
    }
    QByteArray address = mailbox.address.toUtf8().simplified();
    address.replace('<', '_').replace('>', '_').replace('\0', '_');
    if (!isSmtp(mailbox.address)) {
        address = '"' + address.replace('\\', "\\\\").replace('"', "\\\"") + '"';
    }
    return mailbox.name.isEmpty() ? '<' + address + '>' : headerPhrase(mailbox.name) + "\r\n <" + address + '>';
}

QByteArray headerMailboxes(const std::vector<Mailbox>& mailboxes)
{
    QByteArray out;
    for (const Mailbox& mailbox : mailboxes) {
        out += (out.isEmpty() ? "" : ",\r\n ") + headerMailbox(mailbox);
    }
    return out;
}

} // namespace staffelstab::mail::mapi
