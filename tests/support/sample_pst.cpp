// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_pst.h"

#include "mail/mapi/property_ids.h"

#include <QtEndian>

namespace staffelstab::test {

namespace {

using namespace mail::mapi;

const QDateTime sentAt(QDate(2026, 3, 5), QTime(9, 30), Qt::UTC);

QByteArray le32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray le16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/** Every Thursday at 9:00 for an hour, ten times, not on the third; [MS-OXOCAL] section 2.2.1.44. */
QByteArray weeklyRecurrence()
{
    const auto minutes = [](QDate day) { return le32(static_cast<quint32>(QDate(1601, 1, 1).daysTo(day)) * 1440U); };
    return le16(0x3004) + le16(0x3004) + le16(0x200B) + le16(1) + le16(0) + le32(0) + le32(1) + le32(0) +
           le32(1U << 4U) + le32(0x2022) + le32(10) + le32(1) + le32(1) + minutes(QDate(2026, 3, 19)) + le32(0) +
           minutes(QDate(2026, 3, 5)) + minutes(QDate(2026, 5, 7)) + le32(0x3006) + le32(0x3009) + le32(540) +
           le32(600);
}

/** Central Europe. */
QByteArray timeZone()
{
    const auto change = [](quint16 month, quint16 hour) {
        return le16(0) + le16(0) + le16(month) + le16(0) + le16(5) + le16(hour) + le16(0) + le16(0) + le16(0);
    };
    return le32(static_cast<quint32>(-60)) + le32(0) + le32(static_cast<quint32>(-60)) + change(10, 3) + change(3, 2);
}

OutlookItem contact()
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Contact"))
        .text(id::displayName, QStringLiteral("Jürgen Höllriegl"))
        .text(id::givenName, QStringLiteral("Jürgen"))
        .text(id::surname, QStringLiteral("Höllriegl"))
        .text(id::companyName, QStringLiteral("Kunde, Söhne & Co"))
        .text(id::mobileTelephone, QStringLiteral("+49 170 0000000"))
        .text({0x8083, PropertySet::Address}, QStringLiteral("juergen@kunde.example"))
        .text(id::workCity, QStringLiteral("Köln"))
        .time(id::creationTime, sentAt);
    return item;
}

OutlookItem appointment(bool isWeekly)
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Appointment"))
        .text(id::subject, isWeekly ? QStringLiteral("Jour fixe") : QStringLiteral("Zahnarzt"))
        .text(id::location, QStringLiteral("Raum 3"))
        .text(id::body, QStringLiteral("Bitte Unterlagen mitbringen."))
        .time(id::appointmentStart, sentAt.addSecs(-5400))
        .time(id::appointmentEnd, sentAt.addSecs(-1800))
        .time(id::creationTime, sentAt);
    if (isWeekly) {
        item.binary(id::recurrence, weeklyRecurrence()).binary(id::timeZoneStruct, timeZone());
    }
    return item;
}

OutlookItem task()
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Task"))
        .text(id::subject, QStringLiteral("Akten übergeben"))
        .integer(id::taskStatus, 1)
        .time(id::taskDue, QDateTime(QDate(2026, 12, 30), QTime(23, 0), Qt::UTC))
        .time(id::creationTime, sentAt);
    return item;
}

OutlookItem note()
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.StickyNote"))
        .text(id::subject, QStringLiteral("Schlüssel"))
        .text(id::body, QStringLiteral("Schlüssel liegt beim Empfang."))
        .time(id::creationTime, sentAt);
    return item;
}

OutlookItem rtfOnly()
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Note"))
        .text(id::subject, QStringLiteral("Nur RTF"))
        .text(id::senderName, QStringLiteral("Anna"))
        .text(id::senderSmtpAddress, QStringLiteral("anna@privat.example"))
        .time(id::clientSubmitTime, sentAt)
        .binary(id::rtfCompressed,
                storedRtf("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}"
                          "{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Gr\\'fc\\'dfe \\u8364? \\htmlrtf }\\htmlrtf0"
                          "{\\*\\htmltag72 </p>}}"));
    return item;
}

} // namespace

QByteArray storedRtf(const QByteArray& rtf)
{
    return le32(static_cast<quint32>(rtf.size()) + 12) + le32(static_cast<quint32>(rtf.size())) + "MELA" + le32(0) +
           rtf;
}

