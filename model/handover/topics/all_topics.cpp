// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_case.h"
#include "handover/topic_set.h"

namespace staffelstab::handover {

template <CaseTopic T>
void TopicSet::add()
{
    m_slots.push_back(std::make_unique<SlotOf<T>>());
}

TopicSet::TopicSet()
{
    add<TakeawayChoice>();
    add<TakeawayOutcome>();
    add<ArchiveChoice>();
    add<ArchiveOutcome>();
    add<PasswordChoice>();
    add<PasswordOutcome>();
}

TopicSet::~TopicSet() = default;

} // namespace staffelstab::handover
