// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/connection.h"
#include "mail/imap/socket_stream.h"
#include "model/mail/imap/collectors.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <thread>

#include <unistd.h>

using namespace staffelstab;
using namespace staffelstab::tests;
using namespace staffelstab::mail;
using namespace std::chrono_literals;
using Kind = Failure::Kind;

namespace {

/** Accepts one connection and plays its part on a thread of its own. */
class OneTimeServer
{
public:
    explicit OneTimeServer(std::function<void(QTcpSocket&)> part)
    {
        std::atomic_int port = 0;
        m_thread = std::thread([&port, part = std::move(part)] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            port = server.serverPort();
            port.notify_all();
            if (server.waitForNewConnection(10'000)) {
                const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                part(*socket);
            }
        });
        port.wait(0);
        m_port = static_cast<quint16>(port.load());
    }
    ~OneTimeServer() { m_thread.join(); }

    [[nodiscard]] MailboxSource source(MailboxSource::Security security) const
    {
        MailboxSource source;
        source.host = QStringLiteral("127.0.0.1");
        source.port = m_port;
        source.security = security;
        return source;
    }

private:
    std::thread m_thread;
    quint16 m_port = 0;
};

/** Says nothing until the client goes. */
void waitForTheEnd(QTcpSocket& socket)
{
    socket.waitForDisconnected(10'000);
}

} // namespace

class TestSocketStream : public QObject
{
    Q_OBJECT

    TestJob m_job;

