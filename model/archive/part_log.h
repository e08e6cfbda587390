// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"

#include <QDate>

#include <optional>
#include <vector>

namespace staffelstab::archive {

/** A place in a part up to which it is known what was written. */
struct PartPoint
{
    /** Bytes of the part before it. */
    quint64 offset = 0;
    /** SHA-256 of the bytes since the point before, as they were first written. */
    QByteArray sha256;
    /** How far the copy had got there; nothing in the middle of a message. */
    std::optional<CopyPlace> place;
    /** Since the last point with a place. */
    std::vector<SkippedMessage> skipped;
};

/** An archive whose writing was begun. */
struct BegunPart
{
    /** Stands for the selection and all that is written about it; see planOf(). */
    QByteArray plan;
    /** Where it lies, and under which name without suffix. */
    QString target;
    QString name;
    /** The day it was begun; the archive bears it. */
    QDate date;
};

/**
 * What is noted, beside the case and not on the medium, of the one archive that is being written, so that a later run
 * can go on with it. No key and no text of a message is in it. Used by one thread.
 */
class PartLog
{
public:
    virtual ~PartLog() = default;
    /** Forgets what was noted of another. */
    virtual Status begin(const BegunPart& part) = 0;
    /** Returns when it would outlast a power cut. */
    virtual Status add(const PartPoint& point) = 0;
    virtual Status forget() = 0;
    virtual Result<std::optional<BegunPart>> begun() = 0;
    /** In the order in which they were added. */
    virtual Result<std::vector<PartPoint>> points() = 0;
};

} // namespace staffelstab::archive
