// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/takeaway.h"
#include "handover/topic_set.h"
#include "handover/unreadable_entry.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace staffelstab::handover {

/** What the leaver wants done with the private mail. */
struct TakeawayChoice
{
    enum class Action { Take, Delete, Leave };
    Action action = Action::Take;
    archive::TakeawayOptions::Format format = archive::TakeawayOptions::Format::Mbox;
    QString target;
    bool isEncrypted = false;
    bool removeFromMailbox = true;

    static constexpr auto topicName = "takeaway_choice";
    static constexpr Step step = Step::PrivateMail;
    [[nodiscard]] QJsonObject toJson() const;
    static TakeawayChoice fromJson(const QJsonObject& json);
};

/** What became of it. No list of messages: counts only, and the reasons of what stayed. */
struct TakeawayOutcome
{
    QDateTime at;
    QString path;
    qint64 bytesOnMedium = 0;
    bool isEncrypted = false;
    quint32 copied = 0;
    qint64 copiedBytes = 0;
    quint32 skipped = 0;
    /** Nothing until the removal was confirmed and done. */
    std::optional<quint32> removed;
    std::vector<UnreadableEntry> kept;
    /**
     * While a removal that was confirmed is not done: how many messages are known to be gone. More may be, if the
     * program was killed.
     */
    std::optional<quint32> begun;

    /** Of `all` private messages: those that stay as the leaver wanted it, wholly or for the rest. */
    [[nodiscard]] quint32 leftByChoice(quint32 all) const;
    /** From here on what is private cannot be decided otherwise: something may be gone. */
    [[nodiscard]] bool isRemovalConfirmed() const { return removed || begun; }

    static constexpr auto topicName = "takeaway";
    static constexpr Step step = Step::PrivateMail;
    [[nodiscard]] QJsonObject toJson() const;
    static TakeawayOutcome fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

} // namespace staffelstab::handover
