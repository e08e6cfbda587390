// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_answers.h"

#include "wizard_pages/widgets/group_view.h"
#include "wizard_pages/widgets/message_pane.h"

#include <algorithm>

namespace staffelstab::wizard_pages {

using separation::Scope;
using separation::Verdict;

Result<bool> SeparationAnswers::perform(const LastAct& what, const std::function<Status()>& act)
{
    bool hasChanged = false;
    const auto watch = QObject::connect(&m_case.plan(), &separation::SeparationPlan::changed, &m_groups,
                                        [&hasChanged] { hasChanged = true; });
    const Status done = act();
    QObject::disconnect(watch);
    if (!done) {
        return done.failure();
    }
    if (hasChanged) {
        m_groups.markFresh();
        m_messages.markFresh();
        m_last = what;
        m_last.messages = static_cast<int>(m_case.plan().freshRows().size());
    }
    return hasChanged;
}

Status SeparationAnswers::decide(Verdict verdict)
{
    return m_messages.isOnMessages() ? decideSelected(verdict) : decideGroup(verdict);
}

Status SeparationAnswers::decideGroup(Verdict verdict)
{
    const auto row = m_groups.current();
    if (!row) {
        return Done{};
    }
    const auto decided = perform({LastAct::Kind::Decided, verdict, 0}, [&] {
        return m_groups.isQuestions() ? m_case.decideAll(separation::answerOf(m_case.plan(), m_groups.question(*row),
                                                                              verdict, m_case.clock().now()))
                                      : m_case.decide(m_groups.group(*row).scope, m_groups.group(*row).key, verdict);
    });
    if (!decided) {
        return decided.failure();
    }
    if (verdict == Verdict::Undecided) {
        tellGroup();
    } else {
        m_groups.selectNext(*row);
        if (m_groups.current() == row && !m_groups.isQuestions()) {
            tellGroup(); // it was the last open one
        }
    }
    return Done{};
}

void SeparationAnswers::tellGroup()
{
    if (const auto row = m_groups.current(); row && m_messages.isGroupShown()) {
        m_messages.tellGroup(m_groups.group(*row), m_groups.parts(*row));
    }
}

Status SeparationAnswers::decideSelected(Verdict verdict)
{
    const auto decisions = m_messages.decisionsForSelected(verdict, m_case.clock().now());
    const auto decided = perform({LastAct::Kind::Decided, verdict, 0}, [&] { return m_case.decideAll(decisions); });
    if (!decided) {
        return decided.failure();
    }
    if (*decided) {
        m_onMessages.push_back(m_case.plan().freshRows());
    }
    tellGroup();
    if (decisions.size() == 1) {
        m_messages.moveOn();
    }
    return Done{};
}

bool SeparationAnswers::mayAskInParts() const
{
    const auto row = m_groups.current();
    if (!row || m_messages.isOnMessages()) {
        return false;
    }
    // Several groups at once are in parts already; of a folder's messages the contacts are asked about.
    const separation::Group group = m_groups.group(*row);
    return !group.key.isEmpty() && group.scope != Scope::Message && group.scope != Scope::Folder;
}

Status SeparationAnswers::askInParts()
{
    const separation::Group group = m_groups.group(*m_groups.current());
    const auto asked = perform({LastAct::Kind::AskedInParts, Verdict::Undecided, 0},
                               [&] { return m_case.askInParts(group.scope, group.key); });
    return asked ? Status(Done{}) : Status(asked.failure());
}

Status SeparationAnswers::undo()
{
    return turnBack(LastAct::Kind::Undone);
}

Status SeparationAnswers::redo()
{
    return turnBack(LastAct::Kind::Redone);
}

Status SeparationAnswers::turnBack(LastAct::Kind kind)
{
    const auto turned = perform({kind, Verdict::Undecided, 0},
                                [&] { return kind == LastAct::Kind::Undone ? m_case.undo() : m_case.redo(); });
    if (!turned) {
        return turned.failure();
    }
    if (!*turned) {
        return Done{};
    }
    if (!m_messages.isGroupShown()) {
        return Done{}; // what was searched for stays in sight
    }
    m_groups.resort();
    const std::vector<separation::Row> fresh = m_case.plan().freshRows();
    if (fresh.empty()) {
        m_groups.select(0);
    } else {
        m_groups.selectGroupOf(fresh.front());
        m_messages.moveToFresh();
        if (std::find(m_onMessages.begin(), m_onMessages.end(), fresh) != m_onMessages.end()) {
            m_messages.selectFresh();
        }
    }
    return Done{};
}

} // namespace staffelstab::wizard_pages
