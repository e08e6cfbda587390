// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"
#include "receipt/receipt_signer.h"

#include <optional>

namespace staffelstab::receipt {

enum class ReceiptState { Intact, Pending, Altered, NotAReceipt };
/** "intact", "pending", "altered", "not_a_receipt". */
const char* stateName(ReceiptState state);

struct SignatureFinding
{
    Role role = Role::Leaver;
    QString name;
    QDateTime time;
    SignatureLevel level = SignatureLevel::Simple;
    QByteArray certificateSha256;
    bool isIntact = false;
    /** Time of a valid RFC 3161 stamp over this signature; invalid if there is none. */
    QDateTime timestamp;
    Confirmation confirmation;
};

/** Why the state is what it is, as a fact: the page says it in words. */
struct Finding
{
    enum class Kind {
        BothIntact,
        CountersignatureMissing,
        Unsigned,
        NotAPdf,
        NoRecord,
        RecordDiffers,
        DigestMismatch,
        SignatureBroken,
        ByteRangeWrong,
        BytesAfterSignature,
        ObjectChanged,
        FieldsWrong,
        SignerWrong,
        CertificateDiffers,
        TimestampWrong,
        DamagedPdf,
        ArchiveMatches,
        ArchiveDiffers,
    };
    Kind kind;
    /** Object number, role, ...; never file content. */
    QString detail;
};

struct ReceiptFinding
{
    ReceiptState state = ReceiptState::NotAReceipt;
    std::vector<SignatureFinding> signatures;
    std::vector<Finding> findings;
    std::optional<ReceiptRecord> record;
    QByteArray recordSha256;
    /** Set by compareArchive(). */
    std::optional<bool> archiveMatches;
};

/** What is known of the signers from elsewhere, e.g. from the case's journal; empty members are not checked. */
struct ExpectedSigners
{
    /** SHA-256 of the certificate. */
    QByteArray leaver;
    QByteArray supervisor;
    /** PEM of the CAs the policy accepts for qualified certificates. */
    QByteArray qualifiedCas;
};

/**
 * Judges by rules of our own over libqpdf and OpenSSL (see the comment at the top of the implementation); never throws.
 * A certificate that vouches for itself can carry any name: who signed is proved only by what `expected` names.
 */
ReceiptFinding verifyReceipt(const QByteArray& pdf, const ExpectedSigners& expected = {});
/** Hashes the archive file (or the bag's tag manifest) and compares with the record. */
Status compareArchive(ReceiptFinding& finding, const QString& archive);

} // namespace staffelstab::receipt
