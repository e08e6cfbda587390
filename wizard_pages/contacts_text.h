// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/letter_journal.h"
#include "handover/topics/contact_topics.h"

#include <QCoreApplication>
#include <QString>

namespace staffelstab::wizard_pages {

/** What was done about the contacts, and what keeps it from being done, in sentences. */
struct ContactsText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::ContactsText)
public:
    /** "12 letters sent." and the like; one line for each thing. */
    static QString proof(const handover::ContactsOutcome& outcome, const handover::LetterCounts& letters,
                         const QString& folder);
    static QString fault(handover::ContactsFault fault);
    /** What the button does with so many letters. */
    static QString deed(handover::ContactsChoice::Way way, int letters, bool writesList);
};

} // namespace staffelstab::wizard_pages
