// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/session_extras.h"

namespace staffelstab::mail::imap {

namespace {

using Compression = ImapOptions::Compression;

/**
 * A choice between the two lines that tests/bench/bench_imap measures: on the local one compressing was slower, at 20
 * ms and 20 Mbit/s it was faster. Where between them it turns was not measured; it depends on the bandwidth, which is
 * not known before anything was read.
 */
constexpr std::chrono::milliseconds longestLocalRoundTrip{8};

class EnabledSink : public ResponseSink
{
public:
    void enabled(const QByteArrayList& some) override { words += some; }
    QByteArrayList words;
};

Status introduce(Session& session)
{
    ResponseSink nobody;
    const Result<StatusLine> answer = session.connection->run(Command("ID (\"name\" \"Staffelstab\")"), nobody);
    return answer ? Status(Done{}) : answer.failure();
}

Status enableUtf8(Session& session)
{
    EnabledSink sink;
    const Result<StatusLine> answer = session.connection->run(Command("ENABLE UTF8=ACCEPT"), sink);
    session.isUtf8 = answer && answer->kind == StatusLine::Kind::Ok && sink.words.contains("UTF8=ACCEPT");
    return answer ? Status(Done{}) : answer.failure();
}

Status compress(Session& session)
{
    ResponseSink nobody;
    const Result<StatusLine> answer = session.connection->run(Command("COMPRESS DEFLATE"), nobody);
    if (!answer) {
        return answer.failure();
    }
    return answer->kind == StatusLine::Kind::Ok ? session.connection->compress() : Done{};
}

} // namespace

Status useExtras(Session& session, const ImapOptions& options, std::chrono::milliseconds roundTrip)
{
    Status done = Done{};
    if (session.can("ID")) {
        done = introduce(session);
    }
    if (done && session.can("ENABLE") && (session.can("UTF8=ACCEPT") || session.can("UTF8=ONLY"))) {
        done = enableUtf8(session);
    }
    const bool doesPay = options.compression == Compression::Always ||
                         (options.compression == Compression::WhereItPays && roundTrip > longestLocalRoundTrip);
    if (done && doesPay && session.can("COMPRESS=DEFLATE")) {
        done = compress(session);
    }
    return done;
}

} // namespace staffelstab::mail::imap
