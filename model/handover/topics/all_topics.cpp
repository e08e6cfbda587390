// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_case.h"
#include "handover/topic_set.h"
#include "handover/topics/account_topics.h"
#include "handover/topics/contact_topics.h"
#include "handover/topics/files_topics.h"
#include "handover/topics/reply_topics.h"
#include "handover/topics/separation_topics.h"
#include "handover/topics/successor_topics.h"
#include "handover/topics/unfinished_topic.h"
#include "handover/topics/void_archive_topic.h"

namespace staffelstab::handover {

template <CaseTopic T>
void TopicSet::add()
{
    m_slots.push_back(std::make_unique<SlotOf<T>>());
}

TopicSet::TopicSet()
{
    add<DirectoryEntry>();
    add<SampleAudit>();
    add<MixedMessages>();
    add<TakeawayChoice>();
    add<TakeawayOutcome>();
    add<ArchiveChoice>();
    add<ArchiveOutcome>();
    add<VoidArchives>();
    add<UnfinishedWrites>();
    add<SuccessorChoice>();
    add<SuccessorAccess>();
    add<SuccessorOutcome>();
    add<ContactsChoice>();
    add<LetterKey>();
    add<ContactTraces>();
    add<ContactsOutcome>();
    add<ReplyChoice>();
    add<ReplyFindings>();
    add<ReplyOutcome>();
    add<FilesChoice>();
    add<FilesOutcome>();
    add<KnowledgeSheet>();
    add<EquipmentList>();
    add<ConsentSheet>();
    add<ConsentDocument>();
    add<PasswordChoice>();
    add<PasswordOutcome>();
    add<AccountPlan>();
    add<AccountPlanOutcome>();
    add<RotationList>();
}

TopicSet::~TopicSet() = default;

} // namespace staffelstab::handover
