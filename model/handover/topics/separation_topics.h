// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topic_set.h"
#include "separation/separation_plan.h"

#include <QDateTime>
#include <QSet>
#include <QString>

#include <optional>

namespace staffelstab::handover {

/** A random sample of one pile that the leaver looked at: counts only. */
struct AuditedPile
{
    QDateTime at;
    quint32 population = 0;
    quint32 looked = 0;
    quint32 found = 0;
    /** Of the pile as it was then (separation::markOf): the sample says nothing about another one. */
    QString mark;

    /** Exact upper bound of the share in the wrong pile, 95 %; what was found is put right and does not count. */
    [[nodiscard]] double bound() const;
    /** The same in messages. */
    [[nodiscard]] quint32 mostLeft() const;
};

struct SampleAudit
{
    std::optional<AuditedPile> business;
    std::optional<AuditedPile> privateMail;

    static constexpr auto topicName = "sample_audit";
    static constexpr Step step = Step::Separation;
    [[nodiscard]] QJsonObject toJson() const;
    static SampleAudit fromJson(const QJsonObject& json);
    /** What was audited, as long as the pile still is what it was; nothing otherwise. */
    static std::optional<AuditedPile> valid(const HandoverCase& handover, separation::Verdict pile);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/** Business messages in which the leaver also wrote or read something private: handed over, and counted. */
struct MixedMessages
{
    /** Stable ids. */
    QSet<QString> ids;

    static constexpr auto topicName = "mixed_messages";
    static constexpr Step step = Step::Separation;
    [[nodiscard]] QJsonObject toJson() const;
    static MixedMessages fromJson(const QJsonObject& json);
    [[nodiscard]] MixedMessages with(const QString& stableId, bool isMixed) const;
    /** Those that are business now. */
    static quint32 count(const HandoverCase& handover);
};

} // namespace staffelstab::handover
