// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** Why something is suggested, in words. */
struct ReasonText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::ReasonText)
public:
    static QString of(const separation::Reason& reason);
    /** "private? family name · free-mail address"; says so when there is nothing to go by. */
    static QString suggestionLine(const separation::Suggestion& suggestion);

private:
    static QString ofTheText(const separation::Reason& reason);
    static QString similar(int messages);
    static QString wordsOf(separation::Reason::Kind kind);
};

} // namespace staffelstab::wizard_pages
