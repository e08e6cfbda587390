// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/tls_preflight.h"
#include "directory/start_tls_message.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

constexpr int pollMs = 50;
constexpr int plainPort = 389;
constexpr int tlsPort = 636;

/** The fault that makes the others not worth telling comes first: the name in an unknown certificate proves nothing. */
Kind kindOf(const QList<QSslError>& errors)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> wanted) {
        return std::any_of(errors.begin(), errors.end(), [&wanted](const QSslError& error) {
            return std::find(wanted.begin(), wanted.end(), error.error()) != wanted.end();
        });
    };
    if (has({QSslError::SelfSignedCertificate})) {
        return Kind::CertificateSelfSigned;
    }
    if (has({QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
             QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificateInChain,
             QSslError::CertificateUntrusted, QSslError::InvalidCaCertificate})) {
        return Kind::CertificateUnknown;
    }
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid})) {
        return Kind::CertificateExpired;
    }
    return has({QSslError::HostNameMismatch}) ? Kind::CertificateWrongName : Kind::TlsFailed;
}

Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Kind::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return Kind::HostNotFound;
    case QAbstractSocket::SocketTimeoutError:
        return Kind::TimedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Kind::TlsFailed;
    default:
        return Kind::ConnectionLost;
    }
}

/** One conversation on the calling thread with an event loop of its own; a worker thread has no other one to disturb.
 */
class Preflight
{
public:
    Preflight(const DirectoryLogin& login, const QList<QSslCertificate>& extra, JobContext& job)
        : m_login(login), m_job(job), m_isTlsFromStart(login.url.scheme() == QLatin1String("ldaps"))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(extra);
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_socket.setSslConfiguration(configuration);
        m_socket.setProxy(QNetworkProxy::NoProxy);
        listen();
    }

    Status run()
    {
        const auto port = static_cast<quint16>(m_login.url.port(m_isTlsFromStart ? tlsPort : plainPort));
        if (m_isTlsFromStart) {
            m_socket.connectToHostEncrypted(m_login.url.host(), port);
        } else {
            m_socket.connectToHost(m_login.url.host(), port);
        }
        if (!m_isOver) {
            m_loop.exec();
        }
        m_socket.disconnect();
        m_socket.abort();
        return std::move(m_outcome);
    }

private:
    void listen()
    {
        QObject::connect(&m_socket, &QSslSocket::encrypted, &m_loop, [this] { end(Done{}); });
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_loop, [this](const QList<QSslError>& errors) {
            end(failure(kindOf(errors), errors.isEmpty() ? QString() : errors.first().errorString()));
        });
        QObject::connect(
            &m_socket, &QAbstractSocket::errorOccurred, &m_loop,
            [this](QAbstractSocket::SocketError error) { end(failure(kindOf(error), m_socket.errorString())); });
        QObject::connect(&m_socket, &QAbstractSocket::connected, &m_loop, [this] {
            m_deadline.start(stepTimeoutMs);
            if (!m_isTlsFromStart) {
                m_socket.write(startTlsRequest());
            }
        });
        QObject::connect(&m_socket, &QIODevice::readyRead, &m_loop, [this] { readAnswer(); });
        QObject::connect(&m_deadline, &QTimer::timeout, &m_loop, [this] { end(failure(Kind::TimedOut, {})); });
        QObject::connect(&m_poll, &QTimer::timeout, &m_loop, [this] {
            if (m_job.isCancelled()) {
                end(failure(Kind::Cancelled, {}));
            }
        });
        m_deadline.setSingleShot(true);
        m_deadline.start(stepTimeoutMs);
        m_poll.start(pollMs);
    }

    void readAnswer()
    {
        if (m_isTlsFromStart || m_socket.mode() != QSslSocket::UnencryptedMode) {
            return;
        }
        m_answer += m_socket.readAll();
        const StartTlsAnswer answer = parseStartTlsAnswer(m_answer);
        if (answer.state == StartTlsAnswer::State::Malformed) {
            end(failure(Kind::ProtocolError, QStringLiteral("no LDAP answer")));
        } else if (answer.state == StartTlsAnswer::State::Complete && answer.code != 0) {
            end(failure(Kind::NoEncryption, QStringLiteral("StartTLS refused (%1)").arg(answer.code)));
        } else if (answer.state == StartTlsAnswer::State::Complete) {
            m_deadline.start(stepTimeoutMs);
            m_socket.startClientEncryption();
        }
    }

    [[nodiscard]] Failure failure(Kind kind, const QString& detail) const { return {kind, m_login.url.host(), detail}; }

    /** The first outcome counts. */
    void end(Status outcome)
    {
        if (!m_isOver) {
            m_isOver = true;
            m_outcome = std::move(outcome);
            m_loop.quit();
        }
    }

    const DirectoryLogin& m_login;
    JobContext& m_job;
    const bool m_isTlsFromStart;
    QEventLoop m_loop;
    QSslSocket m_socket;
    QTimer m_deadline;
    QTimer m_poll;
    QByteArray m_answer;
    bool m_isOver = false;
    Status m_outcome = Done{};
};

} // namespace

Result<QList<QSslCertificate>> readCaFile(const DirectoryLogin& login)
{
    if (login.caFile.isEmpty()) {
        return QList<QSslCertificate>();
    }
    QList<QSslCertificate> certificates =
        QSslCertificate::fromPath(login.caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (certificates.isEmpty()) {
        return Failure{Kind::CertificateFileUnusable, login.caFile, {}};
    }
    return certificates;
}

Status checkServer(const DirectoryLogin& login, JobContext& job)
{
    const Result<QList<QSslCertificate>> extra = readCaFile(login);
    if (!extra) {
        return extra.failure();
    }
    if (Status may = job.mayGoOn(); !may) {
        return may;
    }
    return Preflight(login, *extra, job).run();
}

} // namespace staffelstab::directory
