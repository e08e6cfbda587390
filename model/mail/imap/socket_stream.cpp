// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/socket_stream.h"

#include "mail/imap/socket_worker.h"
#include "mail/imap/tls_trust.h"

#include <QElapsedTimer>

#include <algorithm>

namespace staffelstab::mail::imap {

namespace {

using std::chrono::milliseconds;

// RFC 8314, RFC 3501
constexpr quint16 imapsPort = 993;
constexpr quint16 imapPort = 143;

/** Waits until `isReady`, with the state's mutex held by the caller. */
template <typename Question>
Status waitUntil(SocketState& state, const Patience& patience, Question isReady)
{
    QElapsedTimer sinceStart;
    QElapsedTimer sinceCancel;
    sinceStart.start();
    for (;;) {
        if (patience.job->isCancelled()) {
            if (!sinceCancel.isValid()) {
                sinceCancel.start();
            }
            if (milliseconds(sinceCancel.elapsed()) >= patience.afterCancel) {
                return Failure{Failure::Kind::Cancelled, {}, {}};
            }
        }
        if (isReady()) {
            return Done{};
        }
        if (state.end) {
            return *state.end;
        }
        const milliseconds left = patience.silence - milliseconds(sinceStart.elapsed());
        if (left.count() <= 0) {
            return Failure{Failure::Kind::TimedOut, {}, {}};
        }
        state.changed.wait(&state.mutex, static_cast<unsigned long>(std::clamp<qint64>(left.count(), 1, 50)));
    }
}

} // namespace

SocketStream::SocketStream(std::shared_ptr<SocketState> state) : m_state(std::move(state)) {}

Result<std::unique_ptr<Stream>> SocketStream::connect(const MailboxSource& source, const Secret& passphrase,
                                                      const Patience& patience)
{
    Result<QSslConfiguration> configuration = tlsConfiguration(source.caFile);
    if (!configuration) {
        return configuration.failure();
    }
    if (source.signIn == MailboxSource::SignIn::Certificate) {
        if (Status added = addClientCertificate(*configuration, source.clientCertificate, passphrase); !added) {
            return added.failure();
        }
    }
    const bool isTlsAtOnce = source.security == MailboxSource::Security::Tls;
    const quint16 port = source.port != 0 ? source.port : isTlsAtOnce ? imapsPort : imapPort;
    std::unique_ptr<SocketStream> stream(new SocketStream(std::make_shared<SocketState>()));
    auto* worker = new SocketWorker(stream->m_state, *configuration, source.host);
    stream->m_worker = worker;
    worker->moveToThread(&stream->m_thread);
    QObject::connect(&stream->m_thread, &QThread::finished, worker, &QObject::deleteLater);
    stream->m_thread.setObjectName(QStringLiteral("imap"));
    stream->m_thread.start();
    QMetaObject::invokeMethod(worker, [worker, port, isTlsAtOnce] { worker->open(port, isTlsAtOnce); });

    SocketState& state = *stream->m_state;
    const QMutexLocker lock(&state.mutex);
    Status connected = waitUntil(state, patience, [&state] { return state.isConnected; });
    if (connected && isTlsAtOnce) {
        connected = waitUntil(state, patience, [&state] { return state.isEncrypted; });
    }
    if (!connected) {
        return connected.failure();
    }
    return std::unique_ptr<Stream>(std::move(stream));
}

SocketStream::~SocketStream()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, thread = &m_thread] {
        worker->close();
        thread->quit();
    });
    m_thread.wait();
}

Result<QByteArray> SocketStream::read(const Patience& patience)
{
    QMutexLocker lock(&m_state->mutex);
    if (Status ready = waitUntil(*m_state, patience, [this] { return !m_state->inbox.isEmpty(); }); !ready) {
        return ready.failure();
    }
    const QByteArray bytes = std::exchange(m_state->inbox, {});
    const bool wasStalled = std::exchange(m_state->isStalled, false);
    lock.unlock();
    if (wasStalled) {
        QMetaObject::invokeMethod(m_worker, &SocketWorker::goOn);
    }
    return bytes;
}

void SocketStream::write(QByteArrayView bytes)
{
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->posted += bytes.size();
        m_state->queued += bytes.size();
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, copy = bytes.toByteArray()]() mutable { worker->send(std::move(copy)); });
}

Status SocketStream::drain(const Patience& patience, qint64 most)
{
    const QMutexLocker lock(&m_state->mutex);
    return waitUntil(*m_state, patience, [this, most] { return m_state->queued <= most; });
}

Status SocketStream::encrypt(const Patience& patience)
{
    QMetaObject::invokeMethod(m_worker, &SocketWorker::startTls);
    const QMutexLocker lock(&m_state->mutex);
    return waitUntil(*m_state, patience, [this] { return m_state->isEncrypted; });
}

bool SocketStream::isEncrypted() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->isEncrypted;
}

StreamFactory socketStreams(const MailboxSource& source, const Secret& password, const ImapOptions& options)
{
    // Only a certificate's passphrase is needed again for each connection.
    const bool isByCertificate = source.signIn == MailboxSource::SignIn::Certificate;
    const auto passphrase = std::make_shared<const Secret>(isByCertificate ? password.clone() : Secret());
    return [source, passphrase, options](const JobContext& connecting) {
        return SocketStream::connect(source, *passphrase, {&connecting, options.connectTimeout, {}});
    };
}

} // namespace staffelstab::mail::imap
