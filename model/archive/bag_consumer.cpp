// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bag_consumer.h"

namespace staffelstab::archive {

namespace {
const QString emlSuffix = QStringLiteral(".eml");
const QString separator = QStringLiteral(" / ");
} // namespace

BagConsumer::BagConsumer(std::span<const MailSelection> selection, BagWriter& bag, IndexWriter& index,
                         qsizetype longestName, ResumableTree* resumable)
    : m_paths(selection), m_bag(bag), m_index(index), m_longestName(longestName), m_resumable(resumable)
{
}

Status BagConsumer::folderBegins(int mailbox, int folder)
{
    m_folder = &m_folders[{mailbox, folder}];
    m_folder->path = m_paths.folder(mailbox, folder);
    return m_index.beginFolder(m_paths.levels(mailbox, folder).join(separator));
}

Status BagConsumer::folderAgain(int mailbox, int folder)
{
    m_folder = &m_folders[{mailbox, folder}];
    return m_index.beginFolder(m_paths.levels(mailbox, folder).join(separator), IndexWriter::Part::ReadLater);
}

Status BagConsumer::take(WholeMessage& message)
{
    const MessageSummary summary = summarise(message.header);
    const QString inData = QStringLiteral("data/") + m_folder->path;
    QString name = messageFileName(++m_folder->messages, summary.date.date(), summary.subject, inData);
    if (name.size() > m_longestName) {
        name = cutToBytes(name, m_longestName - emlSuffix.size()).trimmed() + emlSuffix;
    }
    if (Status added = m_bag.addPayload(m_folder->path + QLatin1Char('/') + name, message.content, message.sha256);
        !added) {
        return added;
    }
    return m_index.add(summary, inData + QLatin1Char('/') + name, message.content.size(), message.sha256);
}

Result<MessageConsumer::TakenUp> BagConsumer::takeUp(int mailbox, int folder, std::size_t messages,
                                                     mail::MessageReceiver& receiver)
{
    return m_resumable ? m_resumable->takeUp(mailbox, folder, messages, receiver)
                       : MessageConsumer::takeUp(mailbox, folder, messages, receiver);
}

Status BagConsumer::reached(const CopyPlace& place, std::span<const SkippedMessage> skipped)
{
    return m_resumable ? m_resumable->reached(place, skipped) : Status(Done{});
}

} // namespace staffelstab::archive
