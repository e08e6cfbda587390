// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/medium_label_file.h"

#include "core/atomic_file.h"
#include "receipt/medium_label.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::handover {

Status writeMediumLabel(const HandoverCase& handover, const QString& file)
{
    const Result<QByteArray> pdf = receipt::drawMediumLabel(handover.record());
    return pdf ? AtomicFile::writeWhole(file, *pdf) : Status(pdf.failure());
}

QString labelBeside(const QString& archivePath, const QString& language)
{
    const QFileInfo archive(archivePath);
    // A folder may well have a dot in its name.
    const QString name = archive.isDir() ? archive.fileName() : archive.completeBaseName();
    return archive.dir().filePath(
        name + (language == QLatin1String("de") ? QStringLiteral("-Etikett.pdf") : QStringLiteral("-label.pdf")));
}

} // namespace staffelstab::handover
