// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_texts.h"

#include <QCoreApplication>

namespace staffelstab::receipt {

Section ReceiptTexts::mail(const ReceiptRecord::Mail& mail) const
{
    Section section{tr("Mail"), {tr("Decision"), tr("Messages"), tr("Size")}, {}, {}, {}, {}, false};
    const std::pair<QString, const ReceiptRecord::Count&> verdicts[] = {
        {tr("Private"), mail.privateMail},
        {tr("Business"), mail.business},
        {tr("Protected (works council, company doctor, data protection)"), mail.protectedMail},
        {tr("Undecided"), mail.undecided}};
    for (const auto& [name, count] : verdicts) {
        section.lines.push_back({name, number(count.messages), size(count.bytes)});
    }
    section.rows = {{tr("Mailboxes looked through"), number(mail.mailboxes), false},
                    {tr("Decisions made"), number(mail.decisions), false},
                    {tr("Unreadable messages"), number(mail.unreadable), false}};
    return section;
}

Section ReceiptTexts::takeaway(const ReceiptRecord::Takeaway& takeaway) const
{
    Section section{tr("Private mail"), {}, {}, {}, {}, {}, false};
    if (takeaway.action == QLatin1String("take")) {
        section.rows.push_back({tr("Way"),
                                takeaway.isEncrypted
                                    ? tr("Taken along in an encrypted copy, which was read back and compared")
                                    : tr("Taken along in a copy, which was read back and compared"),
                                false});
        section.rows.push_back({tr("Messages copied"), number(takeaway.copied), false});
    } else if (takeaway.action == QLatin1String("delete")) {
        section.rows.push_back({tr("Way"), tr("Removed without a copy"), false});
    } else {
        section.rows.push_back({tr("Way"), tr("Left in the mailbox"), false});
    }
    if (takeaway.action != QLatin1String("leave")) {
        section.rows.push_back({tr("Removed from the mailbox"), number(takeaway.removed), false});
    }
    section.rows.push_back({tr("Still in the mailbox"), number(takeaway.kept), false});
    if (takeaway.removed > 0) {
        section.paragraphs.append(tr("Backups of the mail server may still hold removed messages."));
    }
    return section;
}

Section ReceiptTexts::archive(const ReceiptRecord::Archive& archive) const
{
    Section section{tr("Business archive"), {}, {}, {}, {}, {}, false};
    const bool isFolder = archive.container == QLatin1String("folder");
    section.rows.push_back({isFolder ? tr("Folder") : tr("File"), archive.fileName, false});
    section.rows.push_back({tr("Size"),
                            archive.bytes < 1024 ? size(archive.bytes)
                                                 : tr("%1 (%2 bytes)").arg(size(archive.bytes), number(archive.bytes)),
                            false});
    section.rows.push_back({tr("Messages"), number(archive.messages), false});
    if (archive.skipped > 0) {
        section.rows.push_back({tr("Messages left out"), number(archive.skipped), false});
    }
    section.rows.push_back(
        {tr("Encryption"), archive.isEncrypted ? tr("AES-256, opens with a passphrase") : tr("none"), false});
    if (!archive.mediumLabel.isEmpty()) {
        section.rows.push_back({tr("Medium"), archive.mediumLabel, false});
    }
    section.rows.push_back(
        {isFolder ? tr("SHA-256 of the tag manifest") : tr("SHA-256"), inGroups(archive.sha256), true});
    return section;
}

QString ReceiptTexts::proof(ReceiptRecord::Proof proof) const
{
    switch (proof) {
    case ReceiptRecord::Proof::Yes:
        return tr("yes, tried out");
    case ReceiptRecord::Proof::No:
        return tr("no, tried out");
    case ReceiptRecord::Proof::Unverifiable:
        break;
    }
    return tr("could not be tried out");
}

Section ReceiptTexts::password(const ReceiptRecord::Password& password) const
{
    Section section{tr("Password"), {}, {}, {}, {}, {}, false};
    if (password.way == QLatin1String("it")) {
        section.rows.push_back({tr("Way"), tr("Reset by IT; the person leaving hands over no password"), false});
        if (!password.itName.isEmpty()) {
            section.rows.push_back({tr("Reset by"), password.itName, false});
        }
        if (password.itDate.isValid()) {
            section.rows.push_back({tr("Date agreed"), date(password.itDate), false});
        }
        return section;
    }
    if (!password.isChanged) {
        section.rows.push_back({tr("Way"), tr("Not changed"), false});
        return section;
    }
    section.rows.push_back({tr("Way"),
                            password.isChangedTwice ? tr("Changed twice in the company directory")
                                                    : tr("Changed in the company directory"),
                            false});
    if (password.changedAt.isValid()) {
        section.rows.push_back({tr("Changed on"), time(password.changedAt), false});
    }
    section.rows.push_back({tr("New password accepted"), proof(password.newAccepted), false});
    section.rows.push_back({tr("Old password refused"), proof(password.oldRefused), false});
    addSeal(section, password);
    return section;
}

void ReceiptTexts::addSeal(Section& section, const ReceiptRecord::Password& password) const
{
    if (password.sealedBy == QLatin1String("certificate")) {
        section.rows.push_back({tr("Sealed for"), tr("the supervisor's certificate"), false});
    } else if (password.sealedBy == QLatin1String("code")) {
        section.rows.push_back({tr("Sealed under"), tr("a one-time code of the supervisor"), false});
    } else {
        section.rows.push_back({tr("Sealed"), tr("no"), false});
        return;
    }
    if (!password.sealFileName.isEmpty()) {
        section.rows.push_back({tr("Sealed file"), password.sealFileName, false});
    }
    if (!password.sealSha256.isEmpty()) {
        section.rows.push_back({tr("SHA-256 of the sealed file"), inGroups(password.sealSha256), true});
    }
}

QString ReceiptTexts::openPoint(const ReceiptRecord::OpenPoint& point) const
{
    const std::pair<const char*, QString> sentences[] = {
        {"undecided_mail", tr("Messages without a decision: %1. They stay in the mailbox.")},
        {"not_removed", tr("Private messages that could not be removed from the mailbox: %1.")},
        {"left_in_mailbox", tr("Private messages left in the mailbox: %1.")},
        {"changed_since_scan", tr("Messages that changed after they were looked through and were left alone: %1.")},
        {"unreadable_mail", tr("Messages that could not be read: %1.")},
        {"skipped_in_archive", tr("Business messages that are not in the archive: %1.")},
        {"no_mailbox", tr("No mailbox was looked through.")},
        {"private_not_copied", tr("Private messages that could not be copied: %1.")},
        {"protected_mail", tr("Protected messages that stay in the mailbox: %1.")},
        {"no_archive", tr("No business archive was made.")},
        {"archive_not_encrypted", tr("The business archive is not encrypted.")},
        {"no_takeaway", tr("Nothing was decided about the private mail.")},
        {"no_password_change", tr("The password has not been changed yet.")},
        {"password_change_interrupted",
         tr("A password change was interrupted; whether the password was changed is not known.")},
        {"old_password_valid", tr("The old password was still accepted after the change.")},
        {"old_password_unverified", tr("It could not be tried out whether the old password is refused.")},
        {"new_password_unverified", tr("It could not be tried out whether the new password is accepted.")},
        {"password_not_sealed", tr("The new password has not been sealed for the supervisor.")},
        {"password_by_it", tr("IT has still to reset the password.")},
        {"policy_not_confirmed", tr("The company rules were not confirmed as read.")},
    };
    for (const auto& [code, sentence] : sentences) {
        if (point.code == QLatin1String(code)) {
            return sentence.contains(QLatin1String("%1")) ? sentence.arg(number(point.count)) : sentence;
        }
    }
    return point.count > 0 ? tr("Open: %1 (%2)").arg(point.code, number(point.count)) : tr("Open: %1").arg(point.code);
}

QString openPointText(const ReceiptRecord::OpenPoint& point, const QString& language)
{
    return ReceiptTexts(language).openPoint(point);
}

QString openPointText(const ReceiptRecord::OpenPoint& point)
{
    // The program's translator answers this one question: does it speak German now?
    const QString language =
        QCoreApplication::translate("staffelstab::receipt", "en", "language of the receipt's sentences: de or en");
    return openPointText(point, language);
}

} // namespace staffelstab::receipt
