// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/token_session.h"

#include <openssl/err.h>

#include <QFile>

namespace staffelstab::receipt {
namespace {

/** p11-kit's library that speaks for all that are registered on this computer. */
const char* const registeredModules =
#if defined(Q_OS_WIN)
    "p11-kit-proxy.dll";
#elif defined(Q_OS_MACOS)
    "p11-kit-proxy.dylib";
#else
    "p11-kit-proxy.so";
#endif

/** CKR_* of PKCS#11 2.40, as libp11 hands them on. */
Failure::Kind kindOf(int code)
{
    switch (code) {
    case 0xA0: // PIN_INCORRECT
    case 0xA1: // PIN_INVALID
    case 0xA2: // PIN_LEN_RANGE
        return Failure::Kind::PinWrong;
    case 0xA4: // PIN_LOCKED
        return Failure::Kind::PinLocked;
    case 0x01: // CANCEL
    case 0x50: // FUNCTION_CANCELED
        return Failure::Kind::Cancelled;
    case 0x05:  // GENERAL_ERROR
    case 0x30:  // DEVICE_ERROR
    case 0x32:  // DEVICE_REMOVED
    case 0xB0:  // SESSION_CLOSED
    case 0xB3:  // SESSION_HANDLE_INVALID
    case 0xE0:  // TOKEN_NOT_PRESENT
    case 0xE1:  // TOKEN_NOT_RECOGNIZED
    case 0x101: // USER_NOT_LOGGED_IN
        return Failure::Kind::TokenRemoved;
    default:
        return Failure::Kind::KeyUnusable;
    }
}

QString labelOf(const PKCS11_SLOT& slot)
{
    const QString label = QString::fromUtf8(slot.token->label).trimmed();
    return label.isEmpty() ? QString::fromUtf8(slot.description).trimmed() : label;
}

} // namespace

std::optional<Failure> tokenFailure(const QString& token)
{
    std::optional<Failure> failure;
    while (const unsigned long code = ERR_get_error()) {
        const char* const library = ERR_lib_error_string(code);
        if (library != nullptr && QByteArrayView(library) == "PKCS#11 module") {
            const char* const reason = ERR_reason_error_string(code);
            failure = Failure{kindOf(ERR_GET_REASON(code)), token,
                              reason == nullptr ? QString::number(ERR_GET_REASON(code)) : QString::fromLatin1(reason)};
        }
    }
    return failure;
}

TokenSession::TokenSession(PKCS11_CTX* context) : m_context(context), m_questions(UI_create_method("card PIN"))
{
    UI_method_set_reader(m_questions.get(), &TokenSession::answer);
    PKCS11_set_ui_method(m_context, m_questions.get(), this);
}

TokenSession::~TokenSession()
{
    if (m_slots != nullptr) {
        PKCS11_release_all_slots(m_context, m_slots, m_count);
    }
    PKCS11_CTX_unload(m_context);
    PKCS11_CTX_free(m_context);
    ERR_clear_error();
}

/** Keys for qualified signatures want the PIN before each signature (CKA_ALWAYS_AUTHENTICATE). */
int TokenSession::answer(UI* ui, UI_STRING* question)
{
    const auto type = UI_get_string_type(question);
    if (type != UIT_PROMPT && type != UIT_VERIFY) {
        return 1;
    }
    char* const pin = static_cast<TokenSession*>(UI_get0_user_data(ui))->pin();
    return pin != nullptr && UI_set_result(ui, question, pin) == 0 ? 1 : 0;
}

Result<std::shared_ptr<TokenSession>> TokenSession::open(const QString& module)
{
    const QByteArray name = module.isEmpty() ? QByteArray(registeredModules) : QFile::encodeName(module);
    const QString shown = QFile::decodeName(name);
    ERR_clear_error();
    PKCS11_CTX* const context = PKCS11_CTX_new();
    if (PKCS11_CTX_load(context, name.constData()) != 0) {
        const QString why = lastOpenSslError();
        PKCS11_CTX_free(context);
        return Failure{Failure::Kind::TokenDriverUnusable, shown, why};
    }
    const std::shared_ptr<TokenSession> session(new TokenSession(context));
    if (PKCS11_enumerate_slots(context, &session->m_slots, &session->m_count) != 0) {
        session->m_slots = nullptr;
        return tokenFailure(shown).value_or(Failure{Failure::Kind::TokenMissing, {}, shown});
    }
    for (unsigned i = 0; i < session->m_count; ++i) {
        const PKCS11_TOKEN* const token = session->m_slots[i].token;
        if (token != nullptr && token->initialized != 0) {
            return session;
        }
    }
    return Failure{Failure::Kind::TokenMissing, {}, shown};
}

std::vector<TokenSession::Place> TokenSession::certificates() const
{
    std::vector<Place> places;
    for (unsigned i = 0; i < m_count; ++i) {
        PKCS11_SLOT& slot = m_slots[i];
        PKCS11_CERT* certificates = nullptr;
        unsigned count = 0;
        if (slot.token == nullptr || slot.token->initialized == 0 ||
            PKCS11_enumerate_certs(slot.token, &certificates, &count) != 0) {
            ERR_clear_error();
            continue;
        }
        for (unsigned j = 0; j < count; ++j) {
            if (certificates[j].x509 != nullptr) {
                places.push_back({&slot, &certificates[j]});
            }
        }
    }
    return places;
}

Result<OwnedKey> TokenSession::logIn(const Place& place, const Secret& pin)
{
    const PKCS11_TOKEN& token = *place.slot->token;
    m_token = labelOf(*place.slot);
    if (token.userPinLocked != 0) {
        return Failure{Failure::Kind::PinLocked, m_token, {}};
    }
    ERR_clear_error();
    if (token.secureLogin == 0) {
        m_pin = Secret::withSize(pin.size() + 1);
        std::copy(pin.data(), pin.data() + pin.size(), m_pin.data());
    }
    if (token.loginRequired != 0 && PKCS11_login(place.slot, 0, this->pin()) != 0) {
        return tokenFailure(m_token).value_or(Failure{Failure::Kind::TokenRemoved, m_token, {}});
    }
    PKCS11_KEY* const found = PKCS11_find_key(place.certificate);
    OwnedKey key(found == nullptr ? nullptr : PKCS11_get_private_key(found));
    if (!key) {
        return tokenFailure(m_token).value_or(
            Failure{Failure::Kind::KeyUnusable, m_token, QStringLiteral("no private key for this certificate")});
    }
    return key;
}

} // namespace staffelstab::receipt
