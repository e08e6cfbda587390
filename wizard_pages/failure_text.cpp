// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/failure_text.h"

namespace staffelstab::wizard_pages {

namespace {

/** Puts the subject in front of the sentence when there is one. */
QString about(const Failure& failure, const QString& sentence)
{
    return failure.subject.isEmpty() ? sentence : QStringLiteral("%1: %2").arg(failure.subject, sentence);
}

} // namespace

QString FailureText::of(const Failure& failure)
{
    using enum Failure::Kind;
    if (failure.kind == Cancelled) {
        return tr("Stopped as you asked. Nothing was lost; you can start again at any time.");
    }
    if (failure.kind <= SecretFileTooOpen) {
        return about(failure, file(failure));
    }
    if (failure.kind <= LimitExceeded) {
        return about(failure, network(failure));
    }
    if (failure.kind <= NoSuchEntry) {
        return about(failure, account(failure));
    }
    if (failure.kind <= RemovalUnsupported || failure.kind == StillInMailbox || failure.kind == RemovalUnproven) {
        return about(failure, mailbox(failure));
    }
    if (failure.kind <= ArchiveDiffers) {
        return about(failure, archive(failure));
    }
    if (failure.kind <= SealRefused) {
        return about(failure, receipt(failure));
    }
    return about(failure, other(failure));
}

QString FailureText::detail(const Failure& failure)
{
    // Words of our own that the sentence has said already.
    static const QStringList said{
        QStringLiteral("pending"),         QStringLiteral("beside"),           QStringLiteral("receipt"),
        QStringLiteral("there"),           QStringLiteral("too_weak_there"),   QStringLiteral("cut_off"),
        QStringLiteral("folders_lost"),    QStringLiteral("nothing_readable"), QStringLiteral("gone_not_proved"),
        QStringLiteral("content_damaged"), QStringLiteral("not_checked"),      QStringLiteral("trash")};
    const bool isSaid = said.contains(failure.detail) || !unsoundMailbox(failure.detail).isEmpty() ||
                        !noMailbox(failure.detail).isEmpty();
    return isSaid ? QString() : failure.detail;
}

QString FailureText::file(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::FileNotFound:
        return tr("This file or folder is not there. Please check the path and choose it again.");
    case Failure::Kind::FileNotReadable:
        return tr(
            "This file cannot be read. Nothing was changed. Please check its permissions, or choose another one.");
    case Failure::Kind::FileNotWritable:
        return tr("Nothing can be written here. Your mail is untouched. Please choose another folder or medium.");
    case Failure::Kind::FileExists:
        if (failure.detail == QLatin1String("receipt")) {
            return tr(
                "Another file lies where the receipt signed by both belongs, and it was left as it is. Please put "
                "that file elsewhere and try again.");
        }
        return tr("There is already something with this name, and it was left as it is. Please choose another folder.");
    case Failure::Kind::DiskFull:
        return tr(
            "There is too little room on this medium. Your mail is untouched. Please make room or choose a larger "
            "medium.");
    case Failure::Kind::TooLargeForMedium:
        return tr("What is to be written can become larger than this medium holds in one file (FAT32: 4 GiB). Nothing "
                  "was begun. Please choose a medium formatted as exFAT or NTFS.");
    case Failure::Kind::MediumGone:
        return tr("The medium was removed or no longer answers. Your mail is untouched. Please connect it again and "
                  "repeat the step.");
    case Failure::Kind::ReadBackDiffers:
        return tr("What was read back differs from what was written: the medium is not reliable. Nothing was removed "
                  "from the mailbox. Please use another medium.");
    case Failure::Kind::PathUnsafe:
        return tr("This name would lead out of the chosen folder and was refused. Nothing was written outside. Please "
                  "choose another folder.");
    case Failure::Kind::FileChanged:
        return tr("This file or its copy is no longer what was copied and compared, so it was left where it is. Please "
                  "copy it again.");
    default:
        return tr("Others can read this file, so the password in it was not used. Please let only its owner read it.");
    }
}

