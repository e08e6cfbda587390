// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/account_topics.h"

namespace staffelstab::handover {

/** What the files say, in the words of whoever writes them (pages or command line). */
struct AccountPlanWords
{
    QString disableSummary;
    QString deleteSummary;
    /** Under each date of the calendar. */
    QString description;
    /** The whole text for IT. */
    QString text;
    /** Comments in the change files. */
    QString endComment;
    QString returnComment;
    QString deleteComment;
};

/**
 * Carries the plan out as far as it can be done here, and writes the rest for IT: a calendar (RFC 5545), change files
 * (RFC 2849) to end the account, to bring it back and to delete it, and a text. The entry is written as LDIF before
 * anything is changed. Each act is read back and noted in the journal; after a kill the same plan goes on, what was
 * done is found done. The acts with a date in the future are left to the account's own expiry and to IT.
 */
Result<Act> accountPlanAct(const ActContext& context, Secret password, AccountPlanWords words);

/** Lets the account in again: enabled, without an end, back in the groups of the plan. Noted in the journal. */
Result<Act> reactivationAct(const ActContext& context, Secret password);

/** The acts of the plan that are done at once by whoever may; the end of a day is that of this computer's time. */
std::vector<directory::AccountAct> actsNow(const AccountPlan& plan, const QStringList& groups, const QDateTime& now);
/** All acts by which the account ends, as they stand in the file for IT. */
std::vector<directory::AccountAct> actsOfTheEnd(const AccountPlan& plan, const QStringList& groups);
/** The same backwards. */
std::vector<directory::AccountAct> actsOfReturn(const AccountPlan& plan, const QStringList& groups);

/** Of `groups` (DNs) those that `wanted` names by DN or by the value of their first part. */
QStringList chosenGroups(const QStringList& groups, const QStringList& wanted);

} // namespace staffelstab::handover
