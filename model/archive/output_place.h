// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace staffelstab::archive {

/**
 * Where something is written: under "NAME.part" beside its place, renamed at the end. What is not committed is removed
 * with everything in it when this object dies, and the target folder too if it was made for this and is empty.
 */
class OutputPlace
{
public:
    enum class Shape { File, Folder };

    OutputPlace() = default;
    ~OutputPlace();
    OutputPlace(const OutputPlace&) = delete;
    OutputPlace& operator=(const OutputPlace&) = delete;

    /**
     * Makes the target folder; takes "NAME (2)" and so on if the name is in use, also by a file that is to stand beside
     * it (NAME + companion). For a folder also makes the part.
     */
    Status prepare(const QString& target, const QString& name, const QString& suffix, Shape shape,
                   const QString& companion = {});
    /**
     * The same for a part that an earlier run left there under this name: FileNotFound if it is not there, FileExists
     * if the name, or that of the companion, was taken meanwhile.
     */
    Status takeUp(const QString& target, const QString& name, const QString& suffix, const QString& companion);
    /** The part stays when this object dies. */
    void keepPart() { m_isPrepared = false; }
    /** The name that was free, without suffix. */
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] QString partPath() const { return finalPath() + QStringLiteral(".part"); }
    [[nodiscard]] QString finalPath() const { return beside(m_suffix); }
    /** Path of another file next to the result. */
    [[nodiscard]] QString beside(const QString& suffix) const;
    Status commit();
    /** The failure, or MediumGone where the target is not there any more; the part may then lie on the medium. */
    [[nodiscard]] Failure whyNot(const Failure& failure) const;

private:
    void removePart() const;

    QString m_target;
    QString m_name;
    QString m_suffix;
    bool m_hasMadeTarget = false;
    bool m_isPrepared = false;
};

/** The parts that runs which were killed left of `name` in `target`, full paths. */
QStringList unfinishedParts(const QString& target, const QString& name);
/** False if one of them is still there. */
bool removeParts(const QStringList& parts);

/** What to say when a copy could not be read back: the medium's own failures stay, all else is ReadBackDiffers. */
Failure readBackFailure(const Failure& failure, const QString& subject);

/**
 * DiskFull for `target` unless a tenth more than `bytes` and 2 MiB are free there. `target` need not exist yet. Says
 * nothing where the system cannot tell.
 */
Status checkFreeSpace(const QString& target, qint64 bytes);
/** TooLargeForMedium if one file of `bytes` would not fit on the medium of `target`. */
Status checkFileSize(const QString& target, qint64 bytes);

} // namespace staffelstab::archive