QString FailureText::network(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::HostNotFound:
        return tr("No server with this name was found. Your mail is untouched. Please check the name and the network.");
    case Failure::Kind::ConnectionRefused:
        return tr("The server does not accept the connection. Your mail is untouched. Please check server and port, or "
                  "ask your IT.");
    case Failure::Kind::ConnectionLost:
        return tr("The connection was lost. Nothing is lost: what was confirmed stays, the rest can be repeated.");
    case Failure::Kind::TimedOut:
        return tr("The server did not answer in time. Nothing is lost. Please try again in a while.");
    case Failure::Kind::NoEncryption:
        return tr("The server offers no encrypted connection, so no password was sent. Please ask your IT for the "
                  "right settings.");
    case Failure::Kind::CertificateUnknown:
        return tr("The server's certificate was issued by a body this computer does not know, so no password was sent. "
                  "Please choose your company's CA file.");
    case Failure::Kind::CertificateSelfSigned:
        return tr("The server's certificate vouches for itself only, so no password was sent. Please choose your "
                  "company's CA file, or ask your IT.");
    case Failure::Kind::CertificateExpired:
        return tr("The server's certificate has expired, so no password was sent. Please tell your IT.");
    case Failure::Kind::CertificateWrongName:
        return tr("The server's certificate is made out to another name, so no password was sent. Please check the "
                  "server name.");
    case Failure::Kind::CertificateFileUnusable:
        return tr("This file holds no certificate that can be used. Please choose a PEM file.");
    case Failure::Kind::TlsFailed:
        return tr("No secure connection could be made, so no password was sent. Please tell your IT the detail line.");
    case Failure::Kind::ServerRefused:
        return tr(
            "The server refused the request. What was confirmed before stays. The detail line says what it answered.");
    case Failure::Kind::ProtocolError:
        return tr("The server answered something that cannot be understood. Your mail is untouched. Please tell your "
                  "IT the detail line.");
    default:
        return tr("This is larger than what can be handled safely. It was left as it is.");
    }
}

QString FailureText::account(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::LoginRefused:
        return tr("User name or password was not accepted. Nothing was changed. Please type them again.");
    case Failure::Kind::SignInUnsupported:
        return tr("The server does not offer the chosen kind of sign-in. Nothing was sent to it. Please choose another "
                  "kind or ask your IT.");
    case Failure::Kind::AccountLocked:
        return tr("This account is locked, perhaps after too many attempts. Nothing was changed. Please ask your IT to "
                  "unlock it.");
    case Failure::Kind::AccountDisabled:
        return tr("This account is disabled. Nothing was changed. Please ask your IT.");
    case Failure::Kind::AccountExpired:
        return tr("This account has expired. Nothing was changed. Please ask your IT.");
    case Failure::Kind::PasswordExpired:
        return tr("The password has expired. Please change it in the usual way first, or let your IT reset it.");
    case Failure::Kind::PasswordMustChange:
        return tr("The server asks for a password change first. Please change it in the usual way, then come back.");
    case Failure::Kind::PasswordPolicyRefused:
        return tr("The directory refused the new password. The old one is still valid. Please let your IT reset it.");
    case Failure::Kind::PasswordTooYoung:
        return tr("The password was changed so recently that the directory allows no other change yet. The old one is "
                  "still valid. Please try again later or let your IT reset it.");
    case Failure::Kind::NotPermitted:
        return tr("This account may not do that. Nothing was changed. Please ask your IT.");
    default:
        return tr("There is no such entry. Please check what you typed.");
    }
}

