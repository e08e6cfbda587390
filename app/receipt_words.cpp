// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receipt_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace staffelstab::app {

namespace {

QString tell(const char* sentence)
{
    return QCoreApplication::translate("CommandLine", sentence);
}

QString stateSentence(receipt::ReceiptState state)
{
    switch (state) {
    case receipt::ReceiptState::Intact:
        return tell(QT_TRANSLATE_NOOP("CommandLine", "complete and intact: both have signed, nothing was changed"));
    case receipt::ReceiptState::Pending:
        return tell(QT_TRANSLATE_NOOP("CommandLine", "intact so far, but the countersignature is missing"));
    case receipt::ReceiptState::Altered:
        return tell(QT_TRANSLATE_NOOP("CommandLine", "not intact: the file was changed or a signature is broken"));
    case receipt::ReceiptState::NotAReceipt:
        break;
    }
    return tell(QT_TRANSLATE_NOOP("CommandLine", "this is no handover receipt"));
}

} // namespace

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
    case Kind::ArchiveMatches:
        return QStringLiteral("archive_matches");
    case Kind::ArchiveDiffers:
        return QStringLiteral("archive_differs");
    }
    return {};
}

QStringList findingSentences(const receipt::ReceiptFinding& finding)
{
    QStringList list{stateSentence(finding.state)};
    for (const receipt::SignatureFinding& signature : finding.signatures) {
        const QString who = signature.role == receipt::Role::Leaver
                                ? tell(QT_TRANSLATE_NOOP("CommandLine", "leaver"))
                                : tell(QT_TRANSLATE_NOOP("CommandLine", "supervisor"));
        const QString state = signature.isIntact ? tell(QT_TRANSLATE_NOOP("CommandLine", "signature intact"))
                                                 : tell(QT_TRANSLATE_NOOP("CommandLine", "signature broken"));
        list.append(QStringLiteral("%1: %2, %3, %4")
                        .arg(who, signature.name,
                             QLocale().toString(signature.time.toLocalTime(), QLocale::ShortFormat), state));
    }
    if (finding.archiveMatches) {
        list.append(*finding.archiveMatches
                        ? tell(QT_TRANSLATE_NOOP("CommandLine", "the archive is the one on the receipt"))
                        : tell(QT_TRANSLATE_NOOP("CommandLine", "the archive is not the one on the receipt")));
    }
    return list;
}

} // namespace staffelstab::app
