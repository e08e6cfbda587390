// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/contact_card.h"

#include "mail/mapi/code_page.h"
#include "mail/mapi/content_lines.h"
#include "mail/mapi/property_ids.h"

#include <QtEndian>

namespace staffelstab::mail::mapi {

namespace {

QByteArray joined(std::initializer_list<QString> parts)
{
    QByteArray out;
    bool isAny = false;
    int index = 0;
    for (const QString& part : parts) {
        out += (index++ > 0 ? ";" : "") + ContentLines::escaped(part.trimmed());
        isAny = isAny || !part.trimmed().isEmpty();
    }
    return isAny ? out : QByteArray();
}

void addAddresses(ContentLines& card, const PropertyBag& p)
{
    card.addRaw("ADR;TYPE=WORK", joined({{},
                                         {},
                                         p.text(id::workStreet),
                                         p.text(id::workCity),
                                         p.text(id::workState),
                                         p.text(id::workPostalCode),
                                         p.text(id::workCountry)}));
    card.addRaw("ADR;TYPE=HOME", joined({{},
                                         {},
                                         p.text(id::homeStreet),
                                         p.text(id::homeLocality),
                                         p.text(id::homeState),
                                         p.text(id::homePostalCode),
                                         p.text(id::homeCountry)}));
    card.addRaw("ADR", joined({{},
                               {},
                               p.text(id::otherStreet),
                               p.text(id::otherLocality),
                               p.text(id::otherState),
                               p.text(id::otherPostalCode),
                               p.text(id::otherCountry)}));
}

void addTelephones(ContentLines& card, const PropertyBag& p)
{
    static const std::pair<const char*, PropertyKey> numbers[] = {
        {"TEL;TYPE=WORK,VOICE", id::businessTelephone}, {"TEL;TYPE=WORK,VOICE", id::business2Telephone},
        {"TEL;TYPE=HOME,VOICE", id::homeTelephone},     {"TEL;TYPE=CELL", id::mobileTelephone},
        {"TEL;TYPE=VOICE", id::otherTelephone},         {"TEL;TYPE=PAGER", id::pagerTelephone},
        {"TEL;TYPE=WORK,FAX", id::businessFax},         {"TEL;TYPE=HOME,FAX", id::homeFax}};
    for (const auto& [name, key] : numbers) {
        card.add(name, p.text(key));
    }
}

/** Email1 to Email3: address, or what Outlook first knew it by. */
void addEmails(ContentLines& card, const PropertyBag& p)
{
    for (const quint16 first : {quint16(0x8080), quint16(0x8090), quint16(0x80A0)}) {
        const auto key = [first](quint16 offset) {
            return PropertyKey{static_cast<quint16>(first + offset), PropertySet::Address};
        };
        const QString original = p.text(key(4));
        const QString address = p.text(key(3));
        card.add("EMAIL;TYPE=INTERNET", !address.contains(u'@') && original.contains(u'@') ? original : address);
    }
    if (!p.text(id::smtpAddress).isEmpty() && p.text({0x8083, PropertySet::Address}).isEmpty()) {
        card.add("EMAIL;TYPE=INTERNET", p.text(id::smtpAddress));
    }
}

/** A one-off entry ID ([MS-OXCDATA] section 2.2.5.1): display name, type, address. */
struct OneOff
{
    QString name;
    QString address;
};

OneOff readOneOff(QByteArrayView entry)
{
    static constexpr qsizetype fixed = 4 + 16 + 2;
    if (entry.size() < fixed + 2) {
        return {};
    }
    const quint16 flags = qFromLittleEndian<quint16>(entry.data() + fixed);
    QByteArrayView rest = entry.sliced(fixed + 2);
    const bool isUnicode = (flags & 0x8000U) != 0;
    const auto next = [&rest, isUnicode] {
        qsizetype end = 0;
        const qsizetype step = isUnicode ? 2 : 1;
        while (end + step <= rest.size() && !(rest.at(end) == 0 && (!isUnicode || rest.at(end + 1) == 0))) {
            end += step;
        }
        const QByteArrayView bytes = rest.first(end);
        rest = rest.sliced(std::min(end + step, rest.size()));
        return isUnicode ? decodeUtf16(bytes) : decodeCodePage(bytes, 1252);
    };
    OneOff found{next(), {}};
    next(); // the address type
    found.address = next();
    return found;
}

} // namespace

QString contactName(const PropertyBag& p)
{
    for (const PropertyKey key : {id::displayName, id::fileUnder, id::listName, id::companyName, id::subject}) {
        if (QString name = p.text(key).trimmed(); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

QByteArray contactCard(const PropertyBag& p, const QString& notes)
{
    ContentLines card;
    card.addRaw("BEGIN", "VCARD");
    card.addRaw("VERSION", "3.0");
    const QByteArray name = joined({p.text(id::surname), p.text(id::givenName), p.text(id::middleName),
                                    p.text(id::displayNamePrefix), p.text(id::generation)});
    card.addRaw("N", name.isEmpty() ? ContentLines::escaped(contactName(p)) + ";;;;" : name);
    const QString shown = contactName(p);
    card.add("FN", shown.isEmpty() ? QStringLiteral("?") : shown);
    card.add("NICKNAME", p.text(id::nickname));
    card.addRaw("ORG", joined({p.text(id::companyName), p.text(id::departmentName)}));
    card.add("TITLE", p.text(id::title));
    addEmails(card, p);
    addTelephones(card, p);
    addAddresses(card, p);
    if (const QDateTime birthday = p.time(id::birthday); birthday.isValid()) {
        // Outlook keeps local midnight as UTC: noon later is the same day in every zone of Europe and America.
        card.addRaw("BDAY", birthday.addSecs(12 * 3600).date().toString(Qt::ISODate).toLatin1());
    }
    card.add("URL;TYPE=WORK", p.text(id::businessHomePage));
    card.add("URL;TYPE=HOME", p.text(id::personalHomePage));
    card.add("NOTE", notes);
    if (const QDateTime changed = p.time(id::lastModificationTime); changed.isValid()) {
        card.addRaw("REV", ContentLines::utc(changed));
    }
    card.addRaw("END", "VCARD");
    return card.text();
}

QByteArray groupCard(const PropertyBag& p, const QString& notes)
{
    ContentLines card;
    card.addRaw("BEGIN", "VCARD");
    card.addRaw("VERSION", "4.0");
    card.addRaw("KIND", "group");
    card.add("FN", contactName(p));
    // Several binaries: a count, their offsets, then the bytes ([MS-PST] section 2.3.3.4.2).
    const QByteArray members = p.bytes(id::listOneOffMembers);
    const quint32 count = members.size() >= 4 ? qFromLittleEndian<quint32>(members.constData()) : 0;
    for (quint32 i = 0; i < count && (i + 2) * 4LL <= members.size(); ++i) {
        const quint32 begin = qFromLittleEndian<quint32>(members.constData() + (i + 1) * 4LL);
        const bool isLast = i + 1 == count || (i + 3) * 4LL > members.size();
        const qint64 end = isLast ? members.size() : qFromLittleEndian<quint32>(members.constData() + (i + 2) * 4LL);
        if (begin > end || end > members.size()) {
            break;
        }
        const OneOff member = readOneOff(QByteArrayView(members).sliced(begin, end - begin));
        if (member.address.contains(u'@')) {
            card.addRaw("MEMBER", "mailto:" + member.address.trimmed().toUtf8().toPercentEncoding("@+"));
        }
        card.add("NOTE", (member.name + u' ' + member.address).trimmed());
    }
    card.add("NOTE", notes);
    card.addRaw("END", "VCARD");
    return card.text();
}

} // namespace staffelstab::mail::mapi
