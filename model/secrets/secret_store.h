// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

#include <memory>

namespace staffelstab::secrets {

/**
 * Start here. Where logins and keys live between two starts of the program: the operating system's key store, or the
 * memory of this process when there is none. Never a file of ours.
 */
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /** True if what is written is still there after the program ends. */
    [[nodiscard]] virtual bool isLasting() const = 0;
    virtual Status write(const QString& key, const Secret& secret) = 0;
    /** NoSuchEntry if absent; KeyStoreLocked where the store cannot tell absent from locked. */
    virtual Result<Secret> read(const QString& key) = 0;
    virtual Status remove(const QString& key) = 0;
};

/** Keeps secrets until the process ends. */
std::unique_ptr<SecretStore> makeMemoryStore();
/** The OS key store by QtKeychain with an own time-out; falls back to memory when no key store answers. */
std::unique_ptr<SecretStore> makeSystemStore();

} // namespace staffelstab::secrets
