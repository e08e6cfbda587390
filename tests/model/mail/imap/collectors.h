// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"
#include "mail/mail_store.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace staffelstab::tests {

/** A job that a test can cancel from anywhere. */
struct TestJob
{
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
    Progress last;
    JobContext context{[this](const Progress& progress) { last = progress; }, cancelled};
};

struct ScanCollector : mail::ScanSink
{
    struct Found
    {
        mail::Folder folder;
        std::vector<mail::ScannedMessage> messages;
        std::vector<mail::UnreadableMessage> unreadable;
    };
    std::map<int, Found> folders;
    std::function<void()> onMessage;

    void folderBegins(int index, const mail::Folder& folder) override { folders[index].folder = folder; }
    void message(int index, mail::ScannedMessage&& message) override
    {
        folders[index].messages.push_back(std::move(message));
        if (onMessage) {
            onMessage();
        }
    }
    void unreadable(int index, mail::UnreadableMessage&& message) override
    {
        folders[index].unreadable.push_back(std::move(message));
    }
};

struct ReadCollector : mail::MessageReceiver
{
    std::map<mail::MessageKey, QByteArray> whole;
    std::map<mail::MessageKey, Failure> failures;
    int answers = 0;
    int begins = 0;
    qsizetype longestPiece = 0;
    std::function<Status(QByteArrayView)> onPiece;

    Status begin(const mail::MessageRef& ref) override
    {
        ++begins;
        m_key = ref.key;
        m_bytes.clear();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        longestPiece = std::max(longestPiece, bytes.size());
        if (onPiece) {
            return onPiece(bytes);
        }
        m_bytes += bytes;
        return Done{};
    }
    Status end() override
    {
        ++answers;
        whole[m_key] = m_bytes;
        return Done{};
    }
    Status failed(const mail::MessageRef& ref, const Failure& why) override
    {
        ++answers;
        failures[ref.key] = why;
        return Done{};
    }

private:
    mail::MessageKey m_key;
    QByteArray m_bytes;
};

inline std::vector<mail::MessageRef> refsOf(const std::vector<mail::ScannedMessage>& messages)
{
    std::vector<mail::MessageRef> refs;
    for (const mail::ScannedMessage& message : messages) {
        refs.push_back({message.key, message.fingerprint, message.bytes});
    }
    return refs;
}

inline std::vector<mail::RemovalOrder> ordersOf(const std::vector<mail::ScannedMessage>& messages,
                                                const ReadCollector& read)
{
    std::vector<mail::RemovalOrder> orders;
    for (const mail::MessageRef& ref : refsOf(messages)) {
        orders.push_back({ref, Sha256::of(read.whole.at(ref.key))});
    }
    return orders;
}

} // namespace staffelstab::tests
