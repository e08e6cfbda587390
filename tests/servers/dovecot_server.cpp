// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/dovecot_server.h"

#include "mail/modified_utf7.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpSocket>

namespace staffelstab::tests {

namespace {

constexpr int longestRunMs = 30'000;

QString nameOf(DovecotServer::Certificate certificate)
{
    switch (certificate) {
    case DovecotServer::Certificate::Good:
        return QStringLiteral("good");
    case DovecotServer::Certificate::Untrusted:
        return QStringLiteral("untrusted");
    case DovecotServer::Certificate::WrongHost:
        return QStringLiteral("wronghost");
    case DovecotServer::Certificate::Expired:
        return QStringLiteral("expired");
    case DovecotServer::Certificate::SelfSigned:
        return QStringLiteral("selfsigned");
    }
    return {};
}

QString script()
{
    return QStringLiteral(TEST_SERVER_SCRIPTS "/dovecot.sh");
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    // Dovecot's mail user, another one than ours when we are root, must be able to read it.
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

} // namespace

DovecotServer::DovecotServer(Certificate certificate, QStringList users, const QString& mechanisms,
                             const QString& capabilities)
    : m_certificate(nameOf(certificate)), m_users(std::move(users)), m_mechanisms(mechanisms),
      m_capabilities(capabilities)
{
    if (run(script(), QStringList{QStringLiteral("start"), m_folder.path(), m_certificate} + m_users)) {
        readPorts();
    }
}

DovecotServer::~DovecotServer()
{
    run(script(), {QStringLiteral("stop"), m_folder.path()});
}

void DovecotServer::readPorts()
{
    QFile ports(m_folder.filePath(QStringLiteral("ports")));
    if (!ports.open(QIODevice::ReadOnly)) {
        m_error = ports.errorString();
        return;
    }
    for (const QByteArray& line : ports.readAll().split('\n')) {
        const quint16 port = line.mid(line.indexOf('=') + 1).toUShort();
        if (line.startsWith("imap=")) {
            m_startTlsPort = port;
        } else if (line.startsWith("imaps=")) {
            m_tlsPort = port;
        } else if (line.startsWith("sieve=")) {
            m_sievePort = port;
        } else if (line.startsWith("lmtp=")) {
            m_lmtpPort = port;
        }
    }
}

QString DovecotServer::caFile() const
{
    return m_folder.filePath(QStringLiteral("pki/ca.pem"));
}

QString DovecotServer::certificateFile() const
{
    return m_folder.filePath(QStringLiteral("pki/%1.pem").arg(m_certificate));
}

QString DovecotServer::clientCertificate() const
{
    return m_folder.filePath(QStringLiteral("pki/%1.p12").arg(m_users.first()));
}

Secret DovecotServer::password(const QString& user) const
{
    QFile file(m_folder.filePath(QStringLiteral("secret.%1").arg(user.isEmpty() ? m_users.first() : user)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray bytes = file.readAll();
    Secret secret{QByteArrayView(bytes)};
    wipe(bytes);
    return secret;
}

Secret DovecotServer::token(const QString& user, int seconds) const
{
    QFile file(m_folder.filePath(QStringLiteral("token-secret")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QByteArray claims = "{\"sub\":\"" + (user.isEmpty() ? m_users.first() : user).toUtf8() +
                              "\",\"iat\":" + QByteArray::number(now - 5) +
                              ",\"exp\":" + QByteArray::number(now + seconds) + "}";
    const QByteArray text =
        QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(urlSafe) + '.' + claims.toBase64(urlSafe);
    const QByteArray proof = QMessageAuthenticationCode::hash(text, file.readAll(), QCryptographicHash::Sha256);
    return Secret(QByteArrayView(text + '.' + proof.toBase64(urlSafe)));
}

mail::MailboxSource DovecotServer::source(mail::MailboxSource::Security security, const QString& user) const
{
    mail::MailboxSource source;
    source.kind = mail::StoreKind::Imap;
    source.host = host();
    source.port = security == mail::MailboxSource::Security::Tls ? m_tlsPort : m_startTlsPort;
    source.security = security;
    source.user = user.isEmpty() ? m_users.first() : user;
    source.caFile = caFile();
    return source;
}

bool DovecotServer::fill(const QString& folder, const QByteArrayList& messages, const QString& user)
{
    // A Maildir++ of one folder, imported by Dovecot itself.
    const QString maildir = m_folder.filePath(QStringLiteral("fill-%1").arg(++m_fills));
    const bool isInbox = folder == QLatin1String("INBOX");
    const QByteArray name = mail::encodeModifiedUtf7(folder).replace('/', '.');
    const QString below = isInbox ? maildir : maildir + QLatin1String("/.") + QString::fromLatin1(name);
    for (const QString& part : {QStringLiteral("/cur"), QStringLiteral("/new"), QStringLiteral("/tmp")}) {
        if (!QDir().mkpath(below + part) || !QDir().mkpath(maildir + part)) {
            return false;
        }
    }
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString file = QStringLiteral("/cur/%1.M%2P1.fill:2,").arg(1'700'000'000 + i).arg(m_fills);
        if (!write(below + file, messages.at(i))) {
            return false;
        }
    }
    run(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("a+rwX"), maildir});
    const QString owner = user.isEmpty() ? m_users.first() : user;
    const bool isDone = doveadm({QStringLiteral("import"), QStringLiteral("-u"), owner,
                                 QStringLiteral("maildir:") + maildir, QString(), QStringLiteral("all")})
                            .has_value();
    QDir(maildir).removeRecursively();
    return isDone;
}

bool DovecotServer::deliver(const QString& from, const QByteArray& message, const QString& user)
{
    const QString to = user.isEmpty() ? m_users.first() : user;
    QTcpSocket socket;
    socket.connectToHost(host(), m_lmtpPort);
    const auto answers = [this, &socket](char wanted) {
        QByteArray line;
        do {
            while (!socket.canReadLine()) {
                if (!socket.waitForReadyRead(longestRunMs)) {
                    m_error = socket.errorString();
                    return false;
                }
            }
            line = socket.readLine();
        } while (line.size() > 3 && line.at(3) == '-');
        m_error = QString::fromUtf8(line);
        return line.startsWith(wanted);
    };
    const auto say = [&socket, &answers](const QByteArray& line, char wanted) {
        socket.write(line + "\r\n");
        return answers(wanted);
    };
    QByteArray stuffed = message;
    stuffed.replace("\r\n.", "\r\n..");
    return answers('2') && say("LHLO test", '2') && say("MAIL FROM:<" + from.toUtf8() + ">", '2') &&
           say("RCPT TO:<" + to.toUtf8() + "@firma.example>", '2') && say("DATA", '3') &&
           say(stuffed + (stuffed.endsWith("\r\n") ? "." : "\r\n."), '2') && say("QUIT", '2');
}

QByteArrayList DovecotServer::sent() const
{
    QByteArrayList messages;
    const QDir sink(m_folder.filePath(QStringLiteral("sink")));
    for (const QString& name : sink.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Time | QDir::Reversed)) {
        QFile file(sink.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            messages.append(file.readAll());
        }
    }
    return messages;
}

std::optional<QByteArray> DovecotServer::doveadm(const QStringList& arguments)
{
    QByteArray output;
    const QStringList all =
        QStringList{QStringLiteral("-c"), m_folder.filePath(QStringLiteral("dovecot.conf"))} + arguments;
    if (!run(QStringLiteral("doveadm"), all, &output)) {
        return std::nullopt;
    }
    return output;
}

bool DovecotServer::run(const QString& program, const QStringList& arguments, QByteArray* output)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WATCHED_PID"), QString::number(QCoreApplication::applicationPid()));
    if (!m_mechanisms.isEmpty()) {
        environment.insert(QStringLiteral("MECHANISMS"), m_mechanisms);
    }
    if (!m_capabilities.isEmpty()) {
        environment.insert(QStringLiteral("CAPABILITIES"), m_capabilities);
    }
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool isDone = process.waitForStarted(longestRunMs) && process.waitForFinished(longestRunMs) &&
                        process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (output != nullptr) {
        *output = process.readAllStandardOutput();
    }
    if (!isDone) {
        m_error = program + QLatin1String(": ") + process.errorString() + QLatin1Char('\n') +
                  QString::fromUtf8(process.readAllStandardError());
    }
    return isDone;
}

} // namespace staffelstab::tests
