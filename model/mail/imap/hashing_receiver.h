// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"
#include "mail/mail_store.h"

#include <map>

namespace staffelstab::mail::imap {

/** Keeps a hash of each message and nothing else. */
class HashingReceiver : public MessageReceiver
{
public:
    Status begin(const MessageRef& ref) override
    {
        m_key = ref.key;
        m_hash = Sha256();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return Done{};
    }
    Status end() override
    {
        m_hashes[m_key] = m_hash.finish();
        return Done{};
    }
    Status failed(const MessageRef& ref, const Failure& why) override
    {
        m_failures.emplace(ref.key, why);
        return Done{};
    }

    /** Empty for what did not come whole. */
    [[nodiscard]] QByteArray hash(const MessageKey& key) const
    {
        const auto found = m_hashes.find(key);
        return found == m_hashes.end() ? QByteArray() : found->second;
    }
    [[nodiscard]] const Failure* failure(const MessageKey& key) const
    {
        const auto found = m_failures.find(key);
        return found == m_failures.end() ? nullptr : &found->second;
    }

private:
    std::map<MessageKey, QByteArray> m_hashes;
    std::map<MessageKey, Failure> m_failures;
    MessageKey m_key;
    Sha256 m_hash;
};

} // namespace staffelstab::mail::imap
