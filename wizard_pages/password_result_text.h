// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/password_topics.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** What became of the password, in words: exactly what was proved and nothing more. */
struct PasswordResultText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::PasswordResultText)
public:
    static QString summary(const handover::PasswordOutcome& outcome, const handover::PasswordChoice& choice);
    /** One line each, with a mark in front. Empty where nothing was tried here. */
    static QString proofs(const handover::PasswordOutcome& outcome);
    /** Where the fresh password is, and how strong; empty where nobody holds one. */
    static QString sealed(const handover::PasswordOutcome& outcome);

private:
    static QStringList ownChange(const directory::PasswordChangeReport& report);
    static QStringList reset(const directory::PasswordChangeReport& report);
};

} // namespace staffelstab::wizard_pages