    imap::Patience patience(std::chrono::milliseconds silence) { return {&m_job.context, silence, {}}; }
    /** A server that lets the cancel fall into the wait: it cancels when it has heard from the client. */
    std::function<void(QTcpSocket&)> cancelWhenHeardFrom()
    {
        return [this](QTcpSocket& socket) {
            socket.waitForReadyRead(10'000);
            m_sinceCancel.start();
            *m_job.cancelled = true;
            waitForTheEnd(socket);
        };
    }
    QElapsedTimer m_sinceCancel;

private Q_SLOTS:
    void init() { *m_job.cancelled = false; }

    void timesOutInAHandshakeThatNeverComes()
    {
        const OneTimeServer server(waitForTheEnd);
        const auto stream =
            imap::SocketStream::connect(server.source(MailboxSource::Security::Tls), {}, patience(200ms));
        QVERIFY(!stream);
        QCOMPARE(stream.failure().kind, Kind::TimedOut);
    }

    void cancelsInTheHandshake()
    {
        const OneTimeServer server(cancelWhenHeardFrom());
        const auto stream = imap::SocketStream::connect(server.source(MailboxSource::Security::Tls), {}, patience(10s));
        const qint64 elapsed = m_sinceCancel.elapsed();
        QVERIFY(!stream);
        QCOMPARE(stream.failure().kind, Kind::Cancelled);
        QVERIFY(elapsed < 300);
    }

    void givesUpAServerThatAnswersInDrops()
    {
        const OneTimeServer server([](QTcpSocket& socket) {
            // A drop every 10 ms, until the client goes.
            const QByteArray line = "* OK " + QByteArray(5'000, '.');
            for (qsizetype i = 0; i < line.size() && socket.state() == QAbstractSocket::ConnectedState; ++i) {
                socket.write(line.mid(i, 1));
                socket.flush();
                socket.waitForDisconnected(10);
            }
        });
        auto stream = imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        QElapsedTimer timer;
        timer.start();
        imap::Connection connection(std::move(*stream), QStringLiteral("tropf"), 200ms);
        connection.useJob(m_job.context);
        imap::ResponseSink nobody;
        const auto answer = connection.run(imap::Command("NOOP"), nobody);
        QVERIFY(!answer);
        QCOMPARE(answer.failure().kind, Kind::TimedOut);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(connection.isBroken());
    }

    void timesOutAndCancelsOverASilentServer()
    {
        const OneTimeServer server(cancelWhenHeardFrom());
        const auto stream =
            imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        QCOMPARE((*stream)->read(patience(100ms)).failure().kind, Kind::TimedOut);
        (*stream)->write("hello");
        QCOMPARE((*stream)->read(patience(10s)).failure().kind, Kind::Cancelled);
        const qint64 elapsed = m_sinceCancel.elapsed();
        QVERIFY(elapsed < 300);
    }

    void finishesWhatIsUnderWayForAMomentAfterACancel()
    {
        const OneTimeServer server([](QTcpSocket& socket) {
            socket.waitForReadyRead(5'000);
            socket.write("late");
            socket.waitForDisconnected(10'000);
        });
        const auto stream =
            imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        *m_job.cancelled = true;
        (*stream)->write("go");
        const auto bytes = (*stream)->read({&m_job.context, 5s, 5s});
        QVERIFY(bytes);
        QCOMPARE(bytes.value(), QByteArray("late"));
    }

    void saysWhatIsWrongWithTheServer()
    {
        const OneTimeServer server([](QTcpSocket& socket) {
            socket.write("* OK this port speaks in the clear\r\n");
            socket.waitForDisconnected(5'000);
        });
        const auto plain = imap::SocketStream::connect(server.source(MailboxSource::Security::Tls), {}, patience(5s));
        QVERIFY(!plain);
        QCOMPARE(plain.failure().kind, Kind::TlsFailed);
        MailboxSource unknown = server.source(MailboxSource::Security::Tls);
        unknown.host =
            QString(70, QLatin1Char('x')) + QStringLiteral(".invalid"); // no resolver asks for a label this long
        QCOMPARE(imap::SocketStream::connect(unknown, {}, patience(5s)).failure().kind, Kind::HostNotFound);
    }

    void deliversEverythingBeforeItTellsTheEnd()
    {
        QByteArray sent;
        for (int number = 0; sent.size() < 8'000'000; ++number) {
            sent += QByteArray::number(number);
        }
        const OneTimeServer server([sent](QTcpSocket& socket) {
            socket.write(sent);
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5'000)) {
            }
            socket.disconnectFromHost();
        });
        const auto stream =
            imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        QByteArray received;
        auto bytes = (*stream)->read(patience(5s));
        for (; bytes; bytes = (*stream)->read(patience(5s))) {
            QVERIFY(bytes->size() <= 2 * 1024 * 1024);
            received += *bytes;
        }
        QVERIFY(received == sent);
        QCOMPARE(bytes.failure().kind, Kind::ConnectionLost);
    }

    void deliversWhatCameBeforeAnError()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(QStringLiteral("certificate.pem"));
        const QString key = folder.filePath(QStringLiteral("key.pem"));
        const QString request =
            QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -addext subjectAltName=IP:127.0.0.1");
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      request.split(QLatin1Char(' ')) +
                          QStringList{QStringLiteral("-out"), certificate, QStringLiteral("-keyout"), key});
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);

        const QByteArray sent(8192, 'x');
        const OneTimeServer server([&](QTcpSocket& socket) {
            QSslSocket tls;
            tls.setSocketDescriptor(::dup(static_cast<int>(socket.socketDescriptor())));
            tls.setLocalCertificate(certificate);
            tls.setPrivateKey(key);
            tls.startServerEncryption();
            tls.waitForEncrypted(5'000);
            // Both arrive together.
            socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            tls.write(sent);
            tls.flush();
            socket.write("this is no TLS record");
            socket.flush();
            waitForTheEnd(socket);
        });
        MailboxSource source = server.source(MailboxSource::Security::Tls);
        source.caFile = certificate;
        const auto stream = imap::SocketStream::connect(source, {}, patience(5s));
        QVERIFY2(stream, stream ? "" : qPrintable(stream.failure().detail));
        QByteArray received;
        auto bytes = (*stream)->read(patience(5s));
        for (; bytes; bytes = (*stream)->read(patience(5s))) {
            received += *bytes;
        }
        QVERIFY(received == sent);
        QVERIFY(bytes.failure().kind != Kind::TimedOut);
    }

    void refusesTlsWhenMoreCameBehindStartTls()
    {
        const OneTimeServer server([](QTcpSocket& socket) {
            socket.write("* OK ready\r\n");
            socket.waitForReadyRead(5'000);
            socket.write("S1 OK go\r\nS2 OK you are logged in\r\n");
            waitForTheEnd(socket);
        });
        auto stream = imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        imap::Connection connection(std::move(*stream), QStringLiteral("127.0.0.1"), 5s);
        connection.useJob(m_job.context);
        QVERIFY(connection.greeting(5s));
        imap::ResponseSink nobody;
        QVERIFY(connection.run(imap::Command("STARTTLS"), nobody));
        const Status encrypted = connection.startTls(5s);
        QVERIFY(!encrypted);
        QCOMPARE(encrypted.failure().kind, Kind::TlsFailed);
        QVERIFY(connection.isBroken());
    }

    void refusesTlsWhileBytesWaitToBeRead()
    {
        const OneTimeServer server([](QTcpSocket& socket) {
            socket.write(QByteArray(8'000'000, 'x')); // more than one read can take
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5'000)) {
            }
        });
        const auto stream =
            imap::SocketStream::connect(server.source(MailboxSource::Security::StartTls), {}, patience(5s));
        QVERIFY(stream);
        QVERIFY((*stream)->read(patience(5s)));
        const Status encrypted = (*stream)->encrypt(patience(5s));
        QVERIFY(!encrypted);
        QVERIFY(!(*stream)->isEncrypted());
    }
};

QTEST_GUILESS_MAIN(TestSocketStream)
#include "tst_socket_stream.moc"
