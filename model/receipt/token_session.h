// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "receipt/openssl_values.h"
#include "receipt/signing_token.h"

#include <libp11.h>
#include <openssl/ui.h>

#include <functional>

namespace staffelstab::receipt {

/**
 * A PKCS#11 library with its slots, and after logIn() a key on a card. The private key never leaves the card; its
 * EVP_PKEY works only while the session lives. Not to be shared between threads.
 */
class TokenSession
{
public:
    /** Loads the library and looks into the readers. */
    static Result<std::shared_ptr<TokenSession>> open(const QString& module);
    ~TokenSession();
    TokenSession(const TokenSession&) = delete;
    TokenSession& operator=(const TokenSession&) = delete;

    struct Place
    {
        PKCS11_SLOT* slot;
        PKCS11_CERT* certificate;
    };
    /** Every certificate on every card that is set up. */
    [[nodiscard]] std::vector<Place> certificates() const;
    /** Gives the PIN to the card and finds the certificate's key; the card may ask for the PIN again when it signs. */
    Result<OwnedKey> logIn(const Place& place, const Secret& pin);
    [[nodiscard]] const QString& token() const { return m_token; }

private:
    explicit TokenSession(PKCS11_CTX* context);
    [[nodiscard]] char* pin() { return m_pin.isEmpty() ? nullptr : m_pin.data(); }
    static int answer(UI* ui, UI_STRING* question);

    PKCS11_CTX* m_context;
    Owned<UI_METHOD, UI_destroy_method> m_questions;
    PKCS11_SLOT* m_slots = nullptr;
    unsigned m_count = 0;
    /** Ends in NUL. */
    Secret m_pin;
    QString m_token;
};

/** What the card said last, read from OpenSSL's queue; nothing if it was not the card that failed. Clears the queue. */
std::optional<Failure> tokenFailure(const QString& token);

} // namespace staffelstab::receipt
