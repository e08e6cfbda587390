// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/key_store_thread.h"
#include "secrets/memory_store.h"

#include <atomic>

namespace staffelstab::secrets {

namespace {

constexpr std::chrono::seconds patience{5};

Failure locked(const QString& key, const QString& text)
{
    return {Failure::Kind::KeyStoreLocked, key, text};
}

/**
 * The key store of the operating system until it turns out that none answers; from then on memory. Safe from any
 * thread. Whether the store answers is found out at the first use, so that making one costs nothing.
 */
class SystemStore : public SecretStore
{
public:
    [[nodiscard]] bool isLasting() const override
    {
        return !isInMemory() && (m_isProbed || probe() != KeyStoreReply::Kind::NoAnswer);
    }

    Status write(const QString& key, const Secret& secret) override
    {
        if (!isInMemory()) {
            const KeyStoreReply reply = ask({KeyStoreRequest::Kind::Write, key, secret.clone()});
            if (reply.kind == KeyStoreReply::Kind::Locked) {
                return locked(key, reply.text);
            }
            if (reply.kind == KeyStoreReply::Kind::Ok) {
                return Done{};
            }
        }
        return m_memory.write(key, secret);
    }

    Result<Secret> read(const QString& key) override
    {
        if (!isInMemory()) {
            KeyStoreReply reply = ask({KeyStoreRequest::Kind::Read, key, {}});
            if (reply.kind == KeyStoreReply::Kind::Ok) {
                return std::move(reply.secret);
            }
            if (reply.kind == KeyStoreReply::Kind::Locked ||
                (reply.kind == KeyStoreReply::Kind::Absent && probe() == KeyStoreReply::Kind::Locked)) {
                return locked(key, reply.text);
            }
        }
        return m_memory.read(key);
    }

    Status remove(const QString& key) override
    {
        if (!isInMemory()) {
            const KeyStoreReply reply = ask({KeyStoreRequest::Kind::Remove, key, {}});
            // A locked store says "done" to the removal of what it cannot see.
            if (reply.kind == KeyStoreReply::Kind::Locked || probe() == KeyStoreReply::Kind::Locked) {
                return locked(key, reply.text);
            }
        }
        return m_memory.remove(key);
    }

private:
    [[nodiscard]] bool isInMemory() const { return m_isInMemory; }

    KeyStoreReply ask(KeyStoreRequest request) const
    {
        KeyStoreReply reply = askKeyStore(std::move(request), patience);
        m_isInMemory = m_isInMemory || reply.kind == KeyStoreReply::Kind::NoAnswer;
        return reply;
    }

    /** A locked keyring answers a read with "absent"; only a write tells the two apart. Leaves nothing behind. */
    KeyStoreReply::Kind probe() const
    {
        const QString key = QStringLiteral("probe");
        const KeyStoreReply::Kind kind = ask({KeyStoreRequest::Kind::Write, key, Secret(QByteArrayView("probe"))}).kind;
        if (kind == KeyStoreReply::Kind::Ok) {
            ask({KeyStoreRequest::Kind::Remove, key, {}});
        }
        m_isProbed = true;
        return kind;
    }

    MemoryStore m_memory;
    mutable std::atomic_bool m_isInMemory = false;
    mutable std::atomic_bool m_isProbed = false;
};

} // namespace

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<SystemStore>();
}

} // namespace staffelstab::secrets
