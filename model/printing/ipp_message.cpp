// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/ipp_message.h"

#include <QtEndian>

namespace staffelstab::printing {

namespace {

constexpr quint8 operationGroup = 0x01;
constexpr quint8 endOfAttributes = 0x03;
constexpr quint8 firstValueTag = 0x10;
constexpr qsizetype headSize = 8;

template <typename T>
void append(QByteArray& bytes, T number)
{
    char raw[sizeof(T)];
    qToBigEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

/** Takes bytes off the front and never more than there are. */
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_left(bytes) {}

    [[nodiscard]] bool isShort() const { return m_isShort; }
    QByteArrayView take(qsizetype count)
    {
        if (count > m_left.size()) {
            m_isShort = true;
            return {};
        }
        const QByteArrayView taken = m_left.first(count);
        m_left = m_left.sliced(count);
        return taken;
    }
    template <typename T>
    T number()
    {
        const QByteArrayView raw = take(sizeof(T));
        return m_isShort ? T{} : qFromBigEndian<T>(raw.data());
    }

private:
    QByteArrayView m_left;
    bool m_isShort = false;
};

} // namespace

IppRequest::IppRequest(Operation operation, const QByteArray& printer)
{
    append<quint16>(m_bytes, 0x0200);
    append<quint16>(m_bytes, static_cast<quint16>(operation));
    append<qint32>(m_bytes, 1);
    m_bytes.append(static_cast<char>(operationGroup));
    add(IppTag::Charset, "attributes-charset", "utf-8");
    add(IppTag::Language, "attributes-natural-language", "en");
    add(IppTag::Uri, "printer-uri", printer);
}

void IppRequest::add(IppTag tag, const QByteArray& name, const QByteArray& value)
{
    m_bytes.append(static_cast<char>(tag));
    append<quint16>(m_bytes, static_cast<quint16>(name.size()));
    m_bytes.append(name);
    append<quint16>(m_bytes, static_cast<quint16>(value.size()));
    m_bytes.append(value);
}

void IppRequest::add(const QByteArray& name, qint32 number)
{
    QByteArray value;
    append(value, number);
    add(IppTag::Integer, name, value);
}

QByteArray IppRequest::bytes() const
{
    return m_bytes + static_cast<char>(endOfAttributes);
}

qint32 IppAnswer::number(const QByteArray& name) const
{
    const QByteArray value = values.value(name).value(0);
    return value.size() == sizeof(qint32) ? qFromBigEndian<qint32>(value.constData()) : -1;
}

Result<IppAnswer> parseIpp(const QByteArray& bytes)
{
    if (bytes.size() < headSize) {
        return Failure{Failure::Kind::ProtocolError, {}, QStringLiteral("no IPP")};
    }
    Reader reader(bytes);
    IppAnswer answer;
    reader.number<quint16>();
    answer.status = reader.number<quint16>();
    reader.number<quint32>();
    QByteArray name;
    while (!reader.isShort()) {
        const auto tag = reader.number<quint8>();
        if (reader.isShort() || tag == endOfAttributes) {
            break;
        }
        if (tag < firstValueTag) {
            name.clear();
            continue;
        }
        const QByteArray own = reader.take(reader.number<quint16>()).toByteArray();
        // A value without a name is one more of the attribute before it.
        name = own.isEmpty() ? name : own;
        const QByteArray value = reader.take(reader.number<quint16>()).toByteArray();
        if (!reader.isShort() && !name.isEmpty()) {
            answer.values[name].append(value);
        }
    }
    if (reader.isShort()) {
        return Failure{Failure::Kind::ProtocolError, {}, QStringLiteral("IPP answer cut off")};
    }
    return answer;
}

} // namespace staffelstab::printing
