// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receipt_words.h"

namespace staffelstab::app {

QString roleName(receipt::Role role)
{
    return role == receipt::Role::Leaver ? QStringLiteral("leaver") : QStringLiteral("supervisor");
}

QString levelName(receipt::SignatureLevel level)
{
    switch (level) {
    case receipt::SignatureLevel::Simple:
        return QStringLiteral("simple");
    case receipt::SignatureLevel::Advanced:
        return QStringLiteral("advanced");
    case receipt::SignatureLevel::Qualified:
        break;
    }
    return QStringLiteral("qualified");
}

QString revocationName(receipt::RevocationFinding::State state)
{
    switch (state) {
    case receipt::RevocationFinding::State::Unknown:
        return QStringLiteral("unknown");
    case receipt::RevocationFinding::State::Good:
        return QStringLiteral("good");
    case receipt::RevocationFinding::State::Revoked:
        break;
    }
    return QStringLiteral("revoked");
}

QString findingName(receipt::Finding::Kind kind)
{
    using Kind = receipt::Finding::Kind;
    switch (kind) {
    case Kind::BothIntact:
        return QStringLiteral("both_intact");
    case Kind::CountersignatureMissing:
        return QStringLiteral("countersignature_missing");
    case Kind::Unsigned:
        return QStringLiteral("unsigned");
    case Kind::NotAPdf:
        return QStringLiteral("not_a_pdf");
    case Kind::NoRecord:
        return QStringLiteral("no_record");
    case Kind::RecordDiffers:
        return QStringLiteral("record_differs");
    case Kind::DigestMismatch:
        return QStringLiteral("digest_mismatch");
    case Kind::SignatureBroken:
        return QStringLiteral("signature_broken");
    case Kind::ByteRangeWrong:
        return QStringLiteral("byte_range_wrong");
    case Kind::BytesAfterSignature:
        return QStringLiteral("bytes_after_signature");
    case Kind::ObjectChanged:
        return QStringLiteral("object_changed");
    case Kind::FieldsWrong:
        return QStringLiteral("fields_wrong");
    case Kind::SignerWrong:
        return QStringLiteral("signer_wrong");
    case Kind::CertificateDiffers:
        return QStringLiteral("certificate_differs");
    case Kind::TimestampWrong:
        return QStringLiteral("timestamp_wrong");
    case Kind::DamagedPdf:
        return QStringLiteral("damaged_pdf");
    case Kind::PrintDiffers:
        return QStringLiteral("print_differs");
    case Kind::PaperMatches:
        return QStringLiteral("paper_matches");
    case Kind::PaperDiffers:
        return QStringLiteral("paper_differs");
    case Kind::PaperUnreadable:
        return QStringLiteral("paper_unreadable");
    case Kind::ArchiveMatches:
        return QStringLiteral("archive_matches");
    case Kind::ArchiveDiffers:
        return QStringLiteral("archive_differs");
    case Kind::FileDiffers:
        return QStringLiteral("file_differs");
    case Kind::Refused:
        return QStringLiteral("refused");
    case Kind::PartyAbsent:
        return QStringLiteral("party_absent");
    case Kind::Witnessed:
        return QStringLiteral("witnessed");
    case Kind::NobodyVouches:
        return QStringLiteral("nobody_vouches");
    case Kind::CertificateRevoked:
        return QStringLiteral("certificate_revoked");
    case Kind::ClockDoubtful:
        return QStringLiteral("clock_doubtful");
    case Kind::NewerProgram:
        return QStringLiteral("newer_program");
    case Kind::Contradicted:
        return QStringLiteral("contradicted");
    }
    return {};
}

} // namespace staffelstab::app
