// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringEncoder>

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace staffelstab {

Secret Secret::withSize(std::size_t size)
{
    if (sodium_init() < 0) {
        throw std::bad_alloc();
    }
    Secret secret;
    if (size == 0) {
        return secret;
    }
    secret.m_data = static_cast<char*>(sodium_malloc(size));
    if (secret.m_data == nullptr) {
        throw std::bad_alloc();
    }
    std::memset(secret.m_data, 0, size);
    secret.m_size = size;
    return secret;
}

Secret::Secret(QByteArrayView bytes) : Secret(withSize(static_cast<std::size_t>(bytes.size())))
{
    if (!bytes.isEmpty()) {
        std::memcpy(m_data, bytes.data(), m_size);
    }
}

Secret::~Secret()
{
    clear();
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(view());
}

bool Secret::equals(const Secret& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

void Secret::clear()
{
    sodium_free(m_data);
    m_data = nullptr;
    m_size = 0;
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty()) {
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

void wipe(QString& text)
{
    if (!text.isEmpty()) {
        sodium_memzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    }
    text.clear();
}

Secret takeSecret(QString&& text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    Secret widest = Secret::withSize(static_cast<std::size_t>(encoder.requiredSpace(text.size())));
    char* const end = widest.isEmpty() ? nullptr : encoder.appendToBuffer(widest.data(), text);
    Secret exact(QByteArrayView(widest.data(), end == nullptr ? 0 : end - widest.data()));
    wipe(text);
    return exact;
}

} // namespace staffelstab