QString FailureText::mailbox(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::MailboxDamaged:
        if (const QString said = unsoundMailbox(failure.detail); !said.isEmpty()) {
            return said;
        }
        return tr("The mailbox is damaged at this place. What could be read is listed; nothing was changed in it.");
    case Failure::Kind::FolderGone:
        return tr("This folder is no longer there. Please read the mailbox again.");
    case Failure::Kind::FolderChanged:
        return tr("The server has rebuilt this folder since it was read, so nothing in it was removed. Please read the "
                  "mailbox again.");
    case Failure::Kind::MessageGone:
        return tr("This message is no longer in the mailbox. Somebody else may have moved or deleted it.");
    case Failure::Kind::MessageChanged:
        return tr("This message has changed since it was read, so it was not removed. Please read the mailbox again.");
    case Failure::Kind::MessageUnreadable:
        return tr("This message cannot be read. It stays in the mailbox as it is.");
    case Failure::Kind::StillInMailbox:
        return tr("This message still lies there. Please try again, or delete it there yourself.");
    case Failure::Kind::RemovalUnproven:
        return tr("Whether this message is gone from the account cannot be seen. Please look for it there, in the "
                  "trash and among all mail too, and delete it yourself if you find it.");
    case Failure::Kind::SharingUnsupported:
        return tr("This server cannot share folders. Nothing was changed. Please ask your IT to do it.");
    default:
        if (failure.detail == QLatin1String("trash")) {
            return tr("On this server mail is gone only once it is removed from the trash, and the server does not let "
                      "this program do that. Nothing was removed. Please let the account show its trash in IMAP "
                      "programs, or delete the mail yourself.");
        }
        return tr("This kind of mailbox cannot remove messages. Everything stays in it; please delete there yourself.");
    }
}

QString FailureText::archive(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::WrongPassphrase:
        return tr("This passphrase does not open it. Please type it again; capital letters matter.");
    case Failure::Kind::NotAnArchive:
        return tr("This is not a handover archive. Please choose the file that was handed over.");
    case Failure::Kind::ArchiveDamaged:
        return tr(
            "The archive is damaged and cannot be read to its end. Please make it anew, or ask for another copy.");
    default:
        return tr("The archive's content differs from its own list of checksums. It was changed after it was made.");
    }
}

QString FailureText::receipt(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::NotAReceipt:
        return tr("This file is not a handover receipt. Please choose the PDF that was signed.");
    case Failure::Kind::ReceiptAltered:
        return tr(
            "This receipt was changed after it was signed and was not signed again. Please ask for the original file.");
    case Failure::Kind::AlreadySigned:
        if (failure.detail == QLatin1String("beside")) {
            return tr("This receipt was countersigned already; the file signed by both lies beside it. Nothing was "
                      "signed. In the handover, go one page back and bring it in.");
        }
        return tr("This signature is already there. Nothing was changed.");
    case Failure::Kind::ReceiptDiffers:
        return failure.detail == QLatin1String("pending")
                   ? tr("This file still lacks the countersignature. Nothing was changed. Please choose the file that "
                        "came back signed by both.")
                   : tr("This is not the receipt that was signed in this handover, or it was altered. Nothing was "
                        "changed. Please choose the file that came back.");
    case Failure::Kind::KeyUnusable:
        if (failure.detail == QLatin1String("too_weak")) {
            return tr("The company's rules want a stronger signature. Please sign with a certificate of your own that "
                      "comes from an authority the rules name.");
        }
        if (failure.detail == QLatin1String("too_weak_there")) {
            return tr("The company's rules want a stronger countersignature than this receipt has. Nothing was brought "
                      "in. Please have it countersigned with a certificate from an authority the rules name, or here.");
        }
        return key(failure);
    case Failure::Kind::SignerCertificateExpired:
        return tr("This certificate is not valid today. Nothing was signed. Please sign with another certificate, or "
                  "without one of your own. If the date is wrong, set this computer's clock.");
    case Failure::Kind::SignerCertificateRevoked:
        if (failure.detail == QLatin1String("there")) {
            return tr("The countersignature was made with a certificate that its authority had revoked. Nothing was "
                      "brought in. Please have it countersigned with another certificate.");
        }
        return tr("The authority that issued this certificate has revoked it. Nothing was signed. Please sign with "
                  "another certificate, or without one of your own.");
    case Failure::Kind::TokenDriverUnusable:
        return tr(
            "The program for smart cards on this computer cannot be used. Nothing was signed. Please ask your IT, "
            "or sign without a card.");
    case Failure::Kind::TokenMissing:
        return tr("No smart card or token was found. Please put it into the reader and look again.");
    case Failure::Kind::TokenRemoved:
        return tr("The card no longer answers: it was pulled out, or the reader was. Nothing was signed and nothing is "
                  "lost. Please put it in again and sign once more.");
    case Failure::Kind::PinWrong:
        return tr("The card did not accept this PIN. Nothing was signed. Please type it again; after some wrong ones "
                  "the card locks itself.");
    case Failure::Kind::PinLocked:
        return tr("The card is locked after too many wrong PINs. Nothing was signed. Please unlock it with its PUK, or "
                  "sign without the card.");
    case Failure::Kind::CertificateUnusable:
        return tr("This certificate cannot be used here. Please choose another one.");
    case Failure::Kind::TimestampRefused:
        if (failure.detail == QLatin1String("there")) {
            return tr("The company's rules want a time-stamp on the countersignature, and this receipt has none that "
                      "they accept. Nothing was brought in. Please have it countersigned with these rules, or here.");
        }
        return tr("The time-stamp server gave no valid stamp. Nothing was signed. Please try again later.");
    case Failure::Kind::PrintFailed:
        return tr("The printer did not print the letter. Nothing was changed. Please look at the printer, or choose "
                  "another one.");
    case Failure::Kind::NotASeal:
        return tr("This file is not a sealed password. Please choose the file ending in “.seal”.");
    default:
        return tr("The seal does not open. Code or key do not belong to it, or it comes from another handover.");
    }
}

