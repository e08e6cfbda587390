// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_directory.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtConcurrentRun>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SlapdServer::firstPassword));
}

QString leaver()
{
    return SlapdServer::dn(QStringLiteral("l.gehtbald"));
}

/** Takes connections, answers with what it was given, and then says nothing more. */
class TalkingOnce : public QTcpServer
{
public:
    explicit TalkingOnce(QByteArray answer) : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [this, socket] {
                m_heard += socket->readAll();
                socket->write(std::exchange(m_answer, {}));
            });
        });
    }
    [[nodiscard]] QUrl url(const char* scheme) const
    {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(serverPort()));
    }

    [[nodiscard]] const QByteArray& heard() const { return m_heard; }

private:
    QByteArray m_answer;
    QByteArray m_heard;
};

/** Hands the first connections on to a server and lets every later one hang. */
class HangingProxy : public QTcpServer
{
public:
    HangingProxy(quint16 port, int good) : m_port(port), m_good(good)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const client = nextPendingConnection();
            if (m_good-- > 0) {
                join(client);
            }
        });
    }

private:
    void join(QTcpSocket* client)
    {
        auto* const server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, m_port);
        connect(client, &QIODevice::readyRead, server, [=] { server->write(client->readAll()); });
        connect(server, &QIODevice::readyRead, client, [=] { client->write(server->readAll()); });
        connect(server, &QAbstractSocket::disconnected, client, &QAbstractSocket::disconnectFromHost);
        connect(client, &QAbstractSocket::disconnected, server, &QAbstractSocket::disconnectFromHost);
    }
    quint16 m_port;
    int m_good;
};

struct Opening
{
    std::optional<Kind> failure;
    qint64 milliseconds = 0;
    qint64 sinceCancel = -1;
};

/** Opens on a worker thread while this thread's event loop runs the servers above; cancels after `cancelAfterMs`. */
Opening openOnWorker(const DirectoryLogin& login, int cancelAfterMs = -1)
{
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    JobContext job({}, cancelled);
    QElapsedTimer timer;
    timer.start();
    QFuture<std::optional<Kind>> future = QtConcurrent::run([login, job]() mutable {
        const auto directory = openDirectory(login, first(), job);
        return directory ? std::optional<Kind>() : directory.failure().kind;
    });
    if (cancelAfterMs >= 0) {
        QTest::qWait(cancelAfterMs);
        *cancelled = true;
    }
    const qint64 cancelledAt = timer.elapsed();
    while (!future.isFinished()) {
        QTest::qWait(1);
    }
    return {future.result(), timer.elapsed(), timer.elapsed() - cancelledAt};
}

} // namespace

