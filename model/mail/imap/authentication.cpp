// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/authentication.h"

#include "mail/imap/sasl.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <sodium.h>

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;
using Exchanges = std::vector<std::unique_ptr<SaslExchange>>;

/** A command whose text is `secret` in Base64, without a copy outside memory that is wiped. */
Command encoded(const Secret& secret)
{
    const std::size_t size = sodium_base64_encoded_len(secret.size(), sodium_base64_VARIANT_ORIGINAL);
    Secret base64 = Secret::withSize(size);
    sodium_bin2base64(base64.data(), size, reinterpret_cast<const unsigned char*>(secret.data()), secret.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    return Command(base64.view().chopped(1)); // sodium ends it with a zero byte
}

Result<Command> answerTo(SaslExchange& exchange, std::unique_ptr<Secret>& opening, const QByteArray& challenge)
{
    const auto decoded = QByteArray::fromBase64Encoding(challenge, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return Failure{Kind::ProtocolError, {}, QStringLiteral("a challenge that is not Base64")};
    }
    if (opening) {
        return encoded(*std::exchange(opening, nullptr));
    }
    const Result<Secret> answer = exchange.answer(decoded.decoded);
    if (!answer) {
        return answer.failure();
    }
    return encoded(*answer);
}

Result<StatusLine> run(Connection& connection, SaslExchange& exchange, bool mayOpenAtOnce)
{
    std::unique_ptr<Secret> opening = exchange.opening();
    Command command("AUTHENTICATE " + exchange.mechanism());
    if (opening && mayOpenAtOnce) {
        const std::unique_ptr<Secret> first = std::move(opening);
        // RFC 4959: an empty one is written "=".
        command.text(" ").text(first->isEmpty() ? QByteArrayView("=") : encoded(*first).parts().front());
    }
    const auto answer = [&](const QByteArray& challenge) { return answerTo(exchange, opening, challenge); };
    Result<StatusLine> status = connection.converse(command, answer);
    if (status && status->kind == StatusLine::Kind::Ok) {
        if (Status proved = exchange.conclude(); !proved) {
            return proved.failure();
        }
    }
    return status;
}

SaslIdentity identity(const MailboxSource& source, const Secret& secret)
{
    return {source.user.toUtf8(), source.host.toUtf8(), source.port, secret.clone()};
}

Exchanges exchangesFor(const QByteArrayList& capabilities, const MailboxSource& source, const Secret& secret)
{
    using Maker = std::unique_ptr<SaslExchange> (*)(SaslIdentity);
    struct Way
    {
        MailboxSource::SignIn signIn;
        const char* capability;
        Maker make;
    };
    using SignIn = MailboxSource::SignIn;
    static constexpr Way ways[] = {
        {SignIn::Password, "AUTH=SCRAM-SHA-256", [](SaslIdentity who) { return saslScramSha256(std::move(who)); }},
        {SignIn::Password, "AUTH=PLAIN", saslPlain},
        {SignIn::Browser, "AUTH=OAUTHBEARER", saslOAuthBearer},
        {SignIn::Browser, "AUTH=XOAUTH2", saslXOAuth2},
        {SignIn::Certificate, "AUTH=EXTERNAL", [](SaslIdentity) { return saslExternal(); }},
    };
    Exchanges exchanges;
    for (const Way& way : ways) {
        if (way.signIn == source.signIn && capabilities.contains(way.capability)) {
            exchanges.push_back(way.make(identity(source, secret)));
        }
    }
    // The command LOGIN says the same in one line.
    const bool isLoginLeft = capabilities.contains("AUTH=LOGIN") && capabilities.contains("LOGINDISABLED");
    if (source.signIn == SignIn::Password && exchanges.empty() && isLoginLeft) {
        exchanges.push_back(saslLogin(identity(source, secret)));
    }
    return exchanges;
}

/** A NO whose code names another reason than the password would be the same by any way. */
bool isWorthAnotherWay(const StatusLine& answer)
{
    return answer.kind == StatusLine::Kind::No && (answer.code.isEmpty() || answer.code == "AUTHENTICATIONFAILED");
}

QString offered(const QByteArrayList& capabilities)
{
    QByteArrayList ways;
    std::copy_if(capabilities.begin(), capabilities.end(), std::back_inserter(ways),
                 [](const QByteArray& word) { return word.startsWith("AUTH=") && word.size() < 40; });
    return QString::fromLatin1(ways.mid(0, 20).join(' '));
}

Result<StatusLine> logInByCommand(Connection& connection, const MailboxSource& source, const Secret& password)
{
    Command login("LOGIN ");
    login.string(source.user.toUtf8()).text(" ").string(password.view());
    ResponseSink nobody;
    return connection.run(login, nobody);
}

} // namespace

Status authenticate(Connection& connection, const QByteArrayList& capabilities, const MailboxSource& source,
                    const Secret& secret)
{
    if (!isSafeName(source.user.toUtf8()) || secret.view().contains('\0')) {
        return Failure{Kind::BadInput, source.user, QStringLiteral("a line break or NUL in user name or password")};
    }
    if (!connection.isEncrypted()) {
        return Failure{Kind::NoEncryption, source.host, {}};
    }
    const Exchanges exchanges = exchangesFor(capabilities, source, secret);
    const bool isPassword = source.signIn == MailboxSource::SignIn::Password;
    if (exchanges.empty() && (!isPassword || capabilities.contains("LOGINDISABLED"))) {
        return Failure{Kind::SignInUnsupported, source.host, offered(capabilities)};
    }
    Result<StatusLine> answer = Failure{};
    if (exchanges.empty()) {
        answer = logInByCommand(connection, source, secret);
    }
    for (const std::unique_ptr<SaslExchange>& exchange : exchanges) {
        answer = run(connection, *exchange, capabilities.contains("SASL-IR"));
        if (!answer || answer->kind == StatusLine::Kind::Ok || !isWorthAnotherWay(*answer)) {
            break;
        }
    }
    if (!answer) {
        return answer.failure();
    }
    return answer->kind == StatusLine::Kind::Ok ? Status(Done{})
                                                : Status(refusal(*answer, Kind::LoginRefused, source.host));
}

} // namespace staffelstab::mail::imap
