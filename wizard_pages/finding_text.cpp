// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/finding_text.h"

#include "wizard_pages/locale_text.h"

#include <QLocale>

namespace staffelstab::wizard_pages {

Chip FindingText::chip(receipt::ReceiptState state, bool isVouchedFor)
{
    Chip chip;
    switch (state) {
    case receipt::ReceiptState::Intact:
        chip.mark = isVouchedFor ? Mark::Tick : Mark::Disc;
        chip.text = isVouchedFor ? tr("intact") : tr("unchanged");
        chip.tone = isVouchedFor ? theme().intact : theme().business;
        break;
    case receipt::ReceiptState::Pending:
        chip.mark = Mark::Quarter;
        chip.text = tr("pending");
        chip.tone = theme().pending;
        break;
    case receipt::ReceiptState::Altered:
        chip.mark = Mark::Cross;
        chip.text = tr("altered");
        chip.tone = theme().altered;
        break;
    case receipt::ReceiptState::NotAReceipt:
        chip.mark = Mark::Ring;
        chip.text = tr("no receipt");
        chip.tone = theme().undecided;
        break;
    }
    return chip;
}

QString FindingText::of(const receipt::Finding& finding)
{
    using enum receipt::Finding::Kind;
    switch (finding.kind) {
    case BothIntact:
        return tr("Both signatures are intact.");
    case CountersignatureMissing:
        return tr("The countersignature is missing. The receipt counts only with both signatures.");
    case Unsigned:
        return tr("Nobody has signed this receipt yet.");
    case NotAPdf:
        return finding.detail == QLatin1String("too_large")
                   ? tr("This file is larger than any receipt and was not read.")
               : finding.detail == QLatin1String("unreadable") ? tr("This file cannot be read.")
                                                               : tr("This file is not a PDF.");
    case NoRecord:
        return tr("This PDF holds no record of a handover.");
    case RecordDiffers:
        return tr("The record in the file differs from the one that was signed.");
    case DigestMismatch:
        return tr("The content was changed after it was signed.");
    case SignatureBroken:
        return tr("A signature cannot be confirmed.");
    case ByteRangeWrong:
        return tr("A signature does not cover what it claims to cover.");
    case BytesAfterSignature:
        return tr("Something was appended after the last signature.");
    case ObjectChanged:
        return finding.detail.isEmpty() ? tr("Something was changed between the signatures.")
                                        : tr("Changed after signing: object %1.").arg(finding.detail);
    case FieldsWrong:
        return finding.detail == QLatin1String("action")
                   ? tr("This file can do something by itself, such as run a script. A receipt never does. Nothing of "
                        "it "
                        "was run.")
                   : tr("The signature fields are not the ones this program makes.");
    case SignerWrong:
        return tr("A signature does not belong to the person it names.");
    case CertificateDiffers:
        return tr("A certificate differs from the one the signature names.");
    case TimestampWrong:
        return tr("A time-stamp cannot be confirmed.");
    case DamagedPdf:
        return finding.detail == QLatin1String("encrypted")
                   ? tr("This PDF is encrypted. A receipt never is; please ask for "
                        "the original file.")
               : finding.detail == QLatin1String("foreign") ? tr("Another program has written this PDF anew, so its "
                                                                 "signatures no longer count. Please ask for the "
                                                                 "original file.")
                                                            : tr("This PDF is damaged.");
    case PrintDiffers:
        return tr("The code or the digest in print is not the one of the record in this file.");
    case PaperMatches:
        return tr("The code on the paper is the one of this receipt.");
    case PaperDiffers:
        return tr("The code on the paper belongs to another receipt.");
    case PaperUnreadable:
        return tr("No code of a receipt can be read in this picture. Please photograph the first page once more, from "
                  "straight above and without shadow.");
    case ArchiveMatches:
        return tr("The archive at hand is the one on the receipt.");
    case ArchiveDiffers:
        return tr("The archive at hand is not the one on the receipt.");
    case FileDiffers:
        return tr("This is not the file that was signed in this handover.");
    case Refused:
        return tr("The supervisor refused to confirm the receipt. What the person leaving stated in block A stands.");
    case PartyAbsent:
        return finding.detail == QLatin1String("leaver")
                   ? tr("The person leaving was not there; block A is only what a witness found.")
                   : tr("The supervisor was not there; what the person leaving stated in block A stands.");
    case Witnessed:
        return tr("A witness signed instead of a party.");
    case NobodyVouches:
        return finding.detail == QLatin1String("leaver") ? tr("Unchanged, but nobody vouches that the certificate of "
                                                              "the first signer belongs to that person.")
                                                         : tr("Unchanged, but nobody vouches that the certificate of "
                                                              "the second signer belongs to that person.");
    case CertificateRevoked:
        return finding.detail == QLatin1String("leaver")
                   ? tr("The certificate of the first signer had been revoked when it was used.")
                   : tr("The certificate of the second signer had been revoked when it was used.");
    case ClockDoubtful:
        return tr("The times on this receipt contradict each other: a clock was wrong.");
    case NewerProgram:
        return tr("A newer version of this program made this receipt; parts of it are not judged here.");
    }
    return {};
}

QString FindingText::level(receipt::SignatureLevel level)
{
    switch (level) {
    case receipt::SignatureLevel::Simple:
        return tr("simple electronic signature with integrity protection");
    case receipt::SignatureLevel::Advanced:
        return tr("advanced, own certificate");
    case receipt::SignatureLevel::Qualified:
        return tr("qualified");
    }
    return {};
}

QString FindingText::explained(receipt::SignatureLevel level)
{
    switch (level) {
    case receipt::SignatureLevel::Simple:
        return tr("Simple electronic signature: every later change shows, but it does not prove who signed.");
    case receipt::SignatureLevel::Advanced:
        return tr("Advanced electronic signature: every later change shows, and a certificate issued by somebody else "
                  "names the signer.");
    case receipt::SignatureLevel::Qualified:
        return tr("Qualified electronic signature: a provider checked by the state vouches for the signer; it has the "
                  "legal effect of a signature by hand.");
    }
    return {};
}

QString FindingText::paperHint()
{
    return tr("Where the law wants a signature by hand, print it and sign it on paper, too.");
}

QString FindingText::signature(const receipt::SignatureFinding& finding)
{
    QString line = tr("%1, %2, %3").arg(finding.name, momentText(finding.time), level(finding.level));
    if (finding.timestamp.isValid()) {
        line += finding.isStampVouchedFor
                    ? tr(", with time-stamp of %1").arg(momentText(finding.timestamp))
                    : tr(", with time-stamp of %1 from a server nobody vouches for").arg(momentText(finding.timestamp));
    }
    if (finding.revocation.state == receipt::RevocationFinding::State::Good) {
        line += tr(", certificate not revoked (as of %1)").arg(momentText(finding.revocation.at));
    }
    return finding.isIntact ? line : tr("%1: cannot be confirmed").arg(line);
}

QStringList FindingText::lines(const receipt::ReceiptFinding& finding)
{
    QStringList lines;
    const bool isAltered = finding.state == receipt::ReceiptState::Altered;
    if (isAltered) {
        lines += tr("This receipt was altered. Do not rely on it.");
    }
    for (const auto& each : finding.findings) {
        const QString line = of(each);
        if (!lines.contains(line)) {
            lines += line;
        }
    }
    for (const auto& signature : finding.signatures) {
        lines += FindingText::signature(signature);
        if (!signature.confirmation.reservation.isEmpty()) {
            const QString words = signature.confirmation.manner == receipt::Manner::Signs
                                      ? tr("Reservation of %1: %2")
                                      : tr("Reason given by %1: %2");
            lines += words.arg(signature.name, signature.confirmation.reservation);
        }
    }
    for (const auto& signature : finding.signatures) {
        if (const QString meaning = explained(signature.level); !lines.contains(meaning)) {
            lines += meaning;
        }
    }
    if (!finding.signatures.empty() && !isAltered) {
        lines +=
            finding.isVouchedFor()
                ? tr("What this does not prove: that what is written here is true; only who signed it, and that it "
                     "has not been changed since.")
                : tr("What this does not prove: that the people are who they say they are, where no certificate of "
                     "their own was used.");
    }
    return lines;
}

} // namespace staffelstab::wizard_pages