class TestDirectoryConnection : public QObject
{
    Q_OBJECT

private:
    SlapdServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }

    void saysWhatIsWrongWithTheCertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<std::optional<Kind>>("failure");
        QTest::newRow("good") << QStringLiteral("good") << std::optional<Kind>();
        QTest::newRow("wrong name") << QStringLiteral("wrong-name") << std::optional(Kind::CertificateWrongName);
        QTest::newRow("unknown authority") << QStringLiteral("unknown-ca") << std::optional(Kind::CertificateUnknown);
        QTest::newRow("self-signed") << QStringLiteral("self-signed") << std::optional(Kind::CertificateSelfSigned);
        QTest::newRow("expired") << QStringLiteral("expired") << std::optional(Kind::CertificateExpired);
    }
    void saysWhatIsWrongWithTheCertificate()
    {
        QFETCH(const QString, certificate);
        QFETCH(const std::optional<Kind>, failure);
        SlapdServer server;
        QVERIFY2(server.start(certificate), qPrintable(server.errorText()));
        // The environment must not be able to switch the check off.
        qputenv("LDAPTLS_REQCERT", "never");
        QCOMPARE(openOnWorker({server.ldapsUrl(), leaver(), server.caFile()}).failure, failure);
        QCOMPARE(openOnWorker({server.ldapUrl(), leaver(), server.caFile()}).failure, failure);
        qunsetenv("LDAPTLS_REQCERT");
    }

    void saysTheSameOfADomainController_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<Kind>("failure");
        QTest::newRow("wrong name") << QStringLiteral("wrong-name") << Kind::CertificateWrongName;
        QTest::newRow("expired") << QStringLiteral("expired") << Kind::CertificateExpired;
    }
    void saysTheSameOfADomainController()
    {
        QFETCH(const QString, certificate);
        QFETCH(const Kind, failure);
        SambaServer server;
        QVERIFY2(server.start(certificate), qPrintable(server.errorText()));
        const QString user = SambaServer::upn(QStringLiteral("l.gehtbald"));
        QCOMPARE(openOnWorker({server.ldapsUrl(), user, server.caFile()}).failure, std::optional(failure));
        QCOMPARE(openOnWorker({server.ldapUrl(), user, server.caFile()}).failure, std::optional(failure));
    }

    void doesNotTrustAPrivateAuthorityByItself()
    {
        QCOMPARE(openOnWorker({m_server.ldapsUrl(), leaver(), {}}).failure, std::optional(Kind::CertificateUnknown));
    }

    void saysThatTheAuthorityFileIsNone()
    {
        QCOMPARE(openOnWorker({m_server.ldapsUrl(), leaver(), QStringLiteral("/nowhere/ca.pem")}).failure,
                 std::optional(Kind::CertificateFileUnusable));
        QCOMPARE(openOnWorker({m_server.ldapsUrl(), leaver(), QStringLiteral(__FILE__)}).failure,
                 std::optional(Kind::CertificateFileUnusable));
    }

    void saysWhatIsWrongWithTheAddress_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<Kind>("failure");
        const quint16 port = ServerProcess::freePort(QStringLiteral("127.0.0.1"));
        QTest::newRow("nobody listens") << QUrl(QStringLiteral("ldaps://127.0.0.1:%1").arg(port))
                                        << Kind::ConnectionRefused;
        QTest::newRow("no such host") << QUrl(QStringLiteral("ldaps://dc1.invalid")) << Kind::HostNotFound;
        QTest::newRow("another scheme") << QUrl(QStringLiteral("http://127.0.0.1")) << Kind::BadInput;
        QTest::newRow("no host") << QUrl(QStringLiteral("ldaps:")) << Kind::BadInput;
    }
    void saysWhatIsWrongWithTheAddress()
    {
        QFETCH(const QUrl, url);
        QFETCH(const Kind, failure);
        QCOMPARE(openOnWorker({url, leaver(), {}}).failure, std::optional(failure));
    }

    void sendsNothingToAServerThatRefusesStartTls()
    {
        TalkingOnce server(QByteArray::fromHex("300c02010178070a013404000400"));
        QCOMPARE(openOnWorker({server.url("ldap"), leaver(), {}}).failure, std::optional(Kind::NoEncryption));
        QVERIFY(server.heard().endsWith("1.3.6.1.4.1.1466.20037"));
        TalkingOnce mail("220 mail.firma.example ESMTP\r\n");
        QCOMPARE(openOnWorker({mail.url("ldap"), leaver(), {}}).failure, std::optional(Kind::ProtocolError));
        TalkingOnce web("HTTP/1.1 400 Bad Request\r\n\r\n");
        QCOMPARE(openOnWorker({web.url("ldaps"), leaver(), {}}).failure, std::optional(Kind::TlsFailed));
    }

    void isCancelledAtOnce_data()
    {
        QTest::addColumn<int>("goodConnections");
        QTest::newRow("in the first connection") << 0;
        // The one libldap makes: its handshake can only be ended from outside.
        QTest::newRow("in the second connection") << 1;
    }
    void isCancelledAtOnce()
    {
        QFETCH(const int, goodConnections);
        HangingProxy proxy(static_cast<quint16>(m_server.ldapsUrl().port()), goodConnections);
        QUrl url = m_server.ldapsUrl();
        url.setPort(proxy.serverPort());
        constexpr int cancelAfterMs = 700;
        const Opening opening = openOnWorker({url, leaver(), m_server.caFile()}, cancelAfterMs);
        QCOMPARE(opening.failure, std::optional(Kind::Cancelled));
        QVERIFY2(opening.sinceCancel < 300, qPrintable(QString::number(opening.sinceCancel)));
    }

    void givesUpOnAServerThatFallsSilent()
    {
        SlapdServer server;
        QVERIFY2(server.start(), qPrintable(server.errorText()));
        JobContext job;
        const auto directory = openDirectory({server.ldapsUrl(), leaver(), server.caFile()}, first(), job);
        QVERIFY(directory.isOk());
        server.process().freeze();
        QElapsedTimer timer;
        timer.start();
        // Both at once, because each takes its ten seconds: an open connection and a new one.
        QFuture<Result<AccountEntry>> account = QtConcurrent::run([&directory] { return (*directory)->account(); });
        const TalkingOnce silent({});
        const Opening opening = openOnWorker({silent.url("ldaps"), leaver(), {}});
        const Result<AccountEntry> entry = account.result();
        server.process().thaw();
        QCOMPARE(opening.failure, std::optional(Kind::TimedOut));
        QVERIFY(!entry);
        QCOMPARE(entry.failure().kind, Kind::TimedOut);
        QVERIFY(timer.elapsed() >= 9'000 && timer.elapsed() < 60'000);
    }
};

QTEST_GUILESS_MAIN(TestDirectoryConnection)
#include "tst_directory_connection.moc"