OutlookItem receivedMail(const QString& subject, const QByteArray& messageId)
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Note"))
        .text(id::subject, subject)
        .text(id::transportMessageHeaders,
              QStringLiteral("Received: from mx.kunde.example by mx.firma.example; Thu, 5 Mar 2026 09:30:05 +0000\r\n"
                             "From: Anna Privat <anna@privat.example>\r\nTo: Lea <lea@firma.example>\r\n"
                             "Subject: %1\r\nDate: Thu, 5 Mar 2026 09:30:00 +0000\r\nMessage-ID: <%2>\r\n"
                             "MIME-Version: 1.0\r\nContent-Type: multipart/signed; boundary=alt\r\n\r\n")
                  .arg(subject, QString::fromLatin1(messageId)))
        .text(id::senderName, QStringLiteral("Anna Privat"))
        .text(id::senderEmailAddress, QStringLiteral("anna@privat.example"))
        .text(id::body, QStringLiteral("Schöne Grüße\r\nFrom hier an weiter"))
        .binary(id::html, "<p>Sch\xc3\xb6ne Gr\xc3\xbc\xc3\x9f"
                          "e</p>")
        .time(id::messageDeliveryTime, sentAt)
        .recipient(1, QStringLiteral("Lea"), QStringLiteral("SMTP"), QStringLiteral("lea@firma.example"))
        .attach(QStringLiteral("Angebot für Sie.pdf"), QByteArray(20'000, '\x5A') + messageId);
    return item;
}

OutlookItem internalMail()
{
    OutlookItem item;
    item.text(id::messageClass, QStringLiteral("IPM.Note"))
        .text(id::subject, QStringLiteral("\x01\x05"
                                          "AW: Budget"))
        .text(id::sentRepresentingName, QStringLiteral("Sven Vorgesetzt"))
        .text(id::sentRepresentingAddressType, QStringLiteral("EX"))
        .text(id::sentRepresentingEmailAddress,
              QStringLiteral("/O=FIRMA/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=SVEN"))
        .text(id::body, QStringLiteral("Siehe oben."))
        .time(id::clientSubmitTime, sentAt)
        .recipient(1, QStringLiteral("Lea Gehtbald"), QStringLiteral("EX"), QStringLiteral("/O=FIRMA/CN=LEA"))
        .recipient(2, QStringLiteral("Einkauf"), QStringLiteral("SMTP"), QStringLiteral("einkauf@kunde.example"));
    item.recipients.front().push_back(textProperty(id::smtpAddress, QStringLiteral("lea@firma.example")));
    return item;
}

void writeSamplePst(const QString& path)
{
    PstWriter pst(path);
    const quint32 inbox = pst.addFolder(QStringLiteral("Posteingang"));
    pst.add(inbox, receivedMail(QStringLiteral("Angebot"), "1@privat.example"));
    pst.add(inbox, internalMail());
    pst.add(inbox, rtfOnly());
    OutlookItem forwarded = internalMail();
    OutlookAttachment embedded;
    embedded.properties = {integerProperty(id::attachMethod, 5),
                           textProperty(id::displayName, QStringLiteral("Original"))};
    embedded.item = std::make_shared<OutlookItem>(receivedMail(QStringLiteral("Original"), "2@privat.example"));
    forwarded.attachments.push_back(embedded);
    pst.add(inbox, forwarded);
    const quint32 personal = pst.addFolder(QStringLiteral("Privat"), inbox);
    pst.add(personal, receivedMail(QStringLiteral("Chor"), "3@privat.example"));
    pst.add(personal, receivedMail(QStringLiteral("Geburtstag"), "4@privat.example"));
    pst.add(pst.addFolder(QStringLiteral("Kontakte")), contact());
    const quint32 calendar = pst.addFolder(QStringLiteral("Kalender"));
    pst.add(calendar, appointment(false));
    pst.add(calendar, appointment(true));
    pst.add(pst.addFolder(QStringLiteral("Aufgaben")), task());
    pst.add(pst.addFolder(QStringLiteral("Notizen")), note());
    pst.add(pst.deletedItems(), receivedMail(QStringLiteral("Weg damit"), "5@privat.example"));
    pst.finish();
}

} // namespace staffelstab::test
