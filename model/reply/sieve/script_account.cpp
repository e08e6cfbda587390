// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sieve/script_account.h"

#include "mail/imap/socket_stream.h"
#include "mail/sasl_plain.h"

#include <algorithm>

namespace staffelstab::reply::sieve {

namespace {

using Kind = Failure::Kind;

// RFC 5804
constexpr quint16 sievePort = 4190;
constexpr std::chrono::milliseconds connectTimeout{15'000};
constexpr qsizetype longestServerText = 400;

QString printable(const Answer& answer)
{
    QString text = QString::fromUtf8(answer.text.left(longestServerText));
    for (QChar& letter : text) {
        if (!letter.isPrint()) {
            letter = QLatin1Char(' ');
        }
    }
    text = text.simplified();
    return answer.code.isEmpty() ? text
                                 : QStringLiteral("[%1] %2").arg(QString::fromLatin1(answer.code.left(40)), text);
}

Kind meaningOf(const QByteArray& code, Kind otherwise)
{
    struct Meaning
    {
        const char* code;
        Kind kind;
    };
    static constexpr Meaning meanings[] = {
        {"AUTH-TOO-WEAK", Kind::LoginRefused}, {"ENCRYPT-NEEDED", Kind::NoEncryption},
        {"NONEXISTENT", Kind::NoSuchEntry},    {"ACTIVE", Kind::ServerRefused},
        {"ALREADYEXISTS", Kind::FileExists},
    };
    for (const Meaning& meaning : meanings) {
        if (code == meaning.code) {
            return meaning.kind;
        }
    }
    return otherwise;
}

/** A quoted string, or nothing for what cannot stand in one and must never reach the wire. */
Result<QByteArray> quote(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    const bool isSafe = std::none_of(bytes.begin(), bytes.end(),
                                     [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; });
    if (!isSafe || bytes.size() > 512) {
        return Failure{Kind::BadInput, {}, QStringLiteral("a script name with a line break or NUL, or a long one")};
    }
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

QByteArray literal(const QByteArray& text)
{
    return '{' + QByteArray::number(text.size()) + "+}\r\n" + text;
}

} // namespace

ScriptAccount::ScriptAccount(std::unique_ptr<mail::imap::Stream> stream, QString host, const JobContext& job)
    : m_stream(std::move(stream)), m_host(std::move(host)),
      m_job(job), m_patience{&m_job, std::chrono::milliseconds(60'000), {}},
      m_lexer([this] { return m_stream->read(m_patience); })
{
}

ScriptAccount::~ScriptAccount()
{
    if (!m_isBroken) {
        m_stream->write("LOGOUT\r\n");
    }
}

Result<std::unique_ptr<ScriptAccount>> ScriptAccount::open(const SieveServer& server, const Secret& password,
                                                           const JobContext& job)
{
    return open(server, password, job, [&server](const JobContext& context) {
        mail::MailboxSource address;
        address.host = server.host;
        address.port = server.port != 0 ? server.port : sievePort;
        address.security = mail::MailboxSource::Security::StartTls;
        address.caFile = server.caFile;
        return mail::imap::SocketStream::connect(address, Secret(), {&context, connectTimeout, {}});
    });
}

Result<std::unique_ptr<ScriptAccount>> ScriptAccount::open(const SieveServer& server, const Secret& password,
                                                           const JobContext& job,
                                                           const mail::imap::StreamFactory& streams)
{
    Result<std::unique_ptr<mail::imap::Stream>> stream = streams(job);
    if (!stream) {
        Failure failure = stream.failure();
        if (failure.subject.isEmpty() && failure.kind != Kind::Cancelled) {
            failure.subject = server.host;
        }
        return failure;
    }
    std::unique_ptr<ScriptAccount> account(new ScriptAccount(std::move(*stream), server.host, job));
    if (Status greeted = account->greet(); !greeted) {
        return greeted.failure();
    }
    if (Status encrypted = account->startTls(); !encrypted) {
        return encrypted.failure();
    }
    if (Status known = account->logIn(server.user, password); !known) {
        return known.failure();
    }
    return account;
}

Failure ScriptAccount::broken(Failure failure)
{
    m_isBroken = true;
    if (failure.subject.isEmpty() && failure.kind != Kind::Cancelled) {
        failure.subject = m_host;
    }
    return failure;
}

Result<Answer> ScriptAccount::next()
{
    if (m_isBroken) {
        return Failure{Kind::ConnectionLost, m_host, {}};
    }
    Result<Answer> answer = readAnswer(m_lexer);
    if (!answer) {
        return broken(answer.failure());
    }
    if (answer->kind == Answer::Kind::Bye) {
        return broken({Kind::ConnectionLost, m_host, printable(*answer)});
    }
    return answer;
}

Result<Answer> ScriptAccount::run(const QByteArray& command)
{
    m_stream->write(command + "\r\n");
    return next();
}

Result<Answer> ScriptAccount::demand(const QByteArray& command, const QString& subject)
{
    Result<Answer> answer = run(command);
    if (answer && answer->kind != Answer::Kind::Ok) {
        return Failure{meaningOf(answer->code, Kind::ServerRefused), subject, printable(*answer)};
    }
    return answer;
}

void ScriptAccount::takeCapabilities(const Answer& answer)
{
    m_extensions.clear();
    m_mechanisms.clear();
    m_offersTls = false;
    for (const AnswerLine& line : answer.lines) {
        const QByteArray name = line.strings.value(0).toUpper();
        const QByteArray value = line.strings.value(1);
        if (name == "SIEVE") {
            m_extensions = QString::fromUtf8(value).toLower().split(u' ', Qt::SkipEmptyParts);
        } else if (name == "SASL") {
            m_mechanisms = value.toUpper().split(' ');
        } else if (name == "STARTTLS") {
            m_offersTls = true;
        }
    }
}

Status ScriptAccount::greet()
{
    Result<Answer> greeting = next();
    if (!greeting) {
        return greeting.failure();
    }
    if (greeting->kind != Answer::Kind::Ok) {
        return broken({Kind::ServerRefused, m_host, printable(*greeting)});
    }
    takeCapabilities(*greeting);
    return Done{};
}

Status ScriptAccount::startTls()
{
    if (!m_offersTls) {
        return broken({Kind::NoEncryption, m_host, QStringLiteral("STARTTLS is not offered")});
    }
    Result<Answer> answer = run("STARTTLS");
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != Answer::Kind::Ok) {
        return broken({Kind::NoEncryption, m_host, printable(*answer)});
    }
    // Whatever came with the OK came from somebody on the way.
    if (m_lexer.hasBuffered()) {
        return broken({Kind::TlsFailed, m_host, QStringLiteral("the server sent data behind its answer to STARTTLS")});
    }
    if (Status encrypted = m_stream->encrypt({&m_job, connectTimeout, {}}); !encrypted) {
        return broken(encrypted.failure());
    }
    return greet(); // The server tells its capabilities again, and only these count.
}

Status ScriptAccount::logIn(const QString& user, const Secret& password)
{
    const QByteArray name = user.toUtf8();
    if (name.contains('\0') || password.view().contains('\0')) {
        return broken({Kind::BadInput, user, QStringLiteral("a NUL in user name or password")});
    }
    if (!m_stream->isEncrypted()) {
        return broken({Kind::NoEncryption, m_host, {}});
    }
    if (!m_mechanisms.contains("PLAIN")) {
        return broken({Kind::LoginRefused, m_host, QStringLiteral("the server does not offer PLAIN")});
    }
    const Secret response = mail::saslPlain(name, password);
    QByteArray command;
    command.reserve(64 + static_cast<qsizetype>(response.size()));
    command.append("AUTHENTICATE \"PLAIN\" \"").append(response.view()).append("\"\r\n");
    m_stream->write(command);
    wipe(command);
    Result<Answer> answer = next();
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != Answer::Kind::Ok) {
        return broken({meaningOf(answer->code, Kind::LoginRefused), m_host, printable(*answer)});
    }
    answer = demand("CAPABILITY", m_host);
    if (!answer) {
        return answer.failure();
    }
    takeCapabilities(*answer);
    return Done{};
}

Result<std::vector<ScriptName>> ScriptAccount::scripts()
{
    Result<Answer> answer = demand("LISTSCRIPTS", m_host);
    if (!answer) {
        return answer.failure();
    }
    std::vector<ScriptName> names;
    for (const AnswerLine& line : answer->lines) {
        if (line.strings.size() != 1) {
            return broken({Kind::ProtocolError, m_host, QStringLiteral("a script without one name")});
        }
        names.push_back({QString::fromUtf8(line.strings.first()), line.words.contains("ACTIVE")});
    }
    if (std::count_if(names.begin(), names.end(), [](const ScriptName& name) { return name.isActive; }) > 1) {
        return broken({Kind::ProtocolError, m_host, QStringLiteral("two scripts are active at once")});
    }
    return names;
}

Result<QByteArray> ScriptAccount::script(const QString& name)
{
    Result<QByteArray> quoted = quote(name);
    Result<Answer> answer = quoted ? demand("GETSCRIPT " + *quoted, name) : Result<Answer>(quoted.failure());
    if (!answer) {
        return answer.failure();
    }
    if (answer->lines.size() != 1 || answer->lines.front().strings.size() != 1) {
        return broken({Kind::ProtocolError, m_host, QStringLiteral("a script that is not one string")});
    }
    return answer->lines.front().strings.first();
}

Status ScriptAccount::put(const QString& name, const QByteArray& text)
{
    Result<QByteArray> quoted = quote(name);
    if (!quoted) {
        return quoted.failure();
    }
    // Asked first, so that a quota does not show when the script is half sent.
    Result<Answer> answer = demand("HAVESPACE " + *quoted + ' ' + QByteArray::number(text.size()), name);
    if (answer) {
        answer = demand("PUTSCRIPT " + *quoted + ' ' + literal(text), name);
    }
    return answer ? Status(Done{}) : Status(answer.failure());
}

Status ScriptAccount::activate(const QString& name)
{
    Result<QByteArray> quoted = quote(name);
    Result<Answer> answer = quoted ? demand("SETACTIVE " + *quoted, name) : Result<Answer>(quoted.failure());
    return answer ? Status(Done{}) : Status(answer.failure());
}

Status ScriptAccount::remove(const QString& name)
{
    Result<QByteArray> quoted = quote(name);
    Result<Answer> answer = quoted ? demand("DELETESCRIPT " + *quoted, name) : Result<Answer>(quoted.failure());
    return answer ? Status(Done{}) : Status(answer.failure());
}

} // namespace staffelstab::reply::sieve
