// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>

namespace staffelstab {

/**
 * Bytes that nobody may read later: a password, a passphrase, a private key. The memory is locked, guarded and wiped
 * (libsodium's secure heap); it can be moved but not copied, printed, put into a QVariant or turned into a QString.
 * Passwords are kept as UTF-8.
 */
class Secret
{
public:
    Secret() = default;
    /** Copies `bytes`; the caller wipes its own copy (see wipe()). */
    explicit Secret(QByteArrayView bytes);
    /** `size` zero bytes to be filled in place through data(). */
    static Secret withSize(std::size_t size);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] char* data() { return m_data; }
    [[nodiscard]] const char* data() const { return m_data; }
    /** A look at the bytes without a copy; valid while this Secret lives unchanged. */
    [[nodiscard]] QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }
    /** Constant-time comparison. */
    [[nodiscard]] bool equals(const Secret& other) const;
    void clear();

private:
    char* m_data = nullptr;
    std::size_t m_size = 0;
};

/** Overwrites a buffer that once held a secret, in a way the compiler keeps; the array must not be shared. */
void wipe(QByteArray& bytes);
void wipe(QString& text);
/** UTF-8 of `text` as Secret; `text` is wiped. Its one use is the moment a password field is read. */
Secret takeSecret(QString&& text);

} // namespace staffelstab
