// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/message_copy.h"

#include "core/sha256.h"
#include "mail/header_block.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>

namespace staffelstab::archive {

namespace {

constexpr qsizetype longestHeader = 256 << 10;
/** So many messages are asked for at once. */
constexpr std::size_t partSize = 10'000;

/** The header block at the beginning of a message. */
QByteArray headerOf(QByteArrayView start)
{
    const qsizetype length = mail::headerLength(start);
    return start.first(length < 0 ? start.size() : length).toByteArray();
}

class Collector final : public mail::MessageReceiver
{
public:
    Collector(MessageConsumer& consumer, const QString& spoolFolder, const Progress& progress, JobContext& job,
              Listing listing)
        : m_consumer(consumer), m_content(spoolFolder), m_progress(progress), m_job(job), m_listing(listing)
    {
    }

    /** What the consumer has of this folder; gives how many of its messages are done. */
    Result<std::size_t> takeUp(int mailbox, int folder, std::size_t messages)
    {
        m_mailbox = mailbox;
        m_folder = folder;
        m_open.clear();
        m_isTakingUp = true;
        m_progress.stage = Progress::Stage::TakingUp;
        Result<MessageConsumer::TakenUp> taken = m_consumer.takeUp(mailbox, folder, messages, *this);
        m_progress.stage = Progress::Stage::Copying;
        m_isTakingUp = false;
        if (!taken) {
            return taken.failure();
        }
        m_skippedBefore += taken->skipped.size();
        m_progress.done += static_cast<qint64>(taken->skipped.size());
        std::move(taken->skipped.begin(), taken->skipped.end(), std::back_inserter(m_outcome.skipped));
        m_done = m_behind = static_cast<quint32>(taken->messages);
        return taken->messages;
    }

    /** From now on those come again that an earlier run has skipped; gives which, in the order of the selection. */
    std::vector<SkippedMessage> beginAgain()
    {
        m_isAgain = true;
        const auto end = m_outcome.skipped.begin() + static_cast<std::ptrdiff_t>(m_skippedBefore);
        std::vector<SkippedMessage> before(std::make_move_iterator(m_outcome.skipped.begin()),
                                           std::make_move_iterator(end));
        m_outcome.skipped.erase(m_outcome.skipped.begin(), end);
        m_progress.done -= static_cast<qint64>(before.size());
        return before;
    }

    void partBegins(int mailbox, int folder)
    {
        m_mailbox = mailbox;
        m_folder = folder;
        m_open.clear();
    }
    /** One of the part that has begun. `number`: in its folder. */
    void expect(const mail::MessageKey& key, std::size_t number) { m_open.insert(key, static_cast<quint32>(number)); }

    Status begin(const mail::MessageRef& ref) override
    {
        m_key = ref.key;
        m_content.clear();
        m_start.resize(0);
        m_standing = {};
        m_hash = Sha256();
        return m_job.mayGoOn();
    }

    void standing(const mail::MessageStanding& standing) override { m_standing = standing; }

    Status piece(QByteArrayView bytes) override
    {
        if (Status go = m_job.mayGoOn(); !go) {
            return go;
        }
        if (m_start.size() < longestHeader) {
            m_start.append(bytes.first(std::min(bytes.size(), longestHeader - m_start.size())));
        }
        m_hash.add(bytes);
        m_progress.bytesDone += bytes.size();
        m_job.report(m_progress);
        return remember(m_content.write(bytes));
    }

    Status end() override
    {
        const auto open = m_open.constFind(m_key);
        if (open == m_open.cend() && !m_isTakingUp) {
            return Done{};
        }
        const quint32 number = m_isTakingUp ? 0 : *open;
        const SelectedMessage which{m_mailbox, m_folder, m_key};
        WholeMessage message{which, m_content, m_hash.finish(), headerOf(m_start), m_standing};
        if (Status taken = m_consumer.take(message); !taken) {
            return remember(std::move(taken));
        }
        if (m_listing == Listing::Everything) {
            m_outcome.copied.push_back({m_mailbox, m_folder, number, m_content.size(), message.sha256});
        }
        if (Status passed = m_isTakingUp ? Status(Done{}) : pass(m_key, number); !passed) {
            return passed;
        }
        ++m_progress.done;
        m_job.report(m_progress);
        return Done{};
    }

    Status failed(const mail::MessageRef& ref, const Failure& why) override
    {
        if (Status skipped = skip(ref, why); !skipped) {
            return skipped;
        }
        return m_job.mayGoOn();
    }

