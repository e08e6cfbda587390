// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/delivery.h"

#include "mail/imap/append_command.h"
#include "mail/imap/message_key.h"
#include "mail/imap/message_read.h"
#include "mail/imap/socket_stream.h"
#include "mail/imap/target_folder.h"

#include <algorithm>
#include <map>

namespace staffelstab::mail {

using Kind = Failure::Kind;
using imap::MessagePrint;
using imap::Packed;
using imap::TargetMessage;

namespace {

constexpr std::size_t mostWaiting = 100;
constexpr std::size_t mostReadBack = 1000;
constexpr qint64 mostWaitingBytes = qint64{8} * 1024 * 1024;

/** Takes a print of each message read. */
class PrintingReceiver : public MessageReceiver
{
public:
    Status begin(const MessageRef& ref) override
    {
        m_key = ref.key;
        m_maker = imap::PrintMaker();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        m_maker.add(bytes);
        return Done{};
    }
    Status end() override
    {
        m_prints[m_key] = m_maker.finish();
        return Done{};
    }
    /** What cannot be read is no copy of anything. */
    Status failed(const MessageRef&, const Failure&) override { return Done{}; }

    /** The UIDs of what was read, by each name that a print is looked for by. */
    [[nodiscard]] std::multimap<QByteArray, quint32> uidsByPrint() const
    {
        std::multimap<QByteArray, quint32> uids;
        for (const auto& [key, print] : m_prints) {
            const quint32 uid = imap::parseMessageKey(key).value_or(imap::UidKey{}).uid;
            for (const QByteArray& name : print.names()) {
                uids.emplace(name, uid);
            }
        }
        return uids;
    }

private:
    std::map<MessageKey, MessagePrint> m_prints;
    MessageKey m_key;
    imap::PrintMaker m_maker;
};

/** The first candidate left that is the same message. */
auto sameAs(const MessagePrint& print, const std::multimap<QByteArray, quint32>& uids,
            std::map<quint32, TargetMessage>& candidates)
{
    for (const QByteArray& name : print.names()) {
        const auto [first, last] = uids.equal_range(name);
        for (auto uid = first; uid != last; ++uid) {
            if (const auto found = candidates.find(uid->second); found != candidates.end()) {
                return found;
            }
        }
    }
    return candidates.end();
}

/** One APPEND over whatever connection there is. */
struct Sending
{
    Status run(imap::Session& session)
    {
        Result<imap::StatusLine> said = imap::append(session, rawName, messages);
        answer = said ? *said : imap::StatusLine{};
        return said ? Status(Done{}) : said.failure();
    }
    const QByteArray& rawName;
    std::span<const Packed> messages;
    imap::StatusLine answer;
};

class ImapDelivery : public Delivery
{
public:
    ImapDelivery(const MailboxSource& target, const Secret& password, const ImapOptions& options,
                 imap::StreamFactory streams)
        : m_sessions(target, password.clone(), options, std::move(streams))
    {
    }

    Status open(JobContext& job)
    {
        const Result<imap::Session*> session = m_sessions.session(job);
        if (!session) {
            return session.failure();
        }
        m_canSendMany = (*session)->can("MULTIAPPEND");
        return Done{};
    }

    Status beginFolder(const QStringList& levels, JobContext& job) override;
    Status put(const Parcel& parcel, JobContext& job) override;
    Result<std::vector<Delivered>> endFolder(JobContext& job) override;

private:
    Result<Packed> pack(const Parcel& parcel, JobContext& job) const;
    Result<std::vector<Packed>> match(std::vector<Packed> messages, Delivered::State state, JobContext& job);
    Status flush(JobContext& job);
    Status sendAll(std::span<Packed> messages, JobContext& job);
    Status send(std::span<Packed> messages, JobContext& job);
    Status settle(std::span<Packed> messages, const imap::StatusLine& answer, JobContext& job);
    Status findSent(JobContext& job);

