// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_text.h"

#include "wizard_pages/widgets/chip.h"

namespace staffelstab::wizard_pages {

QString SeparationText::why()
{
    return tr(
        "The first question is the one whose answer settles most. What belongs together is asked together, with the "
        "messages that stand out on top: mark those first, then answer for the rest. Only what you call business goes "
        "into the business archive, and only what you call private into your private copy. Protected mail (works "
        "council, company doctor and the like) goes to nobody. A decision about a message beats one about its "
        "conversation, that one beats its list, its contact and its folder. Every decision can be undone. At the end "
        "a sample drawn at random tells how much may have been overlooked.");
}

QString SeparationText::hint(bool isAllDecided)
{
    return isAllDecided
               ? tr("Everything is decided. Contacts, folders and conversations show what lies where, and each "
                    "decision can still be changed.")
               : tr("One key answers for the whole group. Select single messages on the right to answer for those "
                    "alone. M asks about the group in parts, Ctrl+Z takes each step back.");
}

QString SeparationText::lead(const LastAct& last)
{
    switch (last.kind) {
    case LastAct::Kind::None:
        break;
    case LastAct::Kind::Decided:
        return tr("Now %1: %n message(s). Ctrl+Z takes it back.", "", last.messages).arg(Chip::word(last.verdict));
    case LastAct::Kind::AskedInParts:
        return tr("Split: what was in this group is asked in parts. Ctrl+Z takes it back.");
    case LastAct::Kind::Undone:
        return tr("Taken back: %n message(s) are as they were before.", "", last.messages);
    case LastAct::Kind::Redone:
        return tr("Done again: %n message(s) are decided as before.", "", last.messages);
    }
    return tr("You decide, the program only suggests. An answer applies to the whole group.");
}

} // namespace staffelstab::wizard_pages