    /** What the store never answered for. */
    Status skipRest(std::span<const mail::MessageRef> messages, const Failure& why)
    {
        for (const mail::MessageRef& ref : messages) {
            if (Status skipped = skip(ref, why); !skipped) {
                return skipped;
            }
        }
        return Done{};
    }

    [[nodiscard]] bool hasMediumFailed() const { return m_hasMediumFailed; }
    CopyOutcome takeOutcome() { return std::move(m_outcome); }

private:
    Status skip(const mail::MessageRef& ref, const Failure& why)
    {
        const auto open = m_open.constFind(ref.key);
        if (open == m_open.cend()) {
            return Done{};
        }
        m_outcome.skipped.push_back({{m_mailbox, m_folder, ref.key}, why});
        ++m_progress.done;
        return pass(ref.key, *open);
    }

    /** A message was taken or skipped. Stores may answer in another order: only without a gap can be gone on. */
    Status pass(const mail::MessageKey& key, quint32 number)
    {
        m_open.remove(key);
        if (m_isAgain) {
            return Done{};
        }
        ++m_done;
        m_behind = std::max(m_behind, number + 1);
        return m_done == m_behind ? remember(m_consumer.reached({m_mailbox, m_folder, m_done}, m_outcome.skipped))
                                  : Status(Done{});
    }

    Status remember(Status status)
    {
        m_hasMediumFailed = m_hasMediumFailed || !status;
        return status;
    }

    MessageConsumer& m_consumer;
    Spool m_content;
    Progress m_progress;
    JobContext& m_job;
    Listing m_listing;
    CopyOutcome m_outcome;
    /** What was not answered for yet, and its number in the folder. */
    QHash<mail::MessageKey, quint32> m_open;
    QByteArray m_start;
    Sha256 m_hash;
    mail::MessageStanding m_standing;
    mail::MessageKey m_key;
    int m_mailbox = 0;
    int m_folder = 0;
    /** Of this folder: how many are done, and up to which number. */
    quint32 m_done = 0;
    quint32 m_behind = 0;
    /** So many of the skipped ones, the first, an earlier run has skipped. */
    std::size_t m_skippedBefore = 0;
    bool m_isTakingUp = false;
    bool m_isAgain = false;
    bool m_hasMediumFailed = false;
};

template <typename Visit>
void forEachSize(std::span<const MailSelection> selection, Visit visit)
{
    for (const MailSelection& mailbox : selection) {
        for (const FolderSelection& folder : mailbox.folders) {
            for (std::size_t number = 0; number < folder.messages.size(); ++number) {
                visit(folder.messages.at(number).bytes);
            }
        }
    }
}

/** Nothing done yet of all that is to be done. */
Progress totalOf(std::span<const MailSelection> selection)
{
    Progress progress{Progress::Stage::Copying, 0, 0, 0, 0};
    forEachSize(selection, [&progress](qint64 bytes) {
        ++progress.total;
        progress.bytesTotal += bytes;
    });
    return progress;
}

Status copyPart(const MailSelection& mailbox, const mail::Folder& folder, std::span<const mail::MessageRef> part,
                Collector& collector, JobContext& job, std::optional<Failure>& ended)
{
    if (!ended) {
        Status read = mailbox.store->read(folder, part, collector, job);
        if (job.isCancelled()) {
            return job.mayGoOn();
        }
        if (!read && (collector.hasMediumFailed() || !mail::isOfOneFolder(read.failure().kind))) {
            return read;
        }
        ended = read ? std::nullopt : std::optional(read.failure());
    }
    return collector.skipRest(part, ended ? *ended
                                          : Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("no answer")});
}

Status copyFolder(const MailSelection& mailbox, int mailboxIndex, int folderIndex, Collector& collector,
                  JobContext& job)
{
    const FolderSelection& chosen = mailbox.folders[static_cast<std::size_t>(folderIndex)];
    // Why the folder cannot be read any further.
    std::optional<Failure> ended;
    const Result<std::size_t> done = collector.takeUp(mailboxIndex, folderIndex, chosen.messages.size());
    if (!done) {
        return done.failure();
    }
    for (std::size_t from = *done; from < chosen.messages.size(); from += partSize) {
        const std::vector<mail::MessageRef> part = chosen.messages.part(from, partSize);
        collector.partBegins(mailboxIndex, folderIndex);
        for (std::size_t number = from; number < from + part.size(); ++number) {
            collector.expect(part[number - from].key, number);
        }
        if (Status copied = copyPart(mailbox, chosen.folder, part, collector, job, ended); !copied) {
            return copied;
        }
    }
    return Done{};
}

/** Asks once more for messages of one folder that an earlier run has skipped. */
Status copyAgain(const MailSelection& mailbox, std::span<const SkippedMessage> skipped, Collector& collector,
                 JobContext& job)
{
    const auto [mailboxIndex, folderIndex, firstKey] = skipped.front().message;
    const FolderSelection& chosen = mailbox.folders[static_cast<std::size_t>(folderIndex)];
    QSet<mail::MessageKey> keys;
    for (const SkippedMessage& one : skipped) {
        keys.insert(one.message.key);
    }
    std::vector<mail::MessageRef> part;
    collector.partBegins(mailboxIndex, folderIndex);
    for (std::size_t number = 0; number < chosen.messages.size(); ++number) {
        const mail::MessageRef ref = chosen.messages.at(number);
        if (keys.contains(ref.key)) {
            collector.expect(ref.key, number);
            part.push_back(ref);
        }
    }
    std::optional<Failure> ended;
    return copyPart(mailbox, chosen.folder, part, collector, job, ended);
}

/** Of all folders; each has the consumer's attention once more. */
Status copySkipped(std::span<const MailSelection> selection, MessageConsumer& consumer, Collector& collector,
                   JobContext& job)
{
    const std::vector<SkippedMessage> skipped = collector.beginAgain();
    for (auto from = skipped.begin(); from != skipped.end();) {
        const int mailbox = from->message.mailbox;
        const int folder = from->message.folder;
        const auto to = std::find_if(from, skipped.end(), [&](const SkippedMessage& one) {
            return one.message.mailbox != mailbox || one.message.folder != folder;
        });
        if (Status begun = consumer.folderAgain(mailbox, folder); !begun) {
            return begun;
        }
        if (Status copied = copyAgain(selection[static_cast<std::size_t>(mailbox)], {from, to}, collector, job);
            !copied) {
            return copied;
        }
        if (Status ended = consumer.folderEnds(); !ended) {
            return ended;
        }
        from = to;
    }
    return Done{};
}

} // namespace

