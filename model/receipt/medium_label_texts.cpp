// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_texts.h"
#include "receipt/sections/archive_section.h"
#include "receipt/sections/follow_ups_section.h"

namespace staffelstab::receipt {

namespace {

bool isPlainFolder(const ArchiveSection& archive)
{
    return archive.container == QLatin1String("folder");
}

/** As sha256sum writes it, so that the line can be given to `sha256sum -c` as it stands. */
QString sumLine(const ArchiveSection& archive)
{
    const QString file =
        isPlainFolder(archive) ? archive.fileName + QStringLiteral("/tagmanifest-sha256.txt") : archive.fileName;
    return QString::fromLatin1(archive.sha256.toHex()) + QStringLiteral("  ") + file;
}

} // namespace

Section ReceiptTexts::mediumLabel(const ReceiptRecord& record, const ArchiveSection& archive) const
{
    Section label = titled(tr("Business archive"));
    label.addRow(tr("Handover"), record.caseNumber);
    label.addRowIf(tr("Medium"), archive.mediumLabel);
    label.addRow(tr("Handed over by"), record.people.leaver.name);
    label.addRow(tr("Date"), date(record.madeAt.toLocalTime().date()));
    label.addRow(tr("File"), archive.fileName);
    label.addRow(tr("Protection"), archive.isEncrypted ? tr("Locked with a passphrase (AES-256)")
                                                       : tr("Not encrypted: keep it under lock and key"));
    if (const auto* followUps = record.find<FollowUpsSection>()) {
        for (const FollowUpsSection::Date& one : followUps->dates) {
            if (one.kind == QLatin1String("archive_retention_ends")) {
                label.addRow(tr("Retention"), tr("%1, until %2").arg(one.subject, date(one.on)));
            }
        }
    }
    label.addDigest(tr("SHA-256"), inGroups(archive.sha256));
    return label;
}

std::vector<Section> ReceiptTexts::howToOpen(const ArchiveSection& archive) const
{
    Section open = titled(tr("How to open the archive"));
    if (archive.container == QLatin1String("zip")) {
        const QString inner = archive.fileName.chopped(4) + QStringLiteral(".bag.zip");
        open.points = {
            tr("You need 7-Zip (free, 7-zip.org) or another program that opens ZIP files with AES-256. Windows "
               "Explorer alone cannot."),
            tr("Open “%1” and enter the passphrase. It does not stand here; you receive it apart from the "
               "medium. Inside is a single file, “%2”.")
                .arg(archive.fileName, inner),
            tr("Unpack this file and open “index.html” in the unpacked folder with a browser. No internet "
               "connection is needed.")};
    } else if (archive.container == QLatin1String("iso")) {
        open.points = {
            tr("If it is on a disc, insert it. If you have the file “%1”, open it by a double click: Windows, "
               "macOS and Linux show it like a disc. 7-Zip opens it too.")
                .arg(archive.fileName),
            tr("Open “index.html” in the one folder on it with a browser. No internet connection is needed.")};
    } else {
        open.points = {tr("Open “index.html” in the folder “%1” with a browser. No internet connection is needed.")
                           .arg(archive.fileName)};
    }
    Section inside = titled(tr("What is inside"));
    inside.paragraphs = {tr("Business messages: %1. Each is one .eml file in the folders of the mailbox, below “data”. "
                            "index.html is a list to read, index.csv one for spreadsheets.")
                             .arg(number(archive.messages))};
    if (archive.skipped > 0) {
        inside.paragraphs.append(
            tr("Messages that could not be read and are missing: %1.").arg(number(archive.skipped)));
    }
    Section check = titled(tr("How to check it"));
    check.paragraphs = {
        tr("With Staffelstab: “Verify and print” with the receipt. Without it, put this line into a file "
           "beside the archive and run “sha256sum -c” on it; in the unpacked folder, “sha256sum -c "
           "manifest-sha256.txt” checks each file.")};
    check.addDigest(tr("Line"), sumLine(archive));
    Section meaning = titled({});
    meaning.isSmall = true;
    meaning.paragraphs = {
        tr("This is a copy for the handover. It does not replace the archive that tax law demands (GoBD).")};
    return {open, inside, check, meaning};
}

} // namespace staffelstab::receipt
