// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/output_place.h"

#include "archive/safe_name.h"
#include "core/platform.h"
#include "core/removable_drives.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace staffelstab::archive {

namespace {

/** For label, sheet and what the file system itself needs. */
constexpr qint64 reserve = 2LL << 20;

bool isTaken(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

Status checkFreeSpace(const QString& target, qint64 bytes)
{
    const qint64 isFree = platform::freeBytes(nearestFolder(target));
    const qint64 needed = bytes > std::numeric_limits<qint64>::max() / 2 ? bytes : bytes + bytes / 10 + reserve;
    if (isFree >= 0 && isFree < needed) {
        const QLocale plain = QLocale::c();
        return Failure{
            Failure::Kind::DiskFull, target,
            QStringLiteral("free %1, needed %2").arg(plain.formattedDataSize(isFree), plain.formattedDataSize(needed))};
    }
    return Done{};
}

Status checkFileSize(const QString& target, qint64 bytes)
{
    const qint64 largest = largestFileAt(target);
    if (largest >= 0 && bytes > largest) {
        return Failure{Failure::Kind::TooLargeForMedium, target,
                       QStringLiteral("up to %1 in one file").arg(QLocale::c().formattedDataSize(largest))};
    }
    return Done{};
}

Failure readBackFailure(const Failure& failure, const QString& subject)
{
    switch (failure.kind) {
    case Failure::Kind::Cancelled:
    case Failure::Kind::MediumGone:
    case Failure::Kind::FileNotFound:
    case Failure::Kind::FileNotReadable:
        return failure;
    default:
        return {Failure::Kind::ReadBackDiffers, subject, failure.detail};
    }
}

QString OutputPlace::beside(const QString& suffix) const
{
    return m_target + QLatin1Char('/') + m_name + suffix;
}

Status OutputPlace::prepare(const QString& target, const QString& name, const QString& suffix, Shape shape,
                            const QString& companion)
{
    m_target = QFileInfo(target).absoluteFilePath();
    m_suffix = suffix;
    m_hasMadeTarget = !QFileInfo::exists(m_target);
    if (!QDir().mkpath(m_target)) {
        return Failure{Failure::Kind::FileNotWritable, target, {}};
    }
    const QString base = safeName(name, 100);
    m_name = base;
    for (int number = 2; isTaken(finalPath()) || (!companion.isEmpty() && isTaken(beside(companion))); ++number) {
        m_name = QStringLiteral("%1 (%2)").arg(base).arg(number);
    }
    m_isPrepared = true;
    // Left by a run that was killed: it was never finished and must not stay, least of all private mail.
    removePart();
    constexpr auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (shape == Shape::Folder && !QDir().mkdir(partPath(), mode)) {
        return platform::lastFileError(partPath());
    }
    return Done{};
}

Status OutputPlace::takeUp(const QString& target, const QString& name, const QString& suffix, const QString& companion)
{
    m_target = QFileInfo(target).absoluteFilePath();
    m_name = name;
    m_suffix = suffix;
    if (!isTaken(partPath())) {
        return Failure{Failure::Kind::FileNotFound, partPath(), {}};
    }
    for (const QString& path : {finalPath(), beside(companion)}) {
        if (isTaken(path)) {
            return Failure{Failure::Kind::FileExists, path, {}};
        }
    }
    m_isPrepared = true;
    return Done{};
}

void OutputPlace::removePart() const
{
    removeParts({partPath()});
}

Failure OutputPlace::whyNot(const Failure& failure) const
{
    const bool isOfFiles =
        failure.kind >= Failure::Kind::FileNotFound && failure.kind <= Failure::Kind::ReadBackDiffers;
    return m_isPrepared && isOfFiles && !QFileInfo::exists(m_target)
               ? Failure{Failure::Kind::MediumGone, m_target, failure.detail}
               : failure;
}

QStringList unfinishedParts(const QString& target, const QString& name)
{
    QStringList parts;
    const QDir folder(target);
    const QString base = safeName(name, 100);
    for (const QString& entry : folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        // "NAME.zip.part", "NAME (2).part", but not "NAME0.part" of another case.
        const QStringView rest = QStringView(entry).mid(base.size());
        const bool isOurs = entry.startsWith(base) && entry.endsWith(QLatin1String(".part")) &&
                            (rest.startsWith(u'.') || rest.startsWith(QLatin1String(" (")));
        if (isOurs) {
            parts.append(folder.filePath(entry));
        }
    }
    return parts;
}

bool removeParts(const QStringList& parts)
{
    bool isGone = true;
    for (const QString& path : parts) {
        const QFileInfo part(path);
        if (part.isDir() && !part.isSymLink()) {
            QDir(path).removeRecursively();
        } else {
            QFile::remove(path);
        }
        isGone = isGone && !isTaken(path);
    }
    return isGone;
}

Status OutputPlace::commit()
{
    if (isTaken(finalPath())) {
        return Failure{Failure::Kind::FileExists, finalPath(), {}};
    }
    if (Status renamed = platform::replaceFile(partPath(), finalPath()); !renamed) {
        return renamed;
    }
    m_isPrepared = false;
    m_hasMadeTarget = false;
    return Done{};
}

OutputPlace::~OutputPlace()
{
    if (m_isPrepared) {
        removePart();
    }
    if (m_hasMadeTarget) {
        QDir().rmdir(m_target);
    }
}

} // namespace staffelstab::archive
