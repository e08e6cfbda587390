// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "wizard_pages/separation_text.h"

#include <functional>

namespace staffelstab::wizard_pages {

class GroupView;
class MessagePane;

/**
 * What a key on the separation page does: it decides the selected messages or else the whole group, has it asked in
 * parts, takes back or does again; then the lists turn to what comes next, or to what came back.
 */
class SeparationAnswers
{
public:
    /** Both lists must outlive it. */
    SeparationAnswers(handover::HandoverCase& handover, GroupView& groups, MessagePane& messages)
        : m_case(handover), m_groups(groups), m_messages(messages)
    {
    }

    Status decide(separation::Verdict verdict);
    /** There is one group, nothing of it is selected, and it is of a kind that has parts. */
    [[nodiscard]] bool mayAskInParts() const;
    Status askInParts();
    Status undo();
    Status redo();

    [[nodiscard]] const LastAct& last() const { return m_last; }
    void forget() { m_last = {}; }

private:
    /** Marks what `act` changes for a moment and remembers it; true if it changed anything. */
    Result<bool> perform(const LastAct& what, const std::function<Status()>& act);
    Status decideGroup(separation::Verdict verdict);
    Status decideSelected(separation::Verdict verdict);
    Status turnBack(LastAct::Kind kind);
    void tellGroup();

    handover::HandoverCase& m_case;
    GroupView& m_groups;
    MessagePane& m_messages;
    LastAct m_last;
    /** What each answer for selected messages changed: taken back, it is them the next one is for. */
    std::vector<std::vector<separation::Row>> m_onMessages;
};

} // namespace staffelstab::wizard_pages
