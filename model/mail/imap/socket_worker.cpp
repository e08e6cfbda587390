// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/socket_worker.h"

#include "core/secret.h"
#include "mail/imap/tls_trust.h"

#include <algorithm>

namespace staffelstab::mail::imap {

namespace {
constexpr qsizetype inboxLimit = qsizetype{1024} * 1024;
/** Whoever sends so much in one TLS record has more to send. */
constexpr qsizetype partOfMuch = qsizetype{8} * 1024;
constexpr qsizetype blockSize = qsizetype{64} * 1024;
constexpr qsizetype enoughToWake = qsizetype{256} * 1024;
} // namespace

SocketWorker::SocketWorker(std::shared_ptr<SocketState> state, const QSslConfiguration& configuration, QString host)
    : m_state(std::move(state)), m_host(std::move(host)), m_socket(this), m_wakeSoon(this),
      m_block(blockSize, Qt::Uninitialized)
{
    m_wakeSoon.setSingleShot(true);
    m_wakeSoon.setTimerType(Qt::PreciseTimer);
    m_wakeSoon.setInterval(std::chrono::milliseconds(1));
    connect(&m_wakeSoon, &QTimer::timeout, this, &SocketWorker::wakeReader);
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

/** Moves what has arrived into the inbox; false if that is nothing. */
bool SocketWorker::takeArrived()
{
    const qint64 arrived = m_socket.read(m_block.data(), m_block.size());
    if (arrived <= 0) {
        return false;
    }
    const auto bytes = static_cast<qsizetype>(arrived);
    qsizetype waiting = 0;
    {
        const QMutexLocker lock(&m_state->mutex);
        QByteArray& inbox = m_state->inbox;
        if (inbox.isEmpty() && bytes >= partOfMuch) {
            inbox.reserve(2 * enoughToWake);
        }
        inbox.append(m_block.constData(), bytes);
        waiting = inbox.size();
    }
    if (bytes < partOfMuch || waiting >= enoughToWake) {
        wakeReader();
    } else if (!m_wakeSoon.isActive()) {
        m_wakeSoon.start();
    }
    return true;
}

void SocketWorker::pump()
{
    do {
        const QMutexLocker lock(&m_state->mutex); // let go before takeArrived() takes it
        m_state->isStalled = m_state->inbox.size() >= inboxLimit;
        if (m_state->isStalled) {
            return;
        }
    } while (takeArrived());
    if (m_socket.state() == QAbstractSocket::UnconnectedState) {
        end(socketFailure(m_socket.error(), m_host, m_socket.errorString()));
    }
}

void SocketWorker::wakeReader()
{
    m_wakeSoon.stop();
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
