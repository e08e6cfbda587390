// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/successor_copy.h"

#include "archive/folder_paths.h"
#include "archive/message_copy.h"

namespace staffelstab::archive {

namespace {

/** Hands each message on to the delivery; the numbers of its parcels count from 0 in each folder. */
class DeliveryConsumer final : public MessageConsumer
{
public:
    DeliveryConsumer(std::span<const MailSelection> selection, mail::Delivery& target, const QStringList& root,
                     JobContext& job)
        : m_paths(selection), m_target(target), m_root(root), m_job(job)
    {
    }

    Status folderBegins(int mailbox, int folder) override
    {
        m_sent.clear();
        return m_target.beginFolder(m_root + m_paths.levels(mailbox, folder), m_job);
    }

    Status take(WholeMessage& message) override
    {
        mail::Parcel parcel;
        parcel.number = static_cast<qint64>(m_sent.size());
        parcel.standing = message.standing;
        parcel.replay = [&message](const mail::Parcel::Take& piece) { return message.content.replay(piece); };
        m_sent.push_back({message.which, message.content.size()});
        return m_target.put(parcel, m_job);
    }

    Status folderEnds() override
    {
        const Result<std::vector<mail::Delivered>> delivered = m_target.endFolder(m_job);
        if (!delivered) {
            return delivered.failure();
        }
        for (const mail::Delivered& one : *delivered) {
            const Sent& sent = m_sent.at(static_cast<std::size_t>(one.number));
            if (one.state == mail::Delivered::State::Failed) {
                report.failed.push_back({sent.which, one.why});
                continue;
            }
            report.bytes += sent.bytes;
            ++(one.state == mail::Delivered::State::Arrived ? report.arrived : report.wasThere);
        }
        return Done{};
    }

    SuccessorCopyReport report;

private:
    struct Sent
    {
        SelectedMessage which;
        qint64 bytes = 0;
    };

    FolderPaths m_paths;
    mail::Delivery& m_target;
    const QStringList& m_root;
    JobContext& m_job;
    std::vector<Sent> m_sent;
};

} // namespace

Result<SuccessorCopyReport> copyToSuccessor(std::span<const MailSelection> selection, mail::Delivery& target,
                                            const SuccessorCopyOptions& options, JobContext& job)
{
    DeliveryConsumer consumer(selection, target, options.root, job);
    Result<CopyOutcome> copied = copyMessages(selection, options.spoolFolder, consumer, job, Listing::Failures);
    if (!copied) {
        return copied.failure();
    }
    SuccessorCopyReport report = std::move(consumer.report);
    std::move(copied->skipped.begin(), copied->skipped.end(), std::back_inserter(report.failed));
    return report;
}

} // namespace staffelstab::archive
