// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive_attempt.h"

#include "archive/archive_plan.h"
#include "archive/output_place.h"
#include "archive/resumable_tree.h"
#include "core/platform.h"

#include <QFileInfo>

#include <algorithm>

namespace staffelstab::archive {

namespace {

using Container = ArchiveOptions::Container;

QString partOf(const BegunPart& begun)
{
    return begun.target + QLatin1Char('/') + begun.name + suffixOf(Container::Zip) + QStringLiteral(".part");
}

bool isThere(const BegunPart& begun)
{
    const QFileInfo part(partOf(begun));
    return part.isFile() && !part.isSymLink();
}

bool isPlace(const PartPoint& point)
{
    return point.place.has_value();
}

/** By its first piece, which has the salt: no other part begins so. */
Result<bool> isSame(const NotedPart& noted)
{
    QFile file;
    if (Status opened = platform::openExact(file, QFile::encodeName(partOf(noted.begun)), QIODevice::ReadOnly);
        !opened) {
        return opened.failure();
    }
    const QByteArray header = AesZipWriter::header(innerName(noted.begun.name).toUtf8(), dosTimeOf(noted.begun.date));
    return noted.points.empty() ? Result<bool>(false) : WrittenPart::isFirstPiece(file, header, noted.points.front());
}

/** If its file is there or, as a medium often comes back under another path, in `target`. */
Result<std::optional<NotedPart>> find(NotedPart noted, const QString& target)
{
    if (isThere(noted.begun)) {
        return std::optional(std::move(noted));
    }
    noted.begun.target = QFileInfo(target).absoluteFilePath();
    if (target.isEmpty() || !isThere(noted.begun)) {
        return std::optional<NotedPart>();
    }
    const Result<bool> isOurs = isSame(noted);
    if (!isOurs) {
        return isOurs.failure();
    }
    // Of a copy of this case that is at work elsewhere, or from a backup.
    return *isOurs ? Result(std::optional(std::move(noted)))
                   : Failure{Failure::Kind::FileExists, partOf(noted.begun), QStringLiteral("another's part")};
}

} // namespace

QString innerName(const QString& name)
{
    return name + QStringLiteral(".bag.zip");
}

QString suffixOf(Container container)
{
    switch (container) {
    case Container::Zip:
        return QStringLiteral(".zip");
    case Container::Iso:
        return QStringLiteral(".iso");
    case Container::Folder:
        break;
    }
    return {};
}

bool canBeGoneOnWith(const ArchiveOptions& options)
{
    return options.log != nullptr && options.container == Container::Zip && !options.seal;
}

Result<ArchiveAttempt> ArchiveAttempt::first(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                             const JobContext& job)
{
    ArchiveAttempt attempt;
    if (!canBeGoneOnWith(options)) {
        return attempt;
    }
    Result<QByteArray> plan = planOf(selection, options, job);
    if (!plan) {
        return plan.failure();
    }
    attempt.plan = std::move(*plan);
    Result<std::optional<NotedPart>> noted = notedPart(*options.log);
    if (!noted || !*noted) {
        return noted ? Result(std::move(attempt)) : noted.failure();
    }
    Result<std::optional<NotedPart>> earlier = find(std::move(**noted), options.target);
    if (!earlier) {
        return earlier.failure();
    }
    if (!*earlier || (*earlier)->begun.target != QFileInfo(options.target).absoluteFilePath()) {
        return attempt;
    }
    if ((*earlier)->begun.plan != attempt.plan) {
        // Mail may be in it that is to be private now.
        removeParts({partOf((*earlier)->begun)});
        attempt.whyAnew = ArchiveReport::Beginning::AnewAsMailHasChanged;
    } else if (std::any_of((*earlier)->points.begin(), (*earlier)->points.end(), isPlace)) {
        attempt.earlier = std::move(*earlier);
    }
    return attempt;
}

Result<std::optional<NotedPart>> notedPart(PartLog& log)
{
    Result<std::optional<BegunPart>> begun = log.begun();
    if (!begun || !*begun) {
        return begun ? Result(std::optional<NotedPart>()) : begun.failure();
    }
    Result<std::vector<PartPoint>> points = log.points();
    return points ? Result(std::optional(NotedPart{std::move(**begun), std::move(*points)})) : points.failure();
}

Result<std::optional<LyingPart>> lyingPart(NotedPart noted, const QString& target)
{
    Result<std::optional<NotedPart>> found = find(std::move(noted), target);
    if (!found || !*found) {
        return found ? Result(std::optional<LyingPart>()) : found.failure();
    }
    NotedPart& part = **found;
    if (std::none_of(part.points.begin(), part.points.end(), isPlace)) {
        return std::optional<LyingPart>();
    }
    const QString path = partOf(part.begun);
    const auto size = static_cast<quint64>(QFileInfo(path).size());
    const auto last = std::find_if(part.points.rbegin(), part.points.rend(),
                                   [size](const PartPoint& point) { return isPlace(point) && point.offset <= size; });
    return std::optional(
        LyingPart{path, std::move(part.begun), last == part.points.rend() ? CopyPlace() : *last->place});
}

Result<std::optional<LyingPart>> lyingPart(PartLog& log, const QString& target)
{
    Result<std::optional<NotedPart>> noted = notedPart(log);
    if (!noted || !*noted) {
        return noted ? Result(std::optional<LyingPart>()) : noted.failure();
    }
    return lyingPart(std::move(**noted), target);
}

quint32 messagesBefore(std::span<const MailSelection> selection, const CopyPlace& place)
{
    std::size_t messages = place.done;
    for (int mailbox = 0; mailbox <= place.mailbox; ++mailbox) {
        const std::vector<FolderSelection>& folders = selection[static_cast<std::size_t>(mailbox)].folders;
        const std::size_t whole = mailbox < place.mailbox ? folders.size() : static_cast<std::size_t>(place.folder);
        for (std::size_t folder = 0; folder < whole; ++folder) {
            messages += folders[folder].messages.size();
        }
    }
    return static_cast<quint32>(messages);
}

} // namespace staffelstab::archive
