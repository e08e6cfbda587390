// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace staffelstab::mail::pst {

/**
 * What the program and its PST reader say to each other over the reader's standard input and output. The reader is a
 * process of its own because it runs libpff on files nobody has checked: it may crash or hang, and the program only
 * loses the item at hand. A frame is its length (4 bytes, big-endian, type included), its type (1 byte) and a payload
 * of QDataStream values. The program believes no frame: lengths are bounded, payloads must be used up to the last byte.
 */
enum class FrameType : quint8 {
    // requests
    Open = 'o',
    List = 'l',
    Scan = 's',
    Read = 'r',
    Check = 'c',
    // answers
    Opened = 'O',
    Folder = 'L',
    Gap = 'G',
    Checked = 'C',
    ItemBegins = 'B',
    Item = 'I',
    ItemFailed = 'X',
    Piece = 'P',
    End = 'E',
    Failed = 'F',
};

struct Frame
{
    FrameType type = FrameType::End;
    QByteArray payload;
};

/** Holds a header of 4 MiB. */
inline constexpr quint32 longestFrame = 5U * 1024 * 1024;

/** Cuts a stream of bytes into frames. */
class FrameBuffer
{
public:
    void add(QByteArrayView bytes) { m_bytes.append(bytes); }
    /** The next whole frame, nothing while it is not complete; ProtocolError for a length that cannot be. */
    Result<std::optional<Frame>> next();
    void clear()
    {
        m_bytes.clear();
        m_at = 0;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QByteArray encodeFrame(FrameType type, QByteArrayView payload = {});

struct FolderFound
{
    quint32 id = 0;
    /** Levels joined by '/'. */
    QString path;
    qint32 items = 0;
    /** Deleted items, or what Exchange keeps of them. */
    bool isDeleted = false;
};

/** Something that a listing cannot reach: nobody knows what lies there. */
struct GapFound
{
    /** The folder told that it lies below; 0 for the file as a whole. */
    quint32 folder = 0;
    /** One of the words below. */
    QString what;
};

/** The file ends before the place that its header names as its end. */
inline const QString cutOff = QStringLiteral("cut_off");
/** Folders below the one named cannot be read. */
inline const QString foldersLost = QStringLiteral("folders_lost");
/** Checksums in the file do not fit what stands there. */
inline const QString contentDamaged = QStringLiteral("content_damaged");
/** Checksums could not be compared. */
inline const QString notChecked = QStringLiteral("not_checked");
/** Whether a message is gone cannot be told, because a part of the file cannot be read. */
inline const QString goneNotProved = QStringLiteral("gone_not_proved");
/** Nothing in the file can be read. */
inline const QString nothingReadable = QStringLiteral("nothing_readable");

/** How far a look at the checksums of the file is, in bytes, and what did not fit so far. */
struct ChecksumsFound
{
    qint64 done = 0;
    qint64 total = 0;
    quint32 damaged = 0;
};

struct ScanRequest
{
    quint32 folder = 0;
    /** Index of the first item. */
    quint32 from = 0;
    quint32 most = 0;
};

struct ItemFound
{
    quint32 id = 0;
    qint64 bytes = 0;
    /** Seconds since 1970; -1 if the item says nothing. */
    qint64 received = -1;
    QByteArray header;
    /** At most bodyStartLimit bytes. */
    QByteArray bodyStart;
};

/** Each encodes a payload, or reads one; nothing if it is not exactly that. */
QByteArray encode(const FolderFound& folder);
QByteArray encode(const GapFound& gap);
QByteArray encode(const ChecksumsFound& found);
QByteArray encode(const ScanRequest& request);
QByteArray encode(const ItemFound& item);
QByteArray encode(quint32 number);
QByteArray encode(const QString& text);
QByteArray encode(const Failure& failure);
std::optional<FolderFound> decodeFolder(const QByteArray& payload);
std::optional<GapFound> decodeGap(const QByteArray& payload);
std::optional<ChecksumsFound> decodeChecksums(const QByteArray& payload);
std::optional<ScanRequest> decodeScan(const QByteArray& payload);
std::optional<ItemFound> decodeItem(const QByteArray& payload);
std::optional<quint32> decodeNumber(const QByteArray& payload);
std::optional<QString> decodeText(const QByteArray& payload);
/** Only kinds that a reader can mean; everything else becomes MailboxDamaged. */
Failure decodeFailure(const QByteArray& payload);

} // namespace staffelstab::mail::pst
