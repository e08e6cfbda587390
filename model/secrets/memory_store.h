// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

#include <map>
#include <mutex>

namespace staffelstab::secrets {

/** Safe from any thread. */
class MemoryStore : public SecretStore
{
public:
    [[nodiscard]] bool isLasting() const override { return false; }
    Status write(const QString& key, const Secret& secret) override;
    Result<Secret> read(const QString& key) override;
    Status remove(const QString& key) override;

private:
    std::mutex m_mutex;
    std::map<QString, Secret> m_secrets;
};

} // namespace staffelstab::secrets
