// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secret.h"
#include "receipt/confirmation.h"
#include "receipt/receipt_record.h"

#include <memory>

namespace staffelstab::receipt {

/** Honest name of what a signature is worth (eIDAS Art. 3, 26). */
enum class SignatureLevel {
    /**
     * Key made by this program for the occasion, or any certificate that nobody but itself vouches for: simple
     * electronic signature with integrity protection.
     */
    Simple,
    /** The signer's own certificate, issued by someone else. */
    Advanced,
    /** The certificate says it is qualified (QCStatements) and its chain ends in a CA the policy names. */
    Qualified,
};

/** A key on a smart card or token. */
struct TokenChoice
{
    /** PKCS#11 library; empty: all that the system has registered. */
    QString module;
    /** SHA-256 (hex) of the certificate, the name in it, or the card's label; empty: the only one there. */
    QString certificate;
};

/** A private key with its certificate. */
class SigningKey
{
public:
    /** A fresh P-256 key with a self-signed certificate for `name`; for one signature, then forgotten. */
    static Result<SigningKey> makeForOccasion(const QString& name, const QDateTime& now);
    /** From PKCS#12. WrongPassphrase and KeyUnusable are told apart. */
    static Result<SigningKey> fromPkcs12(const QByteArray& file, const Secret& passphrase);
    /** The same, with the PEM of the CAs the policy trusts; without them no key is Qualified. */
    static Result<SigningKey> fromPkcs12(const QByteArray& file, const Secret& passphrase,
                                         const QByteArray& trustedCas);
    /**
     * A key that stays on its card (PKCS#11) and works while the card is in. TokenDriverUnusable, TokenMissing,
     * TokenRemoved, PinWrong, PinLocked and KeyUnusable are told apart.
     */
    static Result<SigningKey> fromToken(const TokenChoice& choice, const Secret& pin, const QByteArray& trustedCas);
    ~SigningKey();
    SigningKey(SigningKey&&) noexcept;
    SigningKey& operator=(SigningKey&&) noexcept;

    [[nodiscard]] SignatureLevel level() const;
    /** A CA the policy trusts issued the certificate. */
    [[nodiscard]] bool isVouchedFor() const;
    /** Common name of the certificate. */
    [[nodiscard]] QString name() const;
    [[nodiscard]] QByteArray certificateSha256() const;

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    explicit SigningKey(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

struct SignatureRequest
{
    Role role = Role::Leaver;
    /** Who signs: the party, or the witness. */
    QString name;
    /** The drawn signature as SVG; empty: the name is set in type. */
    QByteArray drawing;
    QDateTime time;
    Confirmation confirmation;
    /** RFC 3161 server, e.g. "http://tsa.example/"; empty: no time-stamp. */
    QString tsa;
    /** PEM of the CAs that vouch for the server; empty: its certificate is not judged. */
    QByteArray stampCas;
};

/**
 * Adds one PAdES signature (ETSI.CAdES.detached) as an incremental update into the role's empty field. The leaver signs
 * first and certifies (DocMDP P=2); the supervisor's field locks everything. The bytes before the update stay
 * untouched.
 */
Result<QByteArray> signReceipt(const QByteArray& pdf, const SignatureRequest& request, const SigningKey& key,
                               JobContext& job);

} // namespace staffelstab::receipt
