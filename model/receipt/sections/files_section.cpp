// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/files_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const FilesSection& files)
{
    return {{QStringLiteral("business_files"), qint64{files.businessFiles}},
            {QStringLiteral("business_bytes"), files.businessBytes},
            {QStringLiteral("manifest_sha256"), QString::fromLatin1(files.manifestSha256.toHex())},
            {QStringLiteral("private_files"), qint64{files.privateFiles}},
            {QStringLiteral("private_bytes"), files.privateBytes},
            {QStringLiteral("removed"), qint64{files.removed}}};
}

FilesSection read(const Fields& fields)
{
    return {fields.number("business_files"), fields.integer("business_bytes"), fields.digest("manifest_sha256"),
            fields.number("private_files"),  fields.integer("private_bytes"),  fields.number("removed")};
}

} // namespace

template <>
Section ReceiptTexts::say(const FilesSection& files) const
{
    Section section = titled(tr("Files"));
    if (files.businessFiles > 0) {
        section.addRow(
            tr("Business files handed over"),
            tr("%1 (%2), copied, read back and compared").arg(number(files.businessFiles), size(files.businessBytes)));
        section.addDigest(tr("SHA-256 of the list of files (manifest-sha256.txt)"), inGroups(files.manifestSha256));
    }
    if (files.privateFiles > 0) {
        section.addRow(
            tr("Private files taken along"),
            tr("%1 (%2), copied, read back and compared").arg(number(files.privateFiles), size(files.privateBytes)));
        section.addRow(tr("Removed from the computer"), number(files.removed));
    }
    if (files.businessFiles == 0 && files.privateFiles == 0) {
        section.paragraphs.append(tr("No files were copied."));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const FilesSection& files) const
{
    QStringList parts;
    if (files.businessFiles > 0) {
        parts.append(
            tr("business files handed over: %1 (%2)").arg(number(files.businessFiles), size(files.businessBytes)));
    }
    if (files.privateFiles > 0) {
        parts.append(tr("private files taken along: %1 (%2), removed from the computer: %3")
                         .arg(number(files.privateFiles), size(files.privateBytes), number(files.removed)));
    }
    return parts.isEmpty() ? Brief{tr("none copied"), true} : Brief{parts.join(QStringLiteral("; "))};
}

template <>
std::vector<Receivable> ReceiptTexts::receivables(const FilesSection& files) const
{
    return files.businessFiles > 0 ? std::vector<Receivable>{{QStringLiteral("files"), tr("Business files received")}}
                                   : std::vector<Receivable>{};
}

template <>
QString ReceiptTexts::openPoint(const FilesSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_files", tr("Nothing was decided about the files.")},
                           {"files_not_copied", tr("Files that could not be copied: %1.")},
                           {"files_undecided", tr("Undecided files, which stay on the computer: %1.")},
                           {"files_not_removed", tr("Private files left on the computer: %1.")}});
}

SectionKind filesSection()
{
    return sectionKind<FilesSection>(340, write, read);
}

} // namespace staffelstab::receipt
