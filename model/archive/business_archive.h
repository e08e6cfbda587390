// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "archive/sealed_stream.h"
#include "core/job.h"
#include "core/secret.h"

#include <QDate>

namespace staffelstab::archive {

/** How the business mail is handed over. */
struct ArchiveOptions
{
    enum class Container { Zip, Folder, Iso };

    Container container = Container::Zip;
    QString target;
    /** Base name: NAME.zip, NAME.iso or folder NAME. */
    QString name;
    /** Goes into bag-info.txt and onto the sheet beside the archive. */
    QString caseNumber;
    QString organisation;
    QString leaverName;
    QString supervisorName;
    QDate date;
    /** "de" or "en": language of the index and the sheet. */
    QString language;
    /** Names the disc; the archive's name where it is empty. */
    QString discLabel = {};
    /** If set, the same bag is also written to NAME.sealed, for those who hold a key, without the passphrase. */
    std::shared_ptr<const ArchiveSeal> seal = {};

    /** A small file beside the mail, covered by the manifest: "directory/lea.ldif". */
    struct ExtraFile
    {
        QString path;
        QByteArray content;
    };
    std::vector<ExtraFile> extraFiles;
};

struct ArchiveReport
{
    /** Full path of the .zip or the bag's folder. */
    QString path;
    /** The .zip's size, or the bag's payload. */
    qint64 bytes = 0;
    /** SHA-256 of the .zip, or of tagmanifest-sha256.txt for a folder. */
    QByteArray sha256;
    bool isEncrypted = false;
    quint32 messages = 0;
    qint64 messageBytes = 0;
    /** The sheet in plain language that stands beside the archive. */
    QString sheetPath;
    /** The sealed copy; empty if none was wanted. */
    QString sealedPath;
    qint64 sealedBytes = 0;
    QByteArray sealedSha256;
    std::vector<SkippedMessage> skipped;
};

/**
 * A BagIt bag (RFC 8493): data/ with one .eml per message in the mailbox's folders, index.html and index.csv,
 * manifest-sha256.txt. In a ZIP the bag is packed (deflate) and stands as only entry in an AES-256 ZIP (WinZip AE-2),
 * so that names and sizes stay hidden. An ISO image is the bag for a read-only disc, not encrypted. Read back and
 * compared before success is said, the sealed copy too. Needs a passphrase for Zip.
 *
 * Cancelled or killed, it starts anew: the outer entry is one stream with one proof over all of it (HMAC, AE-2), and
 * the lists of the manifest and the index are spooled under keys that exist in memory only. Going on would need those
 * keys on the disk, or reading the part back under the passphrase, of which nothing proves yet that it is what was
 * written: AES-CTR alone lets every bit be turned unnoticed.
 */
Result<ArchiveReport> writeBusinessArchive(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                           const Secret& passphrase, JobContext& job);

/** What check-archive and the supervisor's page find. */
struct ArchiveCheck
{
    bool isIntact = false;
    /** SHA-256 as in ArchiveReport. */
    QByteArray sha256;
    quint32 messages = 0;
    quint32 files = 0;
    qint64 bytes = 0;
    /** Entries that are missing, extra or differ from the manifest, at most 100. */
    QStringList differences;
};

/**
 * Opens (decrypts in memory, streaming), hashes every file and compares with the manifest. Takes a .zip, an .iso or
 * a bag's folder. A ZIP in which a byte was changed or is missing is ArchiveDamaged; WrongPassphrase and NotAnArchive
 * say that it was not looked at. A bag that is readable but differs from its manifest is an ArchiveCheck that is not
 * intact.
 */
Result<ArchiveCheck> checkBusinessArchive(const QString& path, const Secret& passphrase, JobContext& job);

} // namespace staffelstab::archive
