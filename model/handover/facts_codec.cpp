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
