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

/**
 * What the receipt is worth, from its state and from what stands beside it: one word for tables. Confirmed and
 * Unchanged differ in whether somebody trusted vouches for every signer.
 */
enum class Standing { Confirmed, Unchanged, Refused, Absent, Contradicted, Pending, Altered, NotAReceipt };

/** What the file itself carries on whether a certificate had been revoked when it was used. */
struct RevocationFinding
{
    enum class State { Unknown, Good, Revoked };
    State state = State::Unknown;
    /** When this was said, or since when it is revoked. */
    QDateTime at;
};

struct SignatureFinding
{
    Role role = Role::Leaver;
    QString name;
    QDateTime time;
    SignatureLevel level = SignatureLevel::Simple;
    QByteArray certificateSha256;
    bool isIntact = false;
    /** It covers so many bytes from the beginning of the file. */
    qsizetype end = 0;
    /** A CA that is trusted issued the certificate, or it is the one the case's journal names. */
    bool isVouchedFor = false;
    /** Time of a valid RFC 3161 stamp over this signature; invalid if there is none. */
    QDateTime timestamp;
    bool isStampVouchedFor = false;
    RevocationFinding revocation;
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
        /** What page 1 shows as code or some page as digest is not the record's. */
        PrintDiffers,
        ArchiveMatches,
        ArchiveDiffers,
        /** The code on a photo or a scan is this record's; another receipt's; none can be read. */
        PaperMatches,
        PaperDiffers,
        PaperUnreadable,
        /** The file is not the one the journal or the register names. */
        FileDiffers,
        // The rest changes nothing about the state: what one should know beside it.
        Refused,
        PartyAbsent,
        Witnessed,
        /** Nobody who is trusted vouches for a signer. */
        NobodyVouches,
        /** A signer's certificate had been revoked when it was used. */
        CertificateRevoked,
        /** The times named contradict each other: a clock was wrong. */
        ClockDoubtful,
        /** The record has a section or sentences this program does not know. */
        NewerProgram,
        /** Another final receipt has the same record and other bytes after it; the detail names its file. */
        Contradicted,
    };
    Kind kind;
    /** Object number, role, ...; never file content. */
    QString detail;
};

/** Whether it says something beside the state, instead of against it. */
bool isNote(Finding::Kind kind);

struct ReceiptFinding
{
    ReceiptState state = ReceiptState::NotAReceipt;
    std::vector<SignatureFinding> signatures;
    std::vector<Finding> findings;
    std::optional<ReceiptRecord> record;
    QByteArray recordSha256;
    /** SHA-256 of the whole file. */
    QByteArray fileSha256;
    /** Set by noteComparison(). */
    std::optional<bool> archiveMatches;

    /** Carries what tells of revocation in later years (PAdES B-LT). */
    bool hasValidationData = false;

    [[nodiscard]] bool has(Finding::Kind kind) const;
    /** Every signer is someone that somebody trusted vouches for: only then is a green tick in order. */
    [[nodiscard]] bool isVouchedFor() const;
    [[nodiscard]] Standing standing() const;
};

/** What is known of the signers from elsewhere, e.g. from the case's journal; empty members are not checked. */
struct ExpectedSigners
{
    /** SHA-256 of the certificate. */
    QByteArray leaver;
    QByteArray supervisor;
    /** PEM of the CAs the policy trusts for signers and for time-stamps. */
    QByteArray trustedCas;
    QByteArray stampCas;
    /** SHA-256 of the whole file with both signatures, from the journal or a register. */
    QByteArray fileSha256;
};

/**
 * Judges by rules of our own over libqpdf and OpenSSL (see the comment at the top of the implementation); never throws.
 * A certificate that vouches for itself can carry any name: who signed is proved only by what `expected` names.
 */
ReceiptFinding verifyReceipt(const QByteArray& pdf, const ExpectedSigners& expected = {});
/**
 * What the comparisons below find, without putting it into the finding: for work beside the thread that holds it.
 * noteComparison() puts it there in place of an earlier result about an archive or a paper, and leaves the rest alone.
 */
Result<Finding> archiveComparison(const ReceiptFinding& finding, const QString& archive);
Result<Finding> paperComparison(const ReceiptFinding& finding, const QString& picture);
void noteComparison(ReceiptFinding& finding, const Finding& found);
/**
 * Hashes the archive file (or the bag's tag manifest) and compares with the record. Of an altered receipt a match has
 * the detail "altered": what it names may have been put in afterwards.
 */
Status compareArchive(ReceiptFinding& finding, const QString& archive);
/**
 * Compares the code on a photo or a scan of the paper with the record: the paper is then the print of this receipt, as
 * far as its first page goes. Its last result replaces an earlier one.
 */
Status comparePaper(ReceiptFinding& finding, const QString& picture);

} // namespace staffelstab::receipt
