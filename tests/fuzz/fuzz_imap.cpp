// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/delivery.h"
#include "mail/imap/folder_sharing.h"
#include "mail/imap/imap_store.h"
#include "mail/imap/responses.h"
#include "mail/imap/sasl.h"
#include "mail/oauth/oauth_tokens.h"
#include "mail/settings/autoconfig.h"
#include "model/mail/imap/collectors.h"

#include <QLoggingCategory>

#include <cstdint>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

/** Says the input whatever is asked, and then goes. */
class MonologueStream : public imap::Stream
{
public:
    MonologueStream(QByteArray bytes, qsizetype chunk) : m_bytes(std::move(bytes)), m_chunk(chunk) {}
    Result<QByteArray> read(const imap::Patience&) override
    {
        if (m_position >= m_bytes.size()) {
            return Failure{Failure::Kind::TimedOut, {}, {}};
        }
        QByteArray piece = m_bytes.mid(m_position, m_chunk);
        m_position += piece.size();
        return piece;
    }
    void write(QByteArrayView) override {}
    Status encrypt(const imap::Patience&) override { return Done{}; }
    [[nodiscard]] bool isEncrypted() const override { return true; }

private:
    QByteArray m_bytes;
    qsizetype m_chunk;
    qsizetype m_position = 0;
};

void readResponses(const QByteArray& bytes, qsizetype chunk)
{
    MonologueStream stream(bytes, chunk);
    const imap::Patience patience;
    imap::Lexer lexer([&] { return stream.read(patience); });
    imap::ResponseSink nobody;
    while (imap::readResponse(lexer, nobody)) {
    }
}

/** A whole visit: whatever the server says, the rules of MailStore hold. */
void visit(const QByteArray& capabilities, const QByteArray& bytes, qsizetype chunk)
{
    JobContext job;
    MailboxSource source;
    source.kind = StoreKind::Imap;
    source.host = QStringLiteral("mail.firma.example");
    source.user = QStringLiteral("lea");
    auto store = openImapStore(source, Secret(QByteArrayView("x")), job, {}, [&](const JobContext&) {
        const QByteArray login = "* OK\r\n* CAPABILITY AUTH=PLAIN SASL-IR UIDPLUS\r\nS1 OK\r\nS2 OK\r\n"
                                 "* CAPABILITY " +
                                 capabilities + "\r\nS3 OK\r\n";
        return Result<std::unique_ptr<imap::Stream>>(std::make_unique<MonologueStream>(login + bytes, chunk));
    });
    if (!store) {
        return;
    }
    const Folder inbox{QStringLiteral("INBOX"), "INBOX", SpecialUse::Inbox, 1};
    tests::ScanCollector sink;
    std::ignore = (*store)->folders(job);
    std::ignore = (*store)->scan(std::span(&inbox, 1), sink, job);
    const std::vector<MessageRef> refs{{"7.1", fingerprintOf("", 0), 0}, {"7.2", fingerprintOf("", 3), 3}};
    tests::ReadCollector receiver;
    const Status done = (*store)->read(inbox, refs, receiver, job);
    if (receiver.answers > 2 || (done && receiver.answers != 2)) {
        __builtin_trap();
    }
    const std::vector<RemovalOrder> orders{{refs[0], Sha256::of("")}, {refs[1], Sha256::of("abc")}};
    const auto outcome = (*store)->remove(inbox, orders, job);
    if (outcome && outcome->removed.size() + outcome->kept.size() != 2) {
        __builtin_trap();
    }
}

Result<std::unique_ptr<imap::Stream>> speech(const QByteArray& words, const QByteArray& bytes, qsizetype chunk)
{
    const QByteArray login =
        "* OK\r\n* CAPABILITY AUTH=PLAIN SASL-IR\r\nS1 OK\r\nS2 OK\r\n* CAPABILITY " + words + "\r\nS3 OK\r\n";
    return std::unique_ptr<imap::Stream>(std::make_unique<MonologueStream>(login + bytes, chunk));
}

MailboxSource server()
{
    MailboxSource source;
    source.kind = StoreKind::Imap;
    source.host = QStringLiteral("mail.firma.example");
    source.user = QStringLiteral("lea");
    return source;
}

/** A copy into a mailbox: whatever the server says, each message gets one answer at most, and exactly one at the end.
 */
void deliver(const QByteArray& bytes, qsizetype chunk)
{
    JobContext job;
    auto delivery = openImapDelivery(server(), Secret(QByteArrayView("x")), job, {}, [&](const JobContext&) {
        return speech("MULTIAPPEND LITERAL+ NAMESPACE", bytes, chunk);
    });
    if (!delivery || !(*delivery)->beginFolder({QStringLiteral("Von Lea")}, job)) {
        return;
    }
    for (qint64 number = 0; number < 2; ++number) {
        Parcel parcel;
        parcel.number = number;
        parcel.replay = [](const Parcel::Take& take) { return take("Message-ID: <1@x>\r\n\r\na\n"); };
        if (!(*delivery)->put(parcel, job)) {
            return;
        }
    }
    const auto results = (*delivery)->endFolder(job);
    if (results && results->size() != 2) {
        __builtin_trap();
    }
}

/** Reading is never said to be granted where the server's own list does not say so. */
void share(const QByteArray& bytes, qsizetype chunk)
{
    JobContext job;
    auto sharing = openFolderSharing(server(), Secret(QByteArrayView("x")), job, {},
                                     [&](const JobContext&) { return speech("ACL", bytes, chunk); });
    if (!sharing) {
        return;
    }
    const Folder folder{QStringLiteral("INBOX"), "INBOX", SpecialUse::Inbox, 1};
    const auto granted = (*sharing)->grantReading(folder, QStringLiteral("sven"), {"7.1"}, job);
    if (granted && !mayRead(*granted, QStringLiteral("sven"))) {
        __builtin_trap();
    }
}

/** The server's side of SCRAM: nobody proves anything without the password. */
void proveNothing(const QByteArray& bytes)
{
    const auto scram = imap::saslScramSha256({"lea", "host", 993, Secret(QByteArrayView("x"))}, "nonce");
    std::ignore = scram->opening();
    for (const QByteArray& challenge : bytes.split('\n')) {
        if (challenge.contains("i=") && challenge.size() > 60) {
            return; // the iterations would only take time
        }
        if (!scram->answer(challenge)) {
            break;
        }
    }
    if (scram->conclude()) {
        __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    if (size < 2) {
        return 0;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 2, static_cast<qsizetype>(size) - 2);
    const qsizetype chunk = 1 + data[1] % 64;
    switch (data[0] % 6) {
    case 0:
        readResponses(bytes, chunk);
        break;
    case 1:
        visit(data[1] < 128 ? "UIDPLUS NAMESPACE" : "UIDPLUS MOVE X-GM-EXT-1", bytes, chunk);
        break;
    case 2:
        deliver(bytes, chunk);
        break;
    case 3:
        share(bytes, chunk);
        break;
    case 4:
        proveNothing(bytes);
        break;
    default:
        std::ignore = readAutoconfig(bytes, QStringLiteral("lea@firma.example"));
        std::ignore = parseTokenAnswer(QByteArray(bytes), {}, QDateTime());
        break;
    }
    return 0;
}