Result<MessageConsumer::TakenUp> MessageConsumer::takeUp(int /*mailbox*/, int /*folder*/, std::size_t /*messages*/,
                                                         mail::MessageReceiver& /*receiver*/)
{
    return TakenUp{};
}

Status MessageConsumer::reached(const CopyPlace& /*place*/, std::span<const SkippedMessage> /*skipped*/)
{
    return Done{};
}

std::vector<mail::MessageRef> MessageRefs::part(std::size_t from, std::size_t most) const
{
    std::vector<mail::MessageRef> refs;
    refs.reserve(std::min(most, m_size - from));
    for (std::size_t number = from; number < m_size && refs.size() < most; ++number) {
        refs.push_back(at(number));
    }
    return refs;
}

qint64 roomFor(std::span<const MailSelection> selection)
{
    qint64 largest = 0;
    qint64 all = 0;
    forEachSize(selection, [&](qint64 bytes) {
        largest = std::max(largest, bytes);
        all += bytes;
    });
    return all + (largest > Spool::inMemory ? largest : 0);
}

Result<CopyOutcome> copyMessages(std::span<const MailSelection> selection, const QString& spoolFolder,
                                 MessageConsumer& consumer, JobContext& job, Listing listing, SkippedBefore skipped)
{
    Collector collector(consumer, spoolFolder, totalOf(selection), job, listing);
    for (int mailbox = 0; mailbox < static_cast<int>(selection.size()); ++mailbox) {
        const MailSelection& chosen = selection[static_cast<std::size_t>(mailbox)];
        for (int folder = 0; folder < static_cast<int>(chosen.folders.size()); ++folder) {
            if (Status begun = consumer.folderBegins(mailbox, folder); !begun) {
                return begun.failure();
            }
            if (Status copied = copyFolder(chosen, mailbox, folder, collector, job); !copied) {
                return copied.failure();
            }
            if (Status ended = consumer.folderEnds(); !ended) {
                return ended.failure();
            }
        }
    }
    Status again =
        skipped == SkippedBefore::AskedAgain ? copySkipped(selection, consumer, collector, job) : Status(Done{});
    if (!again) {
        return again.failure();
    }
    return collector.takeOutcome();
}

} // namespace staffelstab::archive
