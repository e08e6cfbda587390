// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/finding_text.h"

#include "wizard_pages/locale_text.h"

#include <QLocale>

namespace staffelstab::wizard_pages {

namespace {

/** What decides what the receipt is worth is said before anything else. */
int place(receipt::Finding::Kind kind)
{
    using enum receipt::Finding::Kind;
    return kind == Contradicted ? 0 : kind == Refused || kind == PartyAbsent ? 1 : 2;
}

/** In the order in which they are said; all final receipts that contradict this one in one sentence. */
std::vector<receipt::Finding> inOrder(std::vector<receipt::Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& a, const auto& b) { return place(a.kind) < place(b.kind); });
    while (findings.size() > 1 && findings[1].kind == receipt::Finding::Kind::Contradicted) {
        findings[0].detail += QStringLiteral(", ") + findings[1].detail;
        findings.erase(findings.begin() + 1);
    }
    return findings;
}

} // namespace

Chip FindingText::chip(receipt::Standing standing)
{
    switch (standing) {
    case receipt::Standing::Confirmed:
        return {Mark::Tick, tr("intact"), theme().intact};
    case receipt::Standing::Unchanged:
        return {Mark::Disc, tr("unchanged"), theme().business};
    case receipt::Standing::Refused:
        return {Mark::Bar, tr("refused"), theme().pending};
    case receipt::Standing::Absent:
        return {Mark::Bar, tr("absent"), theme().pending};
    case receipt::Standing::Contradicted:
        return {Mark::Unequal, tr("contradicted"), theme().altered};
    case receipt::Standing::Pending:
        return {Mark::Quarter, tr("pending"), theme().pending};
    case receipt::Standing::Altered:
        return {Mark::Cross, tr("altered"), theme().altered};
    case receipt::Standing::NotAReceipt:
        break;
    }
    return {Mark::Ring, tr("no receipt"), theme().undecided};
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
        return finding.detail == QLatin1String("altered")
                   ? tr("The code on the paper is the one in this file, but the file was altered: that proves nothing.")
                   : tr("The code on the paper is the one of this receipt.");
    case PaperDiffers:
        return tr("The code on the paper belongs to another receipt.");
    case PaperUnreadable:
        return tr("No code of a receipt can be read in this picture. Please photograph the first page once more, from "
                  "straight above and without shadow.");
    case ArchiveMatches:
        return finding.detail == QLatin1String("altered")
                   ? tr("The archive at hand is the one named in this file, but the file was altered: that proves "
                        "nothing.")
                   : tr("The archive at hand is the one on the receipt.");
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
    case Contradicted:
        return tr("This handover was countersigned more than once. Another final receipt of the same statement: %1. "
                  "Please ask the supervisor which one holds; until then none does by itself.")
            .arg(finding.detail);
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

QString FindingText::signer(const receipt::SignatureFinding& finding)
{
    const QString part = !finding.confirmation.witness.isEmpty() ? tr("witness")
                         : finding.role == receipt::Role::Leaver ? tr("person leaving")
                                                                 : tr("supervisor");
    return tr("%1 (%2)").arg(finding.name, part);
}

QString FindingText::secondSigner(const receipt::ReceiptFinding& finding)
{
    const auto second = std::find_if(finding.signatures.begin(), finding.signatures.end(),
                                     [](const auto& one) { return one.role == receipt::Role::Supervisor; });
    return second == finding.signatures.end() ? QStringLiteral("–") : signer(*second);
}

QString FindingText::wordsOf(const receipt::SignatureFinding& signature, const receipt::ReceiptFinding& finding)
{
    const receipt::Confirmation& said = signature.confirmation;
    if (said.reservation.isEmpty()) {
        return {};
    }
    if (said.manner == receipt::Manner::Signs) {
        return tr("Reservation of %1: %2").arg(signature.name, said.reservation);
    }
    if (said.witness.isEmpty()) {
        return tr("Reason given by %1: %2").arg(signature.name, said.reservation);
    }
    if (said.manner == receipt::Manner::Refuses && finding.record) {
        return tr("Reason of %1, as told by the witness %2: %3")
            .arg(finding.record->people.supervisor.name, said.witness, said.reservation);
    }
    return tr("Note of the witness %1: %2").arg(said.witness, said.reservation);
}

QString FindingText::signature(const receipt::SignatureFinding& finding)
{
    QString line = tr("%1, %2, %3").arg(signer(finding), momentText(finding.time), level(finding.level));
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
    const receipt::Standing standing = finding.standing();
    const bool isConfirmed = standing == receipt::Standing::Confirmed || standing == receipt::Standing::Unchanged;
    if (isAltered) {
        lines += tr("This receipt was altered. Do not rely on it.");
    }
    for (const auto& each : inOrder(finding.findings)) {
        const QString line = isConfirmed || each.kind != receipt::Finding::Kind::BothIntact
                                 ? of(each)
                                 : tr("Nothing was changed since it was signed.");
        if (!lines.contains(line)) {
            lines += line;
        }
    }
    for (const auto& signature : finding.signatures) {
        lines += FindingText::signature(signature);
        if (const QString words = wordsOf(signature, finding); !words.isEmpty()) {
            lines += words;
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