QString FailureText::key(const Failure& failure)
{
    if (failure.detail == QLatin1String("several_certificates")) {
        return tr("There are several certificates to sign with. Please choose one of them.");
    }
    if (failure.detail == QLatin1String("no_such_certificate")) {
        return tr("There is no such certificate for signing on the card. Please choose another one, or sign without "
                  "the card.");
    }
    if (failure.detail == QLatin1String("several_keys")) {
        return tr(
            "This file holds several keys, and nobody can tell which one is meant. Please choose a file with your "
            "signing key alone.");
    }
    if (failure.detail == QLatin1String("unknown_extension")) {
        return tr(
            "This certificate carries a condition that this program does not know, so it is not used for signing. "
            "Please choose another one, or sign without a certificate of your own.");
    }
    return tr("This key file cannot be used for signing. Please choose another one, or sign without a certificate of "
              "your own.");
}

QString FailureText::other(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::BadInput:
        if (const QString said = noMailbox(failure.detail); !said.isEmpty()) {
            return said;
        }
        return tr("Something in this input is not right. The detail line says where. Nothing was changed.");
    case Failure::Kind::PolicyNotTrusted:
        return tr("Your company accepts only signed policies, and this one has no valid signature. Please ask IT for "
                  "the signed file. Nothing was changed.");
    case Failure::Kind::KeyStoreUnavailable:
        return tr("This computer has no key store that answers. Passwords are kept in memory only and asked for again "
                  "after a restart.");
    case Failure::Kind::KeyStoreLocked:
        return tr("The key store is locked. Please unlock it, or type the password again.");
    case Failure::Kind::CaseDamaged:
        return tr("This handover file is damaged and cannot be opened. It was left as it is. Please ask your IT for a "
                  "backup of it.");
    case Failure::Kind::CaseTooNew:
        return tr("This handover was saved by a newer version of the program. Please use that version.");
    case Failure::Kind::CaseInUse:
        return tr("This handover is open in another window. Please close it there first.");
    case Failure::Kind::NotAllowedNow:
        if (failure.subject == QLatin1String("clock")) {
            return tr("This computer's clock is behind the time on the receipt. Nothing was signed. Please set the "
                      "clock.");
        }
        return tr("This cannot be done at this point of the handover. The steps before it come first.");
    case Failure::Kind::AlreadyDone:
        return tr("This was done already and is not done twice.");
    default:
        return tr("Something went wrong inside the program. Nothing was removed. Please repeat the step; if it happens "
                  "again, tell your IT the detail line.");
    }
}

} // namespace staffelstab::wizard_pages
