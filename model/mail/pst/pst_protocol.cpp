// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_protocol.h"

#include "mail/header_block.h"
#include "mail/mail_store.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <array>

namespace staffelstab::mail::pst {

namespace {

constexpr qsizetype lengthSize = 4;
/** Read bytes are dropped when they are more than this. */
constexpr qsizetype compactAt = 1024L * 1024;

template <typename... Values>
QByteArray packed(const Values&... values)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    (stream << ... << values);
    return payload;
}

template <typename... Values>
bool unpack(const QByteArray& payload, Values&... values)
{
    QDataStream stream(payload);
    stream.setVersion(QDataStream::Qt_6_0);
    (stream >> ... >> values);
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace

Result<std::optional<Frame>> FrameBuffer::next()
{
    if (m_at > compactAt) {
        m_bytes.remove(0, m_at);
        m_at = 0;
    }
    if (m_bytes.size() - m_at < lengthSize) {
        return std::optional<Frame>();
    }
    const auto length = qFromBigEndian<quint32>(m_bytes.constData() + m_at);
    if (length == 0 || length > longestFrame) {
        return Failure{Failure::Kind::ProtocolError, {}, QStringLiteral("frame of %1 bytes").arg(length)};
    }
    if (m_bytes.size() - m_at - lengthSize < static_cast<qsizetype>(length)) {
        return std::optional<Frame>();
    }
    Frame frame{static_cast<FrameType>(m_bytes.at(m_at + lengthSize)), m_bytes.mid(m_at + lengthSize + 1, length - 1)};
    m_at += lengthSize + length;
    return std::optional(std::move(frame));
}

QByteArray encodeFrame(FrameType type, QByteArrayView payload)
{
    QByteArray frame(lengthSize + 1, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(payload.size() + 1), frame.data());
    frame[lengthSize] = static_cast<char>(type);
    return frame.append(payload);
}

QByteArray encode(const FolderFound& folder)
{
    return packed(folder.id, folder.path, folder.items, folder.isDeleted);
}

QByteArray encode(const GapFound& gap)
{
    return packed(gap.folder, gap.what);
}

QByteArray encode(const ChecksumsFound& found)
{
    return packed(found.done, found.total, found.damaged);
}

QByteArray encode(const ScanRequest& request)
{
    return packed(request.folder, request.from, request.most);
}

QByteArray encode(const ItemFound& item)
{
    return packed(item.id, item.bytes, item.received, item.header, item.bodyStart);
}

QByteArray encode(quint32 number)
{
    return packed(number);
}

QByteArray encode(const QString& text)
{
    return packed(text);
}

QByteArray encode(const Failure& failure)
{
    return packed(static_cast<quint32>(failure.kind), failure.detail);
}

std::optional<FolderFound> decodeFolder(const QByteArray& payload)
{
    FolderFound folder;
    const bool isOk = unpack(payload, folder.id, folder.path, folder.items, folder.isDeleted);
    return isOk && folder.items >= 0 && !folder.path.isEmpty() && folder.path.size() < 10'000
               ? std::optional(std::move(folder))
               : std::nullopt;
}

std::optional<GapFound> decodeGap(const QByteArray& payload)
{
    GapFound gap;
    return unpack(payload, gap.folder, gap.what) && (gap.what == cutOff || gap.what == foldersLost)
               ? std::optional(std::move(gap))
               : std::nullopt;
}

std::optional<ChecksumsFound> decodeChecksums(const QByteArray& payload)
{
    ChecksumsFound found;
    return unpack(payload, found.done, found.total, found.damaged) && found.done >= 0 && found.done <= found.total
               ? std::optional(found)
               : std::nullopt;
}

std::optional<ScanRequest> decodeScan(const QByteArray& payload)
{
    ScanRequest request;
    return unpack(payload, request.folder, request.from, request.most) ? std::optional(request) : std::nullopt;
}

std::optional<ItemFound> decodeItem(const QByteArray& payload)
{
    ItemFound item;
    const bool isOk = unpack(payload, item.id, item.bytes, item.received, item.header, item.bodyStart);
    return isOk && item.header.size() <= headerLimit && item.bodyStart.size() <= bodyStartLimit &&
                   item.bytes >= item.header.size() && !item.header.isEmpty()
               ? std::optional(std::move(item))
               : std::nullopt;
}

std::optional<quint32> decodeNumber(const QByteArray& payload)
{
    quint32 number = 0;
    return unpack(payload, number) ? std::optional(number) : std::nullopt;
}

std::optional<QString> decodeText(const QByteArray& payload)
{
    QString text;
    return unpack(payload, text) ? std::optional(std::move(text)) : std::nullopt;
}

Failure decodeFailure(const QByteArray& payload)
{
    static constexpr std::array possible{Failure::Kind::FileNotFound, Failure::Kind::FileNotReadable,
                                         Failure::Kind::BadInput,     Failure::Kind::MessageUnreadable,
                                         Failure::Kind::MessageGone,  Failure::Kind::FolderGone,
                                         Failure::Kind::LimitExceeded};
    quint32 number = 0;
    QString detail;
    if (!unpack(payload, number, detail)) {
        return {Failure::Kind::MailboxDamaged, {}, {}};
    }
    const auto* const kind = std::find(possible.begin(), possible.end(), static_cast<Failure::Kind>(number));
    return {kind == possible.end() ? Failure::Kind::MailboxDamaged : *kind, {}, detail.left(500)};
}

} // namespace staffelstab::mail::pst
