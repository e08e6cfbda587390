// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/password_result_text.h"

#include "wizard_pages/locale_text.h"

namespace staffelstab::wizard_pages {

namespace {

using Way = handover::PasswordChoice::Way;

QString proofLine(directory::Proof proof, const QString& yes, const QString& no, const QString& unverifiable)
{
    switch (proof) {
    case directory::Proof::Yes:
        return QStringLiteral("✓ ") + yes;
    case directory::Proof::No:
        return QStringLiteral("✕ ") + no;
    case directory::Proof::Unverifiable:
        break;
    }
    return QStringLiteral("– ") + unverifiable;
}

} // namespace

QString PasswordResultText::summary(const handover::PasswordOutcome& outcome, const handover::PasswordChoice& choice)
{
    switch (outcome.way) {
    case Way::It:
        return tr("%1 of IT resets it on %2.").arg(choice.itName, dayText(choice.itDate));
    case Way::Later:
        return tr("Left open; the receipt says so.");
    case Way::Helpdesk:
        return tr("Reset on %1. Nobody holds the new password.").arg(momentText(outcome.report.changedAt));
    case Way::Directory:
        break;
    }
    return tr("Changed on %1.").arg(momentText(outcome.report.changedAt));
}

QString PasswordResultText::proofs(const handover::PasswordOutcome& outcome)
{
    if (outcome.way == Way::It || outcome.way == Way::Later) {
        return {};
    }
    return (outcome.report.isReset ? reset(outcome.report) : ownChange(outcome.report)).join(u'\n');
}

QString PasswordResultText::sealed(const handover::PasswordOutcome& outcome)
{
    QStringList lines;
    if (!outcome.letterNumber.isEmpty()) {
        lines += tr("Sealed for the supervisor in the printed letter %1.").arg(outcome.letterNumber);
    } else if (!outcome.sealPath.isEmpty()) {
        lines += tr("Sealed for the supervisor: %1").arg(outcome.sealPath);
    }
    if (outcome.report.entropyBits > 0) {
        lines += tr("The fresh password was drawn at random: %1 bit.").arg(outcome.report.entropyBits);
    }
    return lines.join(u'\n');
}

QStringList PasswordResultText::reset(const directory::PasswordChangeReport& report)
{
    return {proofLine(report.newAccepted, tr("The server took the fresh password."),
                      tr("The fresh password was tried and refused. Please tell your IT."),
                      tr("Whether the server took the fresh password could not be tried.")),
            proofLine(report.mustChange, tr("A new one must be chosen at the next sign-in; IT sets it up when needed."),
                      tr("The account is not marked for a new password. Please tell your IT."),
                      tr("Whether a new password must be chosen could not be read."))};
}

QStringList PasswordResultText::ownChange(const directory::PasswordChangeReport& report)
{
    const bool isByKerberos = report.provedBy == directory::PasswordChangeReport::ProvedBy::Kerberos;
    QStringList lines{
        proofLine(report.newAccepted, tr("The fresh password was tried and accepted."),
                  tr("The fresh password was tried and refused. Please tell your IT."),
                  tr("Whether the fresh password works could not be tried.")),
        proofLine(report.oldRefused,
                  isByKerberos ? tr("The old password was tried by Kerberos and refused.")
                               : tr("The old password was tried and refused."),
                  tr("The old password still worked right afterwards; many servers keep it valid for up to an hour."),
                  tr("Whether the old password is refused could not be tried."))};
    if (report.isChangedTwice) {
        lines +=
            QStringLiteral("✓ ") + tr("It was changed twice, so that your own one is not kept as the previous one.");
    }
    if (report.oldMayWorkUntil.isValid()) {
        lines +=
            QStringLiteral("– ") +
            tr("For some sign-ins the old password may still work until %1.").arg(momentText(report.oldMayWorkUntil));
    }
    return lines;
}

} // namespace staffelstab::wizard_pages
