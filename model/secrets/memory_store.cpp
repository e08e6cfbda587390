// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_store.h"

namespace staffelstab::secrets {

Status MemoryStore::write(const QString& key, const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets[key] = secret.clone();
    return Done{};
}

Result<Secret> MemoryStore::read(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end()) {
        return Failure{Failure::Kind::NoSuchEntry, key, {}};
    }
    return found->second.clone();
}

Status MemoryStore::remove(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(key);
    return Done{};
}

std::unique_ptr<SecretStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace staffelstab::secrets
