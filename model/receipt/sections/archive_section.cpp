// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/archive_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const ArchiveSection& archive)
{
    QJsonObject object{{QStringLiteral("file"), archive.fileName},
                       {QStringLiteral("bytes"), archive.bytes},
                       {QStringLiteral("sha256"), QString::fromLatin1(archive.sha256.toHex())},
                       {QStringLiteral("messages"), qint64{archive.messages}},
                       {QStringLiteral("skipped"), qint64{archive.skipped}},
                       {QStringLiteral("encrypted"), archive.isEncrypted},
                       {QStringLiteral("container"), archive.container},
                       {QStringLiteral("medium"), archive.mediumLabel},
                       {QStringLiteral("sealed_file"), archive.sealedFileName},
                       {QStringLiteral("sealed_sha256"), QString::fromLatin1(archive.sealedSha256.toHex())}};
    if (!archive.beginning.isEmpty()) {
        object.insert(QStringLiteral("beginning"), archive.beginning);
        object.insert(QStringLiteral("taken_up"), qint64{archive.takenUp});
    }
    return object;
}

ArchiveSection read(const Fields& fields)
{
    return {fields.text("file"),
            fields.integer("bytes"),
            fields.digest("sha256"),
            fields.number("messages"),
            fields.number("skipped"),
            fields.yes("encrypted"),
            fields.choice("container", {"zip", "folder", "iso"}),
            fields.text("medium"),
            fields.text("sealed_file"),
            fields.digest("sealed_sha256"),
            fields.choice("beginning", {"went_on", "went_on_before_altered", "anew_part_altered", "anew_mail_changed"}),
            fields.number("taken_up")};
}

} // namespace

QString ReceiptTexts::howItWasWritten(const ArchiveSection& archive) const
{
    if (archive.beginning == QLatin1String("went_on")) {
        return tr("in several runs; messages from an earlier run, compared with its checksums: %1")
            .arg(number(archive.takenUp));
    }
    if (archive.beginning == QLatin1String("went_on_before_altered")) {
        return tr("in several runs; messages from an earlier run, compared with its checksums: %1; what came behind "
                  "them "
                  "was no longer as it had been written, and was written again")
            .arg(number(archive.takenUp));
    }
    if (archive.beginning == QLatin1String("anew_part_altered")) {
        return tr("anew; what an earlier run had left on the medium was no longer as it had been written");
    }
    if (archive.beginning == QLatin1String("anew_mail_changed")) {
        return tr("anew; messages, decisions or the program had changed since an earlier run");
    }
    return {};
}

template <>
Section ReceiptTexts::say(const ArchiveSection& archive) const
{
    Section section = titled(tr("Business archive"));
    const bool isFolder = archive.container == QLatin1String("folder");
    section.addRow(isFolder ? tr("Folder") : tr("File"), archive.fileName);
    section.addRow(tr("Size"), archive.bytes < 1024
                                   ? size(archive.bytes)
                                   : tr("%1 (%2 bytes)").arg(size(archive.bytes), number(archive.bytes)));
    section.addRow(tr("Messages"), number(archive.messages));
    if (archive.skipped > 0) {
        section.addRow(tr("Messages left out"), number(archive.skipped));
    }
    section.addRowIf(tr("How it was written"), howItWasWritten(archive));
    section.addRow(tr("Encryption"), archive.isEncrypted ? tr("AES-256, opens with a passphrase") : tr("none"));
    section.addRowIf(tr("Medium"), archive.mediumLabel);
    section.addDigest(isFolder ? tr("SHA-256 of the tag manifest") : tr("SHA-256"), inGroups(archive.sha256));
    if (!archive.sealedFileName.isEmpty()) {
        section.addRow(tr("Sealed copy, opens with a certificate's key only"), archive.sealedFileName);
        section.addDigest(tr("SHA-256 of the sealed copy"), inGroups(archive.sealedSha256));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const ArchiveSection& archive) const
{
    QString text = tr("%1: messages %2, %3, %4")
                       .arg(archive.fileName, number(archive.messages), size(archive.bytes),
                            archive.isEncrypted ? tr("encrypted with AES-256") : tr("not encrypted"));
    if (archive.skipped > 0) {
        text += tr("; left out %1").arg(number(archive.skipped));
    }
    if (!archive.mediumLabel.isEmpty()) {
        text += tr("; medium %1").arg(archive.mediumLabel);
    }
    if (!archive.sealedFileName.isEmpty()) {
        text += tr("; also as a sealed copy");
    }
    return {text};
}

template <>
std::vector<Receivable> ReceiptTexts::receivables(const ArchiveSection&) const
{
    return {{QStringLiteral("archive"), tr("Business archive received")}};
}

template <>
QString ReceiptTexts::openPoint(const ArchiveSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(
        point,
        {{"no_archive", tr("No business archive was made.")},
         {"void_archive", tr("Archives with mail that was decided differently later, not removed: %1.")},
         {"void_archive_said_gone",
          tr("Archives with mail that was decided differently later, gone according to the leaver, not proved: %1.")},
         {"skipped_in_archive", tr("Business messages that are not in the archive: %1.")},
         {"archive_not_encrypted", tr("The business archive is not encrypted.")}});
}

SectionKind archiveSection()
{
    return sectionKind<ArchiveSection>(300, write, read);
}

} // namespace staffelstab::receipt
