// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/login.h"

#include "mail/imap/authentication.h"
#include "mail/imap/session_extras.h"

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;

class CapabilitySink : public ResponseSink
{
public:
    void capabilities(const QByteArrayList& upperCase) override { words = upperCase; }
    QByteArrayList words;
};

Result<QByteArrayList> askCapabilities(Connection& connection)
{
    CapabilitySink sink;
    Result<StatusLine> answer = connection.run(Command("CAPABILITY"), sink);
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok) {
        return refusal(*answer, Kind::ServerRefused, connection.host());
    }
    return sink.words;
}

Status startTls(Connection& connection, const ImapOptions& options)
{
    ResponseSink nobody;
    Result<StatusLine> answer = connection.run(Command("STARTTLS"), nobody);
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok) {
        return Failure{Kind::NoEncryption, connection.host(), printable(*answer)};
    }
    return connection.startTls(options.connectTimeout);
}

Status greet(Connection& connection, const ImapOptions& options)
{
    Result<StatusLine> greeting = connection.greeting(options.connectTimeout);
    if (!greeting) {
        return greeting.failure();
    }
    if (greeting->kind == StatusLine::Kind::PreAuth) {
        const Kind kind = connection.isEncrypted() ? Kind::ProtocolError : Kind::NoEncryption;
        return Failure{kind, connection.host(), QStringLiteral("PREAUTH: the server skips the login")};
    }
    if (greeting->kind != StatusLine::Kind::Ok) {
        return Failure{Kind::ServerRefused, connection.host(), printable(*greeting)};
    }
    return Done{};
}

class OpenSink : public ResponseSink
{
public:
    void exists(quint32 count) override { folder.messages = count; }
    void untagged(const StatusLine& status) override
    {
        if (status.code == "UIDVALIDITY") {
            folder.uidValidity = status.codeArguments.toUInt();
        } else if (status.code == "UIDNEXT") {
            folder.uidNext = status.codeArguments.toUInt();
        } else if (status.code == "HIGHESTMODSEQ") {
            folder.highestModSeq = status.codeArguments.toULongLong();
        }
    }
    OpenFolder folder;
};

} // namespace

Result<std::unique_ptr<Session>> logIn(const MailboxSource& source, const Secret& password, const ImapOptions& options,
                                       const StreamFactory& streams, const JobContext& job)
{
    Result<std::unique_ptr<Stream>> stream = streams(job);
    if (!stream) {
        Failure failure = stream.failure();
        if (failure.subject.isEmpty() && failure.kind != Kind::Cancelled) {
            failure.subject = source.host;
        }
        return failure;
    }
    auto session = std::make_unique<Session>();
    session->connection = std::make_unique<Connection>(std::move(*stream), source.host, options.silenceTimeout);
    Connection& connection = *session->connection;
    connection.useJob(job);
    Status step = greet(connection, options);
    if (step && source.security == MailboxSource::Security::StartTls) {
        step = startTls(connection, options);
    }
    Result<QByteArrayList> capabilities = step ? askCapabilities(connection) : Result<QByteArrayList>(step.failure());
    if (!capabilities) {
        return capabilities.failure();
    }
    step = authenticate(connection, *capabilities, source, password);
    QElapsedTimer roundTrip;
    roundTrip.start();
    capabilities = step ? askCapabilities(connection) : Result<QByteArrayList>(step.failure());
    if (!capabilities) {
        return capabilities.failure();
    }
    session->capabilities = std::move(*capabilities);
    if (Status extras = useExtras(*session, options, std::chrono::milliseconds(roundTrip.elapsed())); !extras) {
        return extras.failure();
    }
    return session;
}

Status openFolder(Session& session, const Folder& folder, bool isWritable)
{
    session.open = {};
    if (!isSafeName(folder.rawName)) {
        return Failure{Kind::BadInput, folder.path, QStringLiteral("a folder name with a line break or NUL")};
    }
    OpenSink sink;
    Command command(isWritable ? "SELECT " : "EXAMINE ");
    command.string(folder.rawName);
    if (isWritable && session.can("CONDSTORE")) {
        command.text(" (CONDSTORE)");
    }
    Result<StatusLine> answer = session.connection->run(command, sink);
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok) {
        return refusal(*answer, Kind::FolderGone, folder.path);
    }
    if (sink.folder.uidValidity == 0) {
        return Failure{Kind::ProtocolError, folder.path, QStringLiteral("the server gave no UIDVALIDITY")};
    }
    session.open = sink.folder;
    session.open.rawName = folder.rawName;
    session.open.isWritable = isWritable && answer->code != "READ-ONLY";
    return Done{};
}

} // namespace staffelstab::mail::imap