    imap::SessionKeeper m_sessions;
    bool m_canSendMany = false;
    std::optional<imap::TargetFolder> m_folder;
    std::vector<Packed> m_waiting;
    qint64 m_waitingBytes = 0;
    /** Sent and not looked for yet; without their bytes. */
    std::vector<Packed> m_sent;
    std::vector<Delivered> m_results;
};

Status ImapDelivery::beginFolder(const QStringList& levels, JobContext& job)
{
    m_waiting.clear();
    m_waitingBytes = 0;
    m_sent.clear();
    m_results.clear();
    Result<imap::TargetFolder> folder = imap::TargetFolder::open(m_sessions, levels, job);
    if (!folder) {
        return folder.failure();
    }
    m_folder = std::move(*folder);
    return Done{};
}

/** Small messages are held, large ones given again when they are sent. */
Result<Packed> ImapDelivery::pack(const Parcel& parcel, JobContext& job) const
{
    Packed packed;
    packed.number = parcel.number;
    packed.standing = parcel.standing;
    imap::LineEnds lines;
    imap::PrintMaker print;
    const auto take = [&](const QByteArray& bytes) -> Status {
        print.add(bytes);
        if (packed.source == nullptr && packed.bytes.size() + bytes.size() <= mostWaitingBytes) {
            packed.bytes += bytes;
        } else {
            packed.source = &parcel;
            packed.bytes.clear();
        }
        return job.mayGoOn();
    };
    Status read = parcel.replay([&](QByteArrayView bytes) { return take(lines.convert(bytes)); });
    if (read) {
        read = take(lines.finish());
    }
    if (!read) {
        return read.failure();
    }
    packed.print = print.finish();
    return packed;
}

/**
 * Reads what may be one of these messages and compares: those that are there get a result, the others are given back.
 * A message of the folder stands for one of them at most.
 */
Result<std::vector<Packed>> ImapDelivery::match(std::vector<Packed> messages, Delivered::State state, JobContext& job)
{
    std::map<quint32, TargetMessage> candidates;
    for (const Packed& message : messages) {
        for (TargetMessage& candidate : m_folder->candidates(message.print)) {
            candidates.emplace(candidate.uid, std::move(candidate));
        }
    }
    std::vector<MessageRef> refs;
    for (const auto& [uid, candidate] : candidates) {
        refs.push_back(m_folder->refOf(candidate));
    }
    PrintingReceiver receiver;
    imap::MessageRead read(m_folder->folder(), refs, receiver, false);
    if (Status done = refs.empty() ? Done{} : m_sessions.run(job, read); !done) {
        return done.failure();
    }
    const std::multimap<QByteArray, quint32> uids = receiver.uidsByPrint();
    std::vector<Packed> left;
    for (Packed& message : messages) {
        const auto same = sameAs(message.print, uids, candidates);
        if (same == candidates.end()) {
            left.push_back(std::move(message));
            continue;
        }
        m_results.push_back({message.number, state, {}});
        m_folder->take(same->second);
        candidates.erase(same);
    }
    return left;
}

Status ImapDelivery::put(const Parcel& parcel, JobContext& job)
{
    Result<Packed> packed = pack(parcel, job);
    if (!packed) {
        return packed.failure();
    }
    const qint64 bytes = packed->bytes.size();
    if (packed->source != nullptr || m_waitingBytes + bytes > mostWaitingBytes || m_waiting.size() >= mostWaiting) {
        if (Status flushed = flush(job); !flushed) {
            return flushed;
        }
    }
    m_waiting.push_back(std::move(*packed));
    m_waitingBytes += bytes;
    return m_waiting.back().source != nullptr ? flush(job) : Done{};
}

Status ImapDelivery::flush(JobContext& job)
{
    m_waitingBytes = 0;
    Result<std::vector<Packed>> left = match(std::exchange(m_waiting, {}), Delivered::State::WasThere, job);
    return left ? sendAll(*left, job) : left.failure();
}

Status ImapDelivery::sendAll(std::span<Packed> messages, JobContext& job)
{
    const std::size_t together = m_canSendMany ? mostWaiting : 1;
    while (!messages.empty()) {
        const std::span<Packed> group = messages.first(std::min(messages.size(), together));
        messages = messages.subspan(group.size());
        if (Status sent = send(group, job); !sent) {
            return sent;
        }
    }
    return Done{};
}

/** After a lost connection it is not known what arrived: that is looked for, and the rest is sent once more. */
Status ImapDelivery::send(std::span<Packed> messages, JobContext& job)
{
    Sending sending{m_folder->folder().rawName, messages, {}};
    Result<imap::Session*> session = m_sessions.session(job);
    Status sent = session ? sending.run(**session) : Status(session.failure());
    if (sent) {
        return settle(messages, sending.answer, job);
    }
    if (sent.failure().kind != Kind::ConnectionLost) {
        return sent;
    }
    if (Status looked = m_folder->lookAgain(m_sessions, job); !looked) {
        return looked;
    }
    std::vector<Packed> all(std::make_move_iterator(messages.begin()), std::make_move_iterator(messages.end()));
    Result<std::vector<Packed>> left = match(std::move(all), Delivered::State::Arrived, job);
    if (!left || left->empty()) {
        return left ? Status(Done{}) : left.failure();
    }
    session = m_sessions.session(job);
    sending.messages = *left;
    sent = session ? sending.run(**session) : Status(session.failure());
    return sent ? settle(*left, sending.answer, job) : sent;
}

Status ImapDelivery::settle(std::span<Packed> messages, const imap::StatusLine& answer, JobContext& job)
{
    if (answer.kind == imap::StatusLine::Kind::Ok) {
        for (Packed& message : messages) {
            message.bytes = {};
            message.source = nullptr;
            m_sent.push_back(std::move(message));
        }
        return Done{};
    }
    const Failure why = imap::refusal(answer, Kind::ServerRefused, m_folder->folder().path);
    if (answer.code == "OVERQUOTA" || answer.code == "TRYCREATE" || why.kind == Kind::NotPermitted) {
        return why;
    }
    if (messages.size() == 1) {
        m_results.push_back({messages.front().number, Delivered::State::Failed, why});
        return Done{};
    }
    // One of them is at fault, and a MULTIAPPEND does not say which.
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (Status sent = send(messages.subspan(i, 1), job); !sent) {
            return sent;
        }
    }
    return Done{};
}

/** Everything that was sent is looked for and read back. */
Status ImapDelivery::findSent(JobContext& job)
{
    if (m_sent.empty()) {
        return Done{};
    }
    if (Status looked = m_folder->lookAgain(m_sessions, job); !looked) {
        return looked;
    }
    std::vector<Packed> sent = std::exchange(m_sent, {});
    for (std::span<Packed> rest(sent); !rest.empty();) {
        const std::span<Packed> group = rest.first(std::min(rest.size(), mostReadBack));
        rest = rest.subspan(group.size());
        std::vector<Packed> some(std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
        const Result<std::vector<Packed>> left = match(std::move(some), Delivered::State::Arrived, job);
        if (!left) {
            return left.failure();
        }
        for (const Packed& message : *left) {
            m_results.push_back(
                {message.number, Delivered::State::Failed, {Kind::ReadBackDiffers, m_folder->folder().path, {}}});
        }
    }
    return Done{};
}

Result<std::vector<Delivered>> ImapDelivery::endFolder(JobContext& job)
{
    Status done = flush(job);
    if (done) {
        done = findSent(job);
    }
    if (!done) {
        return done.failure();
    }
    m_folder.reset();
    return std::exchange(m_results, {});
}

} // namespace

Result<std::unique_ptr<Delivery>> openImapDelivery(const MailboxSource& target, const Secret& password, JobContext& job)
{
    return openImapDelivery(target, password, job, {}, imap::socketStreams(target, password, {}));
}

Result<std::unique_ptr<Delivery>> openImapDelivery(const MailboxSource& target, const Secret& password, JobContext& job,
                                                   const ImapOptions& options, imap::StreamFactory streams)
{
    auto delivery = std::make_unique<ImapDelivery>(target, password, options, std::move(streams));
    if (Status opened = delivery->open(job); !opened) {
        return opened.failure();
    }
    return std::unique_ptr<Delivery>(std::move(delivery));
}

} // namespace staffelstab::mail
