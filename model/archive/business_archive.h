// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/part_log.h"
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
    std::vector<ExtraFile> extraFiles = {};

    /** If set, a Zip without a sealed copy can be gone on with by a later call. */
    PartLog* log = nullptr;
    /** So many bytes are written and noted at a time; a kill costs no more. Held in memory, twice. */
    quint64 pieceSize = 16 << 20;
};

struct ArchiveReport
{
    /** How it came about where a part of an earlier run was there. Numbers are stored. */
    enum class Beginning { Anew, WentOn, AnewAsPartWasAltered, AnewAsMailHasChanged, WentOnBeforeAlteredPiece };

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
    Beginning beginning = Beginning::Anew;
    /** Messages in it that an earlier run had written and that were not asked for again. */
    quint32 takenUp = 0;
};

/**
 * A BagIt bag (RFC 8493): data/ with one .eml per message in the mailbox's folders, index.html and index.csv,
 * manifest-sha256.txt. In a ZIP the bag is packed (deflate) and stands as only entry in an AES-256 ZIP (WinZip AE-2),
 * so that names and sizes stay hidden. An ISO image is the bag for a read-only disc, not encrypted. Read back and
 * compared before success is said, the sealed copy too. Needs a passphrase for Zip.
 *
 * A Zip with a log goes on where an earlier call was cancelled, killed or failed, if the part still lies there and the
 * plan is the same (planOf(): selection and words). The messages done are not read from the mailbox again but from the
 * part, piece by piece against the checksums in the log, so that nothing passes that was changed on the medium; the
 * keys are derived again from the passphrase, WrongPassphrase leaves the part as it is. It bears the day on which it
 * was begun. A message that has changed under the same key since stays in it as it was copied. From a piece that was
 * altered on the part is written again. What an earlier call could not read is asked for once more, unless that call
 * was in the archive's end already, behind all messages: then it stays skipped. If nothing of it is left, or what is to
 * be written again is not what was written there before (see ResumablePart), it starts anew; the report says either. A
 * failure or a cancel leaves the part where it can be gone on with, and nothing otherwise.
 */
Result<ArchiveReport> writeBusinessArchive(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                           const Secret& passphrase, JobContext& job);

/** What an earlier call has left, of whatever plan. */
struct LyingPart
{
    QString path;
    BegunPart begun;
    /** The last one that was noted of what lies there; the very beginning if too little does. */
    CopyPlace place;
};
/** What a log tells of a part; whether it is there was not looked for. */
struct NotedPart
{
    BegunPart begun;
    std::vector<PartPoint> points;
};
Result<std::optional<NotedPart>> notedPart(PartLog& log);
/**
 * Nothing if it is neither where it was begun nor in `target`, or has no place to go on from. FileExists, with the
 * path, if what has its name in `target` is not the one that was noted. Looks at media: may take as long as a share
 * that does not answer.
 */
Result<std::optional<LyingPart>> lyingPart(NotedPart noted, const QString& target);
/** The same in one. */
Result<std::optional<LyingPart>> lyingPart(PartLog& log, const QString& target = {});
/** How many messages are done at a place. */
quint32 messagesBefore(std::span<const MailSelection> selection, const CopyPlace& place);

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
