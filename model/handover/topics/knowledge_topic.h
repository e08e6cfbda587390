// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/knowledge.h"
#include "handover/topic_set.h"

#include <vector>

namespace staffelstab::handover {

/** What the leaver passes on in words. A page nobody opened says nothing on the receipt. */
struct KnowledgeSheet
{
    checklists::KnowledgeNotes notes;

    static constexpr auto topicName = "knowledge";
    static constexpr Step step = Step::Knowledge;
    [[nodiscard]] QJsonObject toJson() const;
    static KnowledgeSheet fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/**
 * What the mailbox tells of running matters: business conversations of the last 30 days that wait for an answer, as
 * open promises, and what comes at even distances, as tasks; nothing private, see separation/running_matters.h. The
 * successor is proposed for all of it. Empty without a mailbox.
 */
checklists::KnowledgeNotes knowledgeFromMailbox(const HandoverCase& handover);

} // namespace staffelstab::handover
