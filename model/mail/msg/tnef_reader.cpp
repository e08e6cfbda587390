// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/msg/tnef_reader.h"

#include "mail/mapi/code_page.h"
#include "mail/mapi/property_ids.h"

#include <QtEndian>

namespace staffelstab::mail {

namespace {

using namespace mapi;

constexpr quint32 signature = 0x223E9F78;
constexpr quint32 mostProperties = 10'000;
constexpr quint32 mostRecipients = 100'000;
constexpr std::size_t mostAttachments = 10'000;

/** Attributes by their number without the type in the upper half. */
namespace attribute {
constexpr quint32 subject = 0x00018004;
constexpr quint32 messageId = 0x00018009;
constexpr quint32 body = 0x0002800C;
constexpr quint32 messageClass = 0x00078008;
constexpr quint32 attachTitle = 0x00018010;
constexpr quint32 attachRendering = 0x00069002;
constexpr quint32 messageProperties = 0x00069003;
constexpr quint32 recipients = 0x00069004;
constexpr quint32 attachProperties = 0x00069005;
constexpr quint32 codePage = 0x00069007;
constexpr quint32 attachData = 0x0006800F;
} // namespace attribute

/** Takes bytes off the front; after the end everything is empty and isOk() false. */
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_rest(bytes) {}
    QByteArrayView take(qsizetype count)
    {
        if (count < 0 || count > m_rest.size()) {
            m_isOk = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }
    template <typename T>
    T number()
    {
        const QByteArrayView bytes = take(sizeof(T));
        return bytes.isEmpty() ? T{} : qFromLittleEndian<T>(bytes.data());
    }
    /** A length and that many bytes, filled up to a multiple of 4. */
    QByteArrayView padded()
    {
        const auto length = static_cast<qsizetype>(number<quint32>());
        const QByteArrayView bytes = take(length);
        take(std::min<qsizetype>((4 - length % 4) % 4, m_rest.size()));
        return bytes;
    }
    [[nodiscard]] bool isOk() const { return m_isOk; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isOk = true;
};

int sizeOf(quint16 type)
{
    switch (type) {
    case type::integer16:
    case type::integer32:
    case type::boolean:
    case 0x0004: // float
    case 0x000A: // error
        return 4;
    case type::floating64:
    case type::integer64:
    case type::time:
    case 0x0006: // currency
    case 0x0007: // application time
        return 8;
    case 0x0048: // GUID
        return 16;
    default:
        return 0;
    }
}

PropertyKey readKey(Bytes& in, quint16 propertyId)
{
    const PropertyKey plain{propertyId, PropertySet::None};
    if (propertyId < 0x8000) {
        return plain;
    }
    const auto set = propertySetOf(in.take(16));
    if (in.number<quint32>() != 0) {
        in.padded(); // a name
        return plain;
    }
    const auto number = in.number<quint32>();
    return set && number <= 0xFFFF ? PropertyKey{static_cast<quint16>(number), *set} : plain;
}

/** One property with all its values, of which the first counts. */
void readProperty(Bytes& in, PropertyBag& bag)
{
    const auto rawType = in.number<quint16>();
    const auto propertyId = in.number<quint16>();
    const PropertyKey key = readKey(in, propertyId);
    const auto type = static_cast<quint16>(rawType & 0x0FFFU);
    const bool isMany = (rawType & 0x1000U) != 0;
    const int fixed = sizeOf(type);
    const quint32 count = isMany || fixed == 0 ? in.number<quint32>() : 1;
    for (quint32 i = 0; i < count && in.isOk(); ++i) {
        const QByteArrayView value = fixed > 0 ? in.take(fixed) : in.padded();
        if (i == 0 && in.isOk() && !isMany) {
            bag.set(key, type, value.toByteArray());
        }
    }
}

void readProperties(Bytes& in, PropertyBag& bag)
{
    const auto count = std::min(in.number<quint32>(), mostProperties);
    for (quint32 i = 0; i < count && in.isOk() && !in.atEnd(); ++i) {
        readProperty(in, bag);
    }
}

class TnefReader
{
public:
    Result<Item> read(QByteArrayView bytes, int depth)
    {
        m_depth = depth;
        Bytes in(bytes);
        if (in.number<quint32>() != signature) {
            return Failure{Failure::Kind::BadInput, {}, QStringLiteral("no TNEF")};
        }
        in.number<quint16>();
        while (in.isOk() && !in.atEnd()) {
            in.take(1); // level
            const auto number = in.number<quint32>();
            const QByteArrayView data = in.take(static_cast<qsizetype>(in.number<quint32>()));
            in.take(2); // checksum, wrong in real mails
            if (in.isOk()) {
                take(number, data);
            }
        }
        return std::move(m_item);
    }

private:
    void setText(PropertyKey key, QByteArrayView bytes)
    {
        if (!m_item.properties.has(key)) {
            m_item.properties.set(key, type::string8, bytes.toByteArray());
        }
    }

    void take(quint32 number, QByteArrayView data)
    {
        switch (number) {
        case attribute::codePage:
            if (data.size() >= 4) {
                m_codePage = static_cast<int>(qFromLittleEndian<quint32>(data.data()) & 0xFFFFU);
                m_item.properties.setCodePage(m_codePage);
            }
            break;
        case attribute::subject:
            setText(id::subject, data);
            break;
        case attribute::messageId:
            break; // Outlook's own, not the Internet's.
        case attribute::body:
            setText(id::body, data);
            break;
        case attribute::messageClass:
            setText(id::messageClass, data);
            break;
        case attribute::messageProperties: {
            Bytes in(data);
            readProperties(in, m_item.properties);
            break;
        }
        case attribute::recipients:
            takeRecipients(data);
            break;
        default:
            takeAttachment(number, data);
        }
    }

    void takeRecipients(QByteArrayView data)
    {
        Bytes in(data);
        const auto count = std::min(in.number<quint32>(), mostRecipients);
        for (quint32 i = 0; i < count && in.isOk() && !in.atEnd(); ++i) {
            PropertyBag bag;
            bag.setCodePage(m_codePage);
            readProperties(in, bag);
            m_item.recipients.push_back(std::move(bag));
        }
    }

    void takeAttachment(quint32 number, QByteArrayView data)
    {
        if (number == attribute::attachRendering) {
            if (m_item.attachments.size() < mostAttachments) {
                m_item.attachments.emplace_back();
                m_item.attachments.back().kind = Attachment::Kind::Damaged;
                m_item.attachments.back().properties.setCodePage(m_codePage);
            }
            return;
        }
        if (m_item.attachments.empty()) {
            return;
        }
        Attachment& attachment = m_item.attachments.back();
        if (number == attribute::attachTitle) {
            attachment.properties.set(id::attachFilename, type::string8, data.toByteArray());
        } else if (number == attribute::attachData) {
            attachment.data = std::make_shared<MemorySource>(data.toByteArray());
            attachment.kind = Attachment::Kind::ByValue;
        } else if (number == attribute::attachProperties) {
            Bytes in(data);
            readProperties(in, attachment.properties);
            takeEmbedded(attachment);
        }
    }

    /** PidTagAttachDataObject: an interface ID, then TNEF again for a message. */
    void takeEmbedded(Attachment& attachment) const
    {
        const QByteArray object = attachment.properties.bytes(id::attachData);
        if (object.size() < 16 || attachment.properties.typeOf(id::attachData) != type::object) {
            return;
        }
        if (m_depth < deepestItem) {
            if (Result<Item> inner = TnefReader().read(QByteArrayView(object).sliced(16), m_depth + 1); inner) {
                attachment.item = std::make_shared<Item>(std::move(*inner));
                attachment.kind = Attachment::Kind::Embedded;
                attachment.data.reset();
            }
        }
        // Not twice in memory.
        attachment.properties.set(id::attachData, type::binary, {});
    }

    Item m_item;
    int m_codePage = 1252;
    int m_depth = 0;
};

} // namespace

Result<mapi::Item> readTnef(QByteArrayView bytes)
{
    return TnefReader().read(bytes, 0);
}

} // namespace staffelstab::mail
