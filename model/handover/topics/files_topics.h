// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/file_plan.h"
#include "handover/topic_set.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace staffelstab::handover {

/** Which folders are looked through, what the leaver decided, and where the copies go. Wiped when the case is closed.
 */
struct FilesChoice
{
    QStringList roots;
    files::FilePlan plan;
    QString privateTarget;
    bool removesPrivate = true;
    QString businessTarget;
    /** Private files go into one ZIP under a passphrase that only the leaver knows. */
    bool isLocked = false;
    /** That ZIP, once it is written and compared. */
    QString packPath = {};

    static constexpr auto topicName = "files_choice";
    static constexpr Step step = Step::Files;
    [[nodiscard]] QJsonObject toJson() const;
    static FilesChoice fromJson(const QJsonObject& json);
};

/** What was copied and compared: numbers only. */
struct FilesOutcome
{
    QDateTime at;
    quint32 privateFiles = 0;
    qint64 privateBytes = 0;
    quint32 businessFiles = 0;
    qint64 businessBytes = 0;
    QByteArray manifestSha256;
    /** The private ones stand in a ZIP under the leaver's passphrase. */
    bool isLocked = false;
    /** Wanted and not copied: unreadable, too large for the medium, links. */
    quint32 notCopied = 0;
    /** Nothing until the removal was confirmed and done. */
    std::optional<quint32> removed;
    quint32 kept = 0;
    /** Nobody said whose they are; they stay. */
    quint32 undecided = 0;

    static constexpr auto topicName = "files";
    static constexpr Step step = Step::Files;
    [[nodiscard]] QJsonObject toJson() const;
    static FilesOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
