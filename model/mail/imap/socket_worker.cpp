// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/socket_worker.h"

#include "core/platform.h"
#include "core/secret.h"
#include "mail/imap/tls_trust.h"

#include <algorithm>
#include <utility>

namespace staffelstab::mail::imap {

namespace {
constexpr qsizetype inboxLimit = qsizetype{1024} * 1024;
/** QSslSocket decrypts in pieces of 4 KB, with a readyRead() for each: behind a full one there is more. */
constexpr qsizetype partOfMuch = qsizetype{4} * 1024;
constexpr qsizetype blockSize = qsizetype{64} * 1024;
constexpr qsizetype enoughToHandOver = qsizetype{512} * 1024;
/** At 200 MB/s 60 KB arrive in it, half of what a socket holds by default. */
constexpr unsigned restMicroseconds = 300;
} // namespace

SocketWorker::SocketWorker(std::shared_ptr<SocketState> state, const QSslConfiguration& configuration, QString host)
    : m_state(std::move(state)), m_host(std::move(host)), m_socket(this), m_handOverSoon(this), m_rest(this)
{
    m_handOverSoon.setSingleShot(true);
    m_handOverSoon.setTimerType(Qt::PreciseTimer);
    m_handOverSoon.setInterval(std::chrono::milliseconds(1));
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, [] { platform::restBriefly(restMicroseconds); });
    connect(&m_handOverSoon, &QTimer::timeout, this, &SocketWorker::handOver);
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(m_host);
    m_socket.setReadBufferSize(inboxLimit);
    connect(&m_socket, &QSslSocket::connected, this, &SocketWorker::onConnected);
    connect(&m_socket, &QSslSocket::encrypted, this, &SocketWorker::onEncrypted);
    connect(&m_socket, &QSslSocket::readyRead, this, &SocketWorker::pump);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &SocketWorker::onError);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &SocketWorker::tellQueued);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &SocketWorker::tellQueued);
    connect(&m_socket, &QSslSocket::disconnected, this, &SocketWorker::pump);
    // Nothing is ever ignored: the handshake ends after this signal.
    connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { end(certificateFailure(errors, m_host)); });
}

void SocketWorker::open(quint16 port, bool isTlsAtOnce)
{
    if (isTlsAtOnce) {
        m_socket.connectToHostEncrypted(m_host, port);
    } else {
        m_socket.connectToHost(m_host, port);
    }
}

void SocketWorker::onConnected()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    const QMutexLocker lock(&m_state->mutex);
    m_state->isConnected = true;
    m_state->changed.wakeAll();
}

void SocketWorker::onEncrypted()
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->isEncrypted = true;
    m_state->changed.wakeAll();
}

/** False if nothing has arrived. */
bool SocketWorker::takeArrived()
{
    const qsizetype before = m_arrived.size();
    if (before > 0) {
        m_arrived.reserve(enoughToHandOver + blockSize);
    }
    m_arrived.resize(before + blockSize);
    const qint64 taken = m_socket.read(m_arrived.data() + before, blockSize);
    m_arrived.resize(before + std::max<qsizetype>(taken, 0));
    if (taken <= 0) {
        return false;
    }
    if (taken >= partOfMuch && !m_rest.isActive()) {
        m_rest.start();
    }
    if (taken < partOfMuch || m_arrived.size() >= enoughToHandOver) {
        handOver();
    } else if (!m_handOverSoon.isActive()) {
        m_handOverSoon.start();
    }
    return true;
}

void SocketWorker::pump()
{
    while (!m_isStalled && takeArrived()) {
    }
    if (!m_isStalled && m_socket.state() == QAbstractSocket::UnconnectedState) {
        handOver();
        end(socketFailure(m_socket.error(), m_host, m_socket.errorString()));
    }
}

void SocketWorker::goOn()
{
    m_isStalled = false;
    pump();
}

void SocketWorker::handOver()
{
    m_handOverSoon.stop();
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->inbox += std::exchange(m_arrived, {});
        m_isStalled = m_state->inbox.size() >= inboxLimit;
        m_state->isStalled = m_isStalled;
    }
    // Without the mutex, which the reader would only find taken.
    m_state->changed.wakeAll();
}

void SocketWorker::onError(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError) {
        // What arrived before is delivered first; pump() tells the end when the socket is empty and closed.
        pump();
        return;
    }
    handOver();
    end(socketFailure(error, m_host, m_socket.errorString()));
}

void SocketWorker::end(const Failure& failure)
{
    const QMutexLocker lock(&m_state->mutex);
    if (!m_state->end) {
        m_state->end = failure;
        m_state->changed.wakeAll();
    }
}

void SocketWorker::send(QByteArray bytes)
{
    // By pointer: given the array itself, the socket would share it and the wiping would be of a copy.
    const qint64 size = bytes.size();
    m_socket.write(bytes.constData(), size);
    wipe(bytes);
    m_socket.flush();
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->posted -= size;
    }
    tellQueued();
}

void SocketWorker::tellQueued()
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->queued = m_state->posted + m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
    m_state->changed.wakeAll();
}

void SocketWorker::startTls()
{
    pump();
    handOver();
    {
        const QMutexLocker lock(&m_state->mutex);
        if (!m_state->inbox.isEmpty()) {
            m_state->inbox.clear();
            m_state->end = Failure{Failure::Kind::TlsFailed, m_host,
                                   QStringLiteral("the server sent data behind its answer to STARTTLS")};
            m_state->changed.wakeAll();
            return;
        }
    }
    m_socket.startClientEncryption();
}

void SocketWorker::close()
{
    m_socket.disconnect(this);
    m_socket.flush();
    m_socket.abort();
}

} // namespace staffelstab::mail::imap
