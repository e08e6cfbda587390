// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_codec.h"

#include <QDataStream>
#include <QIODevice>

namespace staffelstab::handover {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_0;
constexpr quint32 mostEntries = 100'000;

void put(QDataStream& out, const std::vector<mail::Address>& addresses)
{
    out << static_cast<quint32>(addresses.size());
    for (const mail::Address& address : addresses) {
        out << address.name.toUtf8() << address.address.toUtf8();
    }
}

bool take(QDataStream& in, std::vector<mail::Address>& addresses)
{
    quint32 count = 0;
    in >> count;
    if (count > mostEntries) {
        return false;
    }
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray name;
        QByteArray address;
        in >> name >> address;
        addresses.push_back({QString::fromUtf8(name), QString::fromUtf8(address)});
    }
    return true;
}

qint64 toMilliseconds(const QDateTime& time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : separation::MessageTable::noDate;
}

QDateTime fromMilliseconds(qint64 milliseconds)
{
    return milliseconds == separation::MessageTable::noDate ? QDateTime()
                                                            : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

Failure damaged()
{
    return {Failure::Kind::CaseDamaged, {}, {}};
}

} // namespace

namespace {

/** Version of what follows the header; a case from before it has nothing there. */
constexpr quint8 textVersion = 1;

void putText(QDataStream& out, const mail::MessageHeader& header, const separation::TextFeatures& text)
{
    out << textVersion << header.zoneMinutes << static_cast<quint8>(text.count.size());
    for (const quint8 count : text.count) {
        out << count;
    }
    out << static_cast<quint8>(text.words.size());
    for (const quint16 word : text.words) {
        out << word;
    }
    out << static_cast<quint8>(text.language) << static_cast<quint8>(text.salutation)
        << static_cast<quint8>(text.closing) << text.attached << text.hasQuote << text.isNewsletter << text.theme
        << text.isRead;
}

bool takeText(QDataStream& in, mail::MessageHeader& header, separation::TextFeatures& text)
{
    quint8 version = 0;
    quint8 size = 0;
    in >> version >> header.zoneMinutes >> size;
    if (version != textVersion || size != text.count.size()) {
        return false;
    }
    for (quint8& count : text.count) {
        in >> count;
    }
    in >> size;
    if (size > separation::TextFeatures::mostWords) {
        return false;
    }
    text.words.resize(size);
    for (quint16& word : text.words) {
        in >> word;
    }
    quint8 language = 0;
    quint8 salutation = 0;
    quint8 closing = 0;
    in >> language >> salutation >> closing >> text.attached >> text.hasQuote >> text.isNewsletter >> text.theme >>
        text.isRead;
    text.language = static_cast<separation::Language>(language);
    text.salutation = static_cast<separation::Register>(salutation);
    text.closing = static_cast<separation::Register>(closing);
    return in.status() == QDataStream::Ok && language <= static_cast<quint8>(separation::Language::English) &&
           std::max(salutation, closing) <= static_cast<quint8>(separation::Register::Formal);
}

} // namespace

QByteArray encodeFacts(const separation::MessageFacts& facts)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    const mail::MessageHeader& header = facts.header;
    out << facts.mailbox << facts.folder << facts.key << facts.fingerprint << facts.bytes << toMilliseconds(facts.date);
    put(out, header.from);
    put(out, header.to);
    put(out, header.cc);
    out << header.subject.toUtf8() << toMilliseconds(header.date) << header.messageId
        << static_cast<quint32>(header.references.size());
    for (const QByteArray& reference : header.references) {
        out << reference;
    }
    out << header.listId << static_cast<quint8>(header.sensitivity) << header.isAutomatic << header.mayHaveAttachments
        << header.isCalendar;
    putText(out, header, facts.text);
    return bytes;
}

Result<separation::MessageFacts> decodeFacts(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    separation::MessageFacts facts;
    mail::MessageHeader& header = facts.header;
    qint64 date = 0;
    in >> facts.mailbox >> facts.folder >> facts.key >> facts.fingerprint >> facts.bytes >> date;
    facts.date = fromMilliseconds(date);
    if (!take(in, header.from) || !take(in, header.to) || !take(in, header.cc)) {
        return damaged();
    }
    QByteArray subject;
    quint32 references = 0;
    in >> subject >> date >> header.messageId >> references;
    header.subject = QString::fromUtf8(subject);
    header.date = fromMilliseconds(date);
    if (references > mostEntries) {
        return damaged();
    }
    for (quint32 i = 0; i < references && in.status() == QDataStream::Ok; ++i) {
        QByteArray reference;
        in >> reference;
        header.references.push_back(reference);
    }
    quint8 sensitivity = 0;
    in >> header.listId >> sensitivity >> header.isAutomatic >> header.mayHaveAttachments >> header.isCalendar;
    header.sensitivity = static_cast<mail::Sensitivity>(sensitivity);
    if (in.status() != QDataStream::Ok || sensitivity > static_cast<quint8>(mail::Sensitivity::CompanyConfidential)) {
        return damaged();
    }
    if (!in.atEnd() && !takeText(in, header, facts.text)) {
        return damaged();
    }
    return facts;
}

QByteArray encodeFolder(const separation::TableFolder& folder)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << folder.mailbox << folder.folder.path.toUtf8() << folder.folder.rawName
        << static_cast<quint8>(folder.folder.use) << folder.folder.messages;
    return bytes;
}

Result<separation::TableFolder> decodeFolder(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    separation::TableFolder folder;
    QByteArray path;
    quint8 use = 0;
    in >> folder.mailbox >> path >> folder.folder.rawName >> use >> folder.folder.messages;
    if (in.status() != QDataStream::Ok || use > static_cast<quint8>(mail::SpecialUse::Archive)) {
        return damaged();
    }
    folder.folder.path = QString::fromUtf8(path);
    folder.folder.use = static_cast<mail::SpecialUse>(use);
    return folder;
}

} // namespace staffelstab::handover
