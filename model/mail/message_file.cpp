// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_file.h"

#include "core/sha256.h"
#include "mail/header_block.h"
#include "mail/msg/msg_file.h"

#include <QFile>
#include <QFileInfo>

namespace staffelstab::mail {

namespace {

constexpr qint64 firstRead = 16L * 1024;
constexpr qint64 pieceSize = 1024L * 1024;

Failure openFailure(const QFile& file)
{
    const bool isGone = !QFile::exists(file.fileName());
    return {isGone ? Failure::Kind::MessageGone : Failure::Kind::MessageUnreadable, {}, file.errorString()};
}

/**
 * Reads until the header is complete, the file ends or the limit is passed; returns the bytes read, -1 on an error.
 * `length` becomes the header's length: the whole file where there is no empty line, -1 beyond the limit.
 */
qint64 readHeader(QFile& file, QByteArray& buffer, qsizetype& length)
{
    qint64 filled = 0;
    length = -1;
    while (true) {
        if (buffer.size() - filled < firstRead) {
            buffer.resize(std::max<qsizetype>(buffer.size() * 2, firstRead));
        }
        const qint64 got = file.read(buffer.data() + filled, filled == 0 ? firstRead : buffer.size() - filled);
        if (got < 0) {
            return -1;
        }
        length = headerLength(QByteArrayView(buffer.constData(), filled + got), filled);
        filled += got;
        if (length < 0 && (got == 0 || filled >= file.size())) {
            length = filled;
        }
        if (length > headerLimit || (length < 0 && filled > headerLimit)) {
            length = -1;
            return filled;
        }
        if (length >= 0) {
            return filled;
        }
    }
}

/** As MessageFileReader::scan(), of a file that has to be rebuilt first. */
std::variant<ScannedMessage, UnreadableMessage> scanMsg(const QString& path, MessageKey key)
{
    const QFileInfo info(path);
    const Result<mapi::RebuiltMessage> rebuilt = rebuildMsgFile(path);
    if (!rebuilt) {
        return UnreadableMessage{std::move(key), info.size(), unreadable(rebuilt.failure().detail)};
    }
    const mapi::RebuiltMessage& whole = rebuilt.value();
    if (whole.header().size() > headerLimit) {
        return UnreadableMessage{std::move(key), info.size(), unreadable(QStringLiteral("header over 4 MiB"))};
    }
    ScannedMessage message;
    message.key = std::move(key);
    message.bytes = whole.size();
    message.header = whole.header();
    message.bodyStart = whole.bodyStart(bodyStartLimit);
    message.received = info.lastModified().toUTC();
    message.fingerprint = fingerprintOf(message.header, message.bytes);
    return message;
}

Status readMsg(const QString& path, const MessageRef& ref, MessageReceiver& receiver, const JobContext& job)
{
    const Result<mapi::RebuiltMessage> rebuilt = rebuildMsgFile(path);
    if (!rebuilt) {
        return receiver.failed(ref, unreadable(rebuilt.failure().detail));
    }
    const mapi::RebuiltMessage& whole = rebuilt.value();
    if (whole.size() != ref.bytes ||
        (!ref.fingerprint.isEmpty() && fingerprintOf(whole.header(), ref.bytes) != ref.fingerprint)) {
        return receiver.failed(ref, Failure{Failure::Kind::MessageChanged, {}, {}});
    }
    Status state = receiver.begin(ref);
    if (state) {
        state = whole.write([&](QByteArrayView bytes) {
            const Status taken = receiver.piece(bytes);
            return taken ? job.mayGoOn() : taken;
        });
    }
    return state ? receiver.end() : state;
}

Result<QByteArray> hashMsg(const QString& path, const JobContext& job)
{
    const Result<mapi::RebuiltMessage> rebuilt = rebuildMsgFile(path);
    if (!rebuilt) {
        return unreadable(rebuilt.failure().detail);
    }
    Sha256 hash;
    const Status hashed = rebuilt.value().write([&](QByteArrayView bytes) {
        hash.add(bytes);
        return job.mayGoOn();
    });
    return hashed ? Result<QByteArray>(hash.finish()) : Result<QByteArray>(hashed.failure());
}

} // namespace

Failure unreadable(const QString& detail)
{
    return {Failure::Kind::MessageUnreadable, {}, detail};
}

MessageFileReader::MessageFileReader() : m_buffer(firstRead, Qt::Uninitialized) {}

std::variant<ScannedMessage, UnreadableMessage> MessageFileReader::scan(const QString& path, MessageKey key)
{
    if (isMsgFile(path)) {
        return scanMsg(path, std::move(key));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return UnreadableMessage{std::move(key), 0, openFailure(file)};
    }
    const qint64 size = file.size();
    qsizetype length = 0;
    const qint64 got = readHeader(file, m_buffer, length);
    if (got < 0) {
        return UnreadableMessage{std::move(key), size, unreadable(file.errorString())};
    }
    if (length < 0) {
        return UnreadableMessage{std::move(key), size, unreadable(QStringLiteral("header over 4 MiB"))};
    }
    if (size == 0) {
        return UnreadableMessage{std::move(key), 0, unreadable(QStringLiteral("empty file"))};
    }
    ScannedMessage message;
    message.key = std::move(key);
    message.bytes = size;
    message.header = QByteArray(m_buffer.constData(), length);
    message.bodyStart = QByteArray(m_buffer.constData() + length, std::min<qsizetype>(got - length, bodyStartLimit));
    message.received = file.fileTime(QFileDevice::FileModificationTime).toUTC();
    message.fingerprint = fingerprintOf(message.header, size);
    return message;
}

Status MessageFileReader::read(const QString& path, const MessageRef& ref, MessageReceiver& receiver,
                               const JobContext& job)
{
    if (isMsgFile(path)) {
        return readMsg(path, ref, receiver, job);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return receiver.failed(ref, openFailure(file));
    }
    qsizetype length = 0;
    const qint64 got = readHeader(file, m_buffer, length);
    if (got < 0) {
        return receiver.failed(ref, unreadable(file.errorString()));
    }
    const QByteArrayView header(m_buffer.constData(), std::max<qsizetype>(length, 0));
    if (file.size() != ref.bytes ||
        (!ref.fingerprint.isEmpty() && fingerprintOf(header, ref.bytes) != ref.fingerprint)) {
        return receiver.failed(ref, Failure{Failure::Kind::MessageChanged, {}, {}});
    }
    return send(file, got, ref, receiver, job);
}

Status MessageFileReader::send(QFile& file, qint64 got, const MessageRef& ref, MessageReceiver& receiver,
                               const JobContext& job)
{
    Status state = receiver.begin(ref);
    qint64 total = 0;
    while (state && got > 0) {
        total += got;
        for (qint64 at = 0; state && at < got; at += pieceSize) {
            state = receiver.piece(QByteArrayView(m_buffer.constData() + at, std::min(pieceSize, got - at)));
        }
        if (state) {
            state = job.mayGoOn();
        }
        if (state) {
            m_buffer.resize(std::max<qsizetype>(m_buffer.size(), pieceSize));
            got = total < ref.bytes ? file.read(m_buffer.data(), pieceSize) : 0;
        }
    }
    if (!state) {
        return state;
    }
    if (got < 0) {
        return receiver.failed(ref, unreadable(file.errorString()));
    }
    return total == ref.bytes ? receiver.end() : receiver.failed(ref, Failure{Failure::Kind::MessageChanged, {}, {}});
}

Result<QByteArray> hashFile(const QString& path, const JobContext& job)
{
    if (isMsgFile(path)) {
        return hashMsg(path, job);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return openFailure(file);
    }
    Sha256 hash;
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    while (true) {
        if (Status go = job.mayGoOn(); !go) {
            return go.failure();
        }
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0) {
            return unreadable(file.errorString());
        }
        if (got == 0) {
            return hash.finish();
        }
        hash.add(QByteArrayView(buffer.constData(), got));
    }
}

Status removeMessageFile(const QString& path, const RemovalOrder& order, const JobContext& job)
{
    const Result<QByteArray> hash = hashFile(path, job);
    if (!hash) {
        return hash.failure().kind == Failure::Kind::MessageGone ? Status(Done{}) : Status(hash.failure());
    }
    if (*hash != order.sha256) {
        return Failure{Failure::Kind::MessageChanged, {}, {}};
    }
    QFile file(path);
    if (!file.remove() && file.exists()) {
        return Failure{Failure::Kind::FileNotWritable, {}, file.errorString()};
    }
    return file.exists() ? Status(Failure{Failure::Kind::FileNotWritable, {}, {}}) : Status(Done{});
}

} // namespace staffelstab::mail
