// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace staffelstab {

/**
 * Why something could not be done, as a fact. The sentence for the user, with what to do next, is made in one place
 * (wizard_pages/failure_text). `subject` names the thing it happened to (a file, a host, a folder) and may be shown;
 * `detail` is technical, goes on a detail line, and never holds mail content or a secret.
 */
struct Failure
{
    enum class Kind {
        Cancelled,
        // files and media
        FileNotFound,
        FileNotReadable,
        FileNotWritable,
        FileExists,
        DiskFull,
        TooLargeForMedium,
        MediumGone,
        ReadBackDiffers,
        PathUnsafe,
        FileChanged,
        SecretFileTooOpen,
        // network
        HostNotFound,
        ConnectionRefused,
        ConnectionLost,
        TimedOut,
        NoEncryption,
        CertificateUnknown,
        CertificateSelfSigned,
        CertificateExpired,
        CertificateWrongName,
        CertificateFileUnusable,
        TlsFailed,
        ServerRefused,
        ProtocolError,
        LimitExceeded,
        // login and account
        LoginRefused,
        SignInUnsupported,
        AccountLocked,
        AccountDisabled,
        AccountExpired,
        PasswordExpired,
        PasswordMustChange,
        PasswordPolicyRefused,
        PasswordTooYoung,
        NotPermitted,
        NoSuchEntry,
        // mailboxes
        MailboxDamaged,
        FolderGone,
        FolderChanged,
        MessageGone,
        MessageChanged,
        MessageUnreadable,
        SharingUnsupported,
        RemovalUnsupported,
        // archives
        WrongPassphrase,
        NotAnArchive,
        ArchiveDamaged,
        ArchiveDiffers,
        // receipts and keys
        NotAReceipt,
        ReceiptAltered,
        AlreadySigned,
        ReceiptDiffers,
        KeyUnusable,
        SignerCertificateExpired,
        SignerCertificateRevoked,
        TokenDriverUnusable,
        TokenMissing,
        TokenRemoved,
        PinWrong,
        PinLocked,
        CertificateUnusable,
        TimestampRefused,
        NotASeal,
        PrintFailed,
        SealRefused,
        // inputs and case
        BadInput,
        PolicyNotTrusted,
        KeyStoreUnavailable,
        KeyStoreLocked,
        CaseDamaged,
        CaseTooNew,
        CaseInUse,
        NotAllowedNow,
        AlreadyDone,
        Internal,
        // Case files keep the number: a new kind, whatever it is of, goes to the very end.
        StillInMailbox,
        RemovalUnproven,
    };
    static constexpr Kind lastKind = Kind::RemovalUnproven;

    Kind kind = Kind::Internal;
    QString subject;
    QString detail;
};

} // namespace staffelstab
